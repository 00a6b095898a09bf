package org.shutterline.client.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.awaitility.Awaitility.await;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JPopupMenuFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shutterline.client.link.ScriptedServer;
import org.shutterline.client.operator.BenchThread;
import org.shutterline.client.operator.Samples;
import org.shutterline.client.settings.ClientSettings;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;

@Tag("window")
class ClientWindowIT {
    private final AtomicLong lastId = new AtomicLong(PlateStation.LAST_ID);
    private final AtomicLong keys = new AtomicLong();
    private final AtomicReference<ClientSettings> saved = new AtomicReference<>(ClientSettings.FIRST);
    private final PlateStation plates = new PlateStation(StationState.READY, false);
    private ScriptedServer server;
    private BenchThread bench;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() {
        Assumptions.assumeFalse(GraphicsEnvironment.isHeadless(), "a window needs a display");
        FailOnThreadViolationRepaintManager.install();
        server = new ScriptedServer(plates, this::judge);
        bench = new BenchThread(Clock.systemUTC());
        robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().delayBetweenEvents(10);
        robot.settings().eventPostingDelay(50);
        window = new FrameFixture(robot, execute(this::openWindow).frame());
        // a window manager may still be moving it, and a click would go to where it was
        await().until(() -> execute(() -> window.target().isActive()));
        robot.waitForIdle();
    }

    @AfterEach
    void close() throws IOException {
        if (window != null) {
            window.cleanUp();
            bench.close();
            server.close();
            FailOnThreadViolationRepaintManager.uninstall();
        }
    }

    /** A part whose name begins with BAD is bad. */
    private InspectionResult judge(Command.Trigger trigger) {
        String part = trigger.request().part().orElse("");
        return plates.remember(
                Samples.result(lastId.incrementAndGet(), part.startsWith("BAD") ? Verdict.NG : Verdict.OK, part));
    }

    private ClientWindow openWindow() {
        return OpenedWindow.with(
                bench, new SettingsKeeper(ClientSettings.FIRST, saved::set), () -> "key-" + keys.incrementAndGet());
    }

    private String spoken(String name) {
        Component component = robot.finder().findByName(window.target(), name);
        return execute(() -> component.getAccessibleContext().getAccessibleName());
    }

    private void awaitSpoken(String name, String start) {
        await().untilAsserted(() -> assertThat(spoken(name)).startsWith(start));
    }

    private boolean reads(String words) {
        return robot.finder()
                        .findAll(
                                window.target(),
                                component -> component instanceof JLabel label
                                        && label.isShowing()
                                        && label.getText() != null
                                        && label.getText().contains(words))
                        .size()
                > 0;
    }

    private void connect() {
        // set and not typed: the robot types as fast as a scanner, and what a scanner types is a part
        execute(() -> window.comboBox("address")
                .target()
                .setSelectedItem(server.address().toString()));
        window.button("connect").click();
        awaitSpoken("lamp", "Connected");
        awaitSpoken("verdict", "OK");
    }

    private void focusPicture() {
        Component picture = robot.finder().findByName(window.target(), "picture");
        robot.focusAndWaitForFocusGain(picture);
    }

