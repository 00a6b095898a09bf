package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.HazardBadge;
import org.shutterline.look.PicturePane;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.station.StationRunner;
import org.shutterline.server.ui.Sources;
import org.shutterline.server.ui.TechnicianWindow;

/** Cameras are added in the real window of a real server, and the station judges what they see. */
@Tag("window")
class CamerasWindowIT {
    @TempDir
    private Path data;

    private Server server;
    private TechnicianWindow technician;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        // a window with a live picture is never idle for long
        robot.settings().idleTimeout(200);
        robot.settings().eventPostingDelay(20);
        TrafficRing traffic = new TrafficRing();
        server = Server.start(
                new Wishes(data, Optional.empty(), true, Optional.of(0), false), new TrafficRelay(traffic));
        technician = TechnicianWindow.open(
                new Sources(
                        server.desk().plant(),
                        server.desk().workshop(),
                        server.desk().figures(),
                        server.desk().cameras(),
                        server.desk().listening(),
                        server.desk().simulator(),
                        server.desk().storage(),
                        traffic,
                        new LogRing(),
                        Optional.empty()),
                data,
                () -> {});
        window = WindowFinder.findFrame(new GenericTypeMatcher<JFrame>(JFrame.class) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.isShowing() && frame.getTitle().contains("Shutterline");
                    }
                })
                .withTimeout(20, TimeUnit.SECONDS)
                .using(robot);
        window.toggleButton("page.CAMERAS").click();
    }

    @AfterEach
    void close() {
        if (robot != null) {
            technician.endEditor();
            technician.close();
            robot.cleanUp();
            server.close();
        }
    }

    private String settings() throws IOException {
        return Files.readString(data.resolve("settings.yaml"));
    }

    /** The mean grey of what stands in the picture, each 16th pixel; -1 for no picture. */
    private double grey() {
        return GuiActionRunner.execute(() -> robot.finder()
                .findByName(window.target(), "camera.picture", PicturePane.class)
                .picture()
                .map(picture -> {
                    long sum = 0;
                    int count = 0;
                    for (int y = 0; y < picture.getHeight(); y += 16) {
                        for (int x = 0; x < picture.getWidth(); x += 16) {
                            sum += picture.getRaster().getSample(x, y, 0);
                            count++;
                        }
                    }
                    return (double) sum / count;
                })
                .orElse(-1.0));
    }

    /** As soon as that part of the window is there. */
    private static void soon(ThrowingRunnable deed) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(ComponentLookupException.class)
                .untilAsserted(deed);
    }

    private void type(String field, String text) {
        soon(() -> window.textBox(field).setText(text).pressAndReleaseKeys(KeyEvent.VK_ENTER));
    }

    /** How the last deed ended; empty if that is not shown. */
    private String told() {
        return GuiActionRunner.execute(() -> robot.finder()
                        .findByName(window.target(), "cameras.told", JTextComponent.class, false)
                        .isShowing()
                ? robot.finder()
                        .findByName(window.target(), "cameras.told", JTextComponent.class)
                        .getText()
                : "");
    }

    private void addSimulatedCamera() {
        window.comboBox("cameras.kind").selectItem("Simulated plate");
        soon(() -> window.button("cameras.add").click());
        await().atMost(Duration.ofSeconds(20)).until(() -> grey() > 20);
    }

    private List<String> badges() {
        return GuiActionRunner.execute(() -> robot
                .finder()
                .findAll(window.target(), new GenericTypeMatcher<HazardBadge>(HazardBadge.class) {
                    @Override
                    protected boolean isMatching(HazardBadge badge) {
                        return badge.isShowing();
                    }
                })
                .stream()
                .map(badge -> badge.getAccessibleContext().getAccessibleName())
                .toList());
    }

    @Test
    void aCameraIsAddedSetWithThePictureLiveAndBoundToAStationThatJudgesByIt() throws IOException {
        addSimulatedCamera();
        double before = grey();
        type("setting.light", "0.4");
        await().until(() -> grey() < 0.6 * before);

        soon(() -> window.button("cameras.bind").click());
        await().until(() -> told().contains("the station is online"));
        station(1).goOffline();
        soon(() -> window.button("cameras.bind").click());
        await().until(() -> told().equals("Station 1 has this camera now"));
        station(1).goOnline();
        assertThat(settings())
                .contains("light: 0.4")
                .contains("# What this server listens on")
                .doesNotContain("seed");

        addSimulatedCamera();
        soon(() -> window.button("cameras.addStation").click());
        await().until(() -> told().equals("Station 2 runs with this camera"));
        assertThat(settings()).contains("number: 2");
        for (int station = 1; station <= 2; station++) {
            judges(station);
        }
    }

    private StationRunner station(int number) {
        return List.copyOf(server.machine().stations()).get(number - 1);
    }

    /** Without a restart. */
    private void judges(int station) {
        StationRunner runner = station(station);
        await().atMost(Duration.ofSeconds(20)).until(() -> runner.status().state() == StationState.READY);
        runner.trigger(TriggerRequest.PLAIN, Origin.WIRE, System.nanoTime(), OffsetDateTime.now(), false);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> runner.status().ok() + runner.status().ng() == 1);
    }

    @Test
    void aStationOfflineIsSetLiveAndItsFaultsOnDemandCarryABadgeWhereverItIsShown() throws IOException {
        soon(() -> window.panel("camera.station.1").click());
        soon(() -> window.toggleButton("camera.online.1").click());
        await().atMost(Duration.ofSeconds(20)).until(() -> grey() > 20);
        double before = grey();
        type("setting.light", "0.4");
        await().until(() -> grey() >= 0 && grey() < 0.6 * before);
        await().until(() -> settings().contains("light: 0.4"));
        assertThat(settings()).contains("seed: 7");

        soon(() -> window.toggleButton("camera.online.0").click());
        soon(() -> window.toggleButton("cameras.tabs.1").click());
        soon(() -> GuiActionRunner.execute(
                () -> window.slider("faults.black").target().setValue(100)));
        soon(() -> window.toggleButton("faults.on").click());
        await().until(() -> badges().equals(List.of("Faults on demand", "Faults on demand")));

        soon(() -> window.toggleButton("page.STATIONS").click());
        await().until(() -> badges().size() == 2);
        window.pressAndReleaseKeys(KeyEvent.VK_F5);
        await().atMost(Duration.ofSeconds(20)).until(() -> badges().contains("Fault on demand: Black"));

        soon(() -> window.toggleButton("page.CAMERAS").click());
        soon(() -> window.toggleButton("faults.on").click());
        await().until(() -> badges().isEmpty());
        soon(() -> window.toggleButton("page.STATIONS").click());
        await().until(() -> badges().equals(List.of("Fault on demand: Black")));
    }
}
