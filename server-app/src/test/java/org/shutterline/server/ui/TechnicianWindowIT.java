package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.Banner;
import org.shutterline.look.VerdictBanner;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.cameras.ScriptedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.listeners.ScriptedListeners;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.ScriptedTraffic;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.Traffic;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.statistics.ScriptedFigures;
import org.shutterline.server.storage.ScriptedStorage;

/** The real window over a scripted plant, used by keys and clicks. */
@Tag("window")
class TechnicianWindowIT {
    @TempDir
    private Path data;

    private final ScriptedPlant plant = new ScriptedPlant();
    private final ScriptedFigures figures = new ScriptedFigures();
    private final TrafficRing ring = new TrafficRing();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        plant.station(1, "plate-A", StationState.READY, "");
        for (long id = 1; id <= 30; id++) {
            plant.holds(Samples.result(id, 1, id == 20 ? Verdict.NG : Verdict.OK, 5));
        }
        PlateWorkshop workshop = new PlateWorkshop(data, SimulatedCameras.with(Map.of()));
        TechnicianWindow.open(
                new Sources(
                        plant,
                        workshop,
                        figures,
                        new ScriptedCameras(),
                        new ScriptedListeners(),
                        new NoSimulator(),
                        new ScriptedStorage(),
                        ring,
                        new LogRing(),
                        Optional.empty()),
                data,
                stopped::countDown);
        window = WindowFinder.findFrame(new GenericTypeMatcher<JFrame>(JFrame.class) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.isShowing() && frame.getTitle().contains("Shutterline");
                    }
                })
                .withTimeout(20, TimeUnit.SECONDS)
                .using(robot);
        await().until(() -> verdict().contains("#30"));
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    private String verdict() {
        return GuiActionRunner.execute(() -> robot.finder()
                .find(window.target(), new GenericTypeMatcher<VerdictBanner>(VerdictBanner.class) {
                    @Override
                    protected boolean isMatching(VerdictBanner banner) {
                        return banner.isShowing();
                    }
                })
                .getAccessibleContext()
                .getAccessibleName());
    }

    private void press(int key) {
        window.pressAndReleaseKeys(key);
    }

    @Test
    void f5TriggersAndTheVerdictStandsThere() {
        plant.nextVerdict(Verdict.NG);
        press(KeyEvent.VK_F5);
        await().until(() -> verdict().contains("#31"));
        assertThat(verdict()).contains("NG").contains("Hole A too small");
        assertThat(plant.asked()).contains(new Command.Trigger(1, TriggerRequest.PLAIN));
    }

    @Test
    void takingAStationOfflineAsksFirst() {
        press(KeyEvent.VK_F7);
        window.button("ask.cancel").requireFocused().click();
        assertThat(plant.asked()).doesNotContain(new Command.GoOffline(1));

        press(KeyEvent.VK_F7);
        window.button("ask.yes").requireText("Take offline").click();
        await().until(() -> plant.asked().contains(new Command.GoOffline(1)));
        await().until(() -> !window.button("trigger").isEnabled());
    }

    @Test
    void trafficIsFoundByItsTextAndStandsStillWhilePaused() {
        ScriptedTraffic traffic = new ScriptedTraffic(ring);
        traffic.passes(Instant.now(), ScriptedTraffic.peer(1, "PLC"), Traffic.Kind.IN, "T1\\r");
        traffic.passes(Instant.now(), ScriptedTraffic.peer(2, "robot"), Traffic.Kind.NO_LINE_END, "T7");
        window.toggleButton("page.CONNECTIONS").click();
        await().until(() -> window.table("traffic").target().getRowCount() == 2);

        window.textBox("traffic.find").enterText("T7");
        await().until(() -> window.table("traffic").target().getRowCount() == 1);

        press(KeyEvent.VK_F8);
        await().until(() -> window.toggleButton("traffic.pause").target().isSelected());
        traffic.passes(Instant.now(), ScriptedTraffic.peer(2, "robot"), Traffic.Kind.NO_LINE_END, "T7");
        press(KeyEvent.VK_F8);
        await().until(() -> window.table("traffic").target().getRowCount() == 2);
    }

    @Test
    void historyFindsAPartAndShowsItInFull() {
        window.toggleButton("page.HISTORY").click();
        await().until(() -> window.table("history").target().getRowCount() == 30);
        String part = Samples.result(20, 1, Verdict.NG, 5).part().orElseThrow();
        window.textBox("history.part").enterText(part);
        window.button("history.find").click();
        await().until(() -> window.table("history").target().getRowCount() == 1);
        await().until(() -> verdict().contains("#20"));
        assertThat(verdict()).contains("NG");
        assertThat(plant.searched()).anyMatch(query -> query.part().equals(part));
    }

    @Test
    void aFalseCallIsMarkedBesideTheVerdictWhichStays() {
        window.toggleButton("page.HISTORY").click();
        window.textBox("history.part")
                .enterText(Samples.result(20, 1, Verdict.NG, 5).part().orElseThrow());
        window.button("history.find").click();
        await().until(() -> window.table("history").target().getRowCount() == 1);
        await().until(() ->
                verdict().contains("#20") && window.button("said.good").target().isEnabled());

        window.button("said.good").click();
        await().until(() -> plant.said().equals(Map.of(20L, Verdict.OK)));
        await().until(() -> said().equals("OK"));
        assertThat(verdict()).contains("NG");
        window.label("said.note").requireText("Kept; the verdict of the job stays");
        window.button("said.good").requireDisabled();

        window.button("said.bad").requireEnabled().click();
        await().until(() -> said().equals("NG"));
        assertThat(plant.said()).isEqualTo(Map.of(20L, Verdict.NG));
        window.button("said.back").click();
        await().until(() -> said().isEmpty());
        assertThat(plant.said()).isEmpty();
    }

    /** What the only row says of what a person said. */
    private String said() {
        return GuiActionRunner.execute(
                () -> String.valueOf(window.table("history").target().getModel().getValueAt(0, 6)));
    }

    @Test
    void statisticsStandAsJudgedAndAsPeopleSayAndFollowTheChoice() {
        for (int i = 1; i <= 10; i++) {
            figures.part(Instant.now(), i == 4 ? Verdict.NG : Verdict.OK, 12);
        }
        figures.says(1, Verdict.NG).says(4, Verdict.OK);
        window.toggleButton("page.STATISTICS").click();

        await().until(() -> window.label("statistics.yield.judged").text().equals("90.00 %"));
        window.label("statistics.judged.NG").requireText("1");
        window.label("statistics.said.OK").requireText("9");
        window.label("statistics.escapes").requireText("1, 10.00 % of all");
        window.label("statistics.falseRejects").requireText("1, 10.00 % of all");
        assertThat(window.label("statistics.valueFigures").text()).contains("10 measured");
        assertThat(window.table("statistics.times").target().getRowCount()).isGreaterThan(2);

        window.comboBox("statistics.station").selectItem("2");
        await().until(() ->
                figures.asked().stream().anyMatch(query -> query.station().equals(OptionalInt.of(2))));
        window.comboBox("statistics.job").selectItem("plate-A");
        await().until(() ->
                figures.asked().stream().anyMatch(query -> query.job().equals(Optional.of("plate-A"))));
    }

    @Test
    void damageStandsInABannerThatLeadsToTheStorageWhereEverythingIsLookedThrough() {
        plant.health(new PlantHealth(
                Optional.empty(),
                0,
                Optional.empty(),
                List.of("the picture 2026-11-23/0000000007-1-OK.png is gone"),
                List.of(),
                new TreeMap<>()));
        window.toggleButton("page.LOG").click();
        window.button("log.storage").click();
        DialogFixture storage = window.dialog("storage.dialog");
        storage.label("storage.pictures").requireText("48,211 pictures take 12.3 GB; 0 lost since the start");
        storage.label("storage.limits")
                .requireText("at most 20.0 GB, any number, at most 90 days old; the oldest give way");
        assertThat(storage.label("storage.pictures").target().getWidth()).isGreaterThan(200);
        storage.button("storage.verify.button").click();
        await().until(() -> storage.textBox("storage.said").text().equals("Everything reads as it was written."));
        storage.close();
        await().until(() -> robot.finder()
                        .findAll(window.target(), new GenericTypeMatcher<Banner>(Banner.class) {
                            @Override
                            protected boolean isMatching(Banner banner) {
                                return banner.isShowing()
                                        && banner.getAccessibleContext()
                                                .getAccessibleName()
                                                .contains("Something that is kept is damaged.");
                            }
                        })
                        .size()
                == 1);
    }

    @Test
    void closingAsksWhileAStationIsOnlineAndThenStopsTheServer() throws InterruptedException {
        window.close();
        var dialog = WindowFinder.findDialog(javax.swing.JDialog.class).using(robot);
        dialog.button("close.cancel").requireFocused().click();
        assertThat(stopped.getCount()).isEqualTo(1);
        window.requireVisible();

        window.close();
        WindowFinder.findDialog(javax.swing.JDialog.class)
                .using(robot)
                .button("close.stop")
                .click();
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Arrays.stream(data.toFile().list())).contains("window.yaml");
    }
}