    @Test
    void leadsAnOperatorThroughTheDay() throws IOException {
        connect();

        // Space captures, outside text fields
        focusPicture();
        robot.pressAndReleaseKey(KeyEvent.VK_SPACE);
        await().until(() -> server.triggers().size() == 1);
        await().untilAsserted(() -> assertThat(spoken("verdict")).contains("#1043"));

        // what a scanner types goes to the part field, and its Enter captures
        window.button("capture").focus();
        robot.enterText("BAD-7");
        robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        await().until(() -> server.triggers().size() == 2);
        assertThat(server.triggers().get(1).request().part()).contains("BAD-7");
        awaitSpoken("verdict", "NG");
        await().untilAsserted(() -> assertThat(spoken("verdict")).contains("too small", "BAD-7"));
        await().untilAsserted(() ->
                assertThat(window.textBox("part").target().getText()).isEmpty());

        // the film brings an earlier one back, and Home the newest
        focusPicture();
        robot.pressAndReleaseKey(KeyEvent.VK_LEFT);
        await().untilAsserted(() -> assertThat(spoken("verdict")).contains("Earlier result", "#1043"));
        robot.pressAndReleaseKey(KeyEvent.VK_HOME);
        awaitSpoken("verdict", "NG");

        // a lost link is told, and goes away by itself
        server.vanish();
        await().until(() -> reads("Connection lost at"));
        awaitSpoken("verdict", "NO LINK");
        assertThat(window.button("capture").target().isEnabled()).isFalse();
        server.comeBack();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(spoken("lamp")).startsWith("Connected"));
        await().until(() -> !reads("Connection lost at"));
        awaitSpoken("verdict", "NG");
    }

    @Test
    void whatTheRoleDoesNotAllowIsGreyAndSaysWhy() {
        server.lets(Role.VIEW);
        connect();
        await().until(() -> !window.button("capture").isEnabled()
                && window.button("capture").text().equals("Not allowed"));
        window.button("capture")
                .requireToolTip("Whoever is logged in here may not capture. Log in as somebody who may.");
        window.toggleButton("repeat").requireDisabled();
        window.textBox("part").requireDisabled();
        window.toggleButton("live").requireEnabled();
        assertThat(spoken("login")).isEqualTo("Nobody is logged in. Log in... (may look)");

        window.button("login").requireText("Log in").click();
        DialogFixture dialog = window.dialog("login");
        dialog.textBox("loginUser").enterText("anna");
        dialog.textBox("loginPassword").enterText("correct horse");
        server.lets(Role.TRIGGER);
        dialog.button("logIn").click();
        await().until(() -> window.button("login").text().equals("anna"));
    }

    @Test
    void givesEachCaptureAKeyOfItsOwn() {
        connect();
        robot.pressAndReleaseKey(KeyEvent.VK_F5);
        await().until(() -> server.triggers().size() == 1);
        await().untilAsserted(() -> assertThat(spoken("verdict")).contains("#1043"));
        robot.pressAndReleaseKey(KeyEvent.VK_F5);
        await().until(() -> server.triggers().size() == 2);

        assertThat(server.triggers())
                .extracting(trigger -> trigger.request().once())
                .doesNotContain(Optional.empty())
                .doesNotHaveDuplicates();
    }

    @Test
    void typesABlankIntoThePartFieldInsteadOfCapturing() {
        connect();
        robot.pressAndReleaseKey(KeyEvent.VK_F4);
        JTextField part = (JTextField) window.textBox("part").target();
        await().until(() -> execute(() -> part.isFocusOwner()));
        robot.enterText("A 1");

        await().untilAsserted(() -> assertThat(execute(() -> part.getText())).isEqualTo("A 1"));
        assertThat(server.triggers()).isEmpty();
    }

    @Test
    void speaksAnotherLanguageAtOnceAndRemembersIt() {
        try {
            window.button("language").click();
            new JPopupMenuFixture(robot, robot.findActivePopupMenu())
                    .menuItemWithPath("Deutsch")
                    .click();
            await().untilAsserted(
                            () -> assertThat(window.button("connect").text()).isEqualTo("Verbinden"));
            assertThat(saved.get().language()).isEqualTo(ClientSettings.Language.DE);
        } finally {
            execute(() -> Words.speak(Locale.ENGLISH));
        }
    }

    @Test
    void remembersWhereItConnectedTo() {
        connect();
        window.close();

        await().untilAsserted(() -> assertThat(saved.get().recent())
                .containsExactly(server.address().toString()));
        assertThat(saved.get().tabs())
                .containsExactly(new ClientSettings.Tab(server.address().toString(), 1));
        assertThat(saved.get().window()).isPresent();
    }

    @Test
    void showsAllOfItselfInTheSmallestSize() {
        window.resizeTo(new java.awt.Dimension(1024, 700));
        connect();

        for (String name : Arrays.asList("verdict", "capture", "counters", "film", "picture", "part", "more")) {
            Component component = robot.finder().findByName(window.target(), name);
            assertThat(execute(() -> component.isShowing()
                            && component.getHeight() > 20
                            && javax.swing.SwingUtilities.convertPoint(
                                                    component,
                                                    component.getWidth(),
                                                    component.getHeight(),
                                                    window.target())
                                            .y
                                    <= 700))
                    .as(name)
                    .isTrue();
        }
    }
}
