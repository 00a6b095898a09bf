package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.terminal.TerminalRow;
import org.shutterline.server.ui.TechnicianWindow;

/** The page of connections in the real window of a real server. */
@Tag("window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsWindowIT {
    private Server server;
    private TechnicianWindow technician;
    private Robot robot;
    private FrameFixture window;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().idleTimeout(200);
        robot.settings().eventPostingDelay(20);
        TrafficRing traffic = new TrafficRing();
        server = Server.start(
                new Wishes(data, Optional.empty(), true, Optional.of(0), false), new TrafficRelay(traffic));
        technician = TechnicianWindow.open(
                server.plant(),
                server.workshop(),
                server.figures(),
                server.cameras(),
                new NoSimulator(),
                traffic,
                new LogRing(),
                Optional.empty(),
                data,
                () -> {});
        window = WindowFinder.findFrame(new GenericTypeMatcher<JFrame>(JFrame.class) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.isShowing() && frame.getTitle().contains("Shutterline");
                    }
                })
                .withTimeout(60, TimeUnit.SECONDS)
                .using(robot);
        window.toggleButton("page.CONNECTIONS").click();
    }

    @AfterAll
    void close() {
        if (robot != null) {
            technician.endEditor();
            technician.close();
            robot.cleanUp();
            server.close();
        }
    }

    private InetSocketAddress listener() {
        return List.copyOf(server.listeners()).get(0).address();
    }

    /** Looked up without a fixture, whose search tells all of the window when it finds nothing. */
    private boolean says(String name, String words) {
        return GuiActionRunner.execute(() -> robot
                .finder()
                .findAll(
                        window.target(),
                        part -> part instanceof JTextComponent && name.equals(part.getName()) && part.isShowing())
                .stream()
                .anyMatch(part -> ((JTextComponent) part).getText().contains(words)));
    }

    private List<String> talk() {
        JList<?> lines = robot.finder().findByName(window.target(), "terminal.lines", JList.class);
        return GuiActionRunner.execute(() -> java.util.stream.IntStream.range(
                        0, lines.getModel().getSize())
                .mapToObj(i -> ((TerminalRow) lines.getModel().getElementAt(i)).text())
                .toList());
    }

    @Test
    void aPeerWithoutLineEndIsNamedAndTheFixMakesItsTriggerAnswer() {
        try (BarePeer peer = new BarePeer(listener())) {
            peer.says("HELLO,robot 2\r\n").line();
            peer.says("T1");
            await().atMost(Duration.ofSeconds(30)).until(() -> says("finding.title", "robot 2 sends no line end"));
            assertThat(window.textBox("finding.text").text()).contains("T1");
            window.button("finding.fix").click();
            assertThat(peer.line()).startsWith("T1,");
            assertThat(peer.says("T1").line()).startsWith("T1,");
            await().atMost(Duration.ofSeconds(30)).until(() -> !says("finding.title", "robot 2 sends no line end"));
            window.label("doctor.well").requireVisible();
        }
    }

    @Test
    void theTerminalTriggersAndShowsTheAnswerAndSaysWhatIsTypedWrong() {
        window.textBox("terminal.typed").enterText("T1");
        window.button("terminal.send").click();
        await().atMost(Duration.ofSeconds(30)).until(() -> talk().size() == 2);
        assertThat(talk().get(1)).startsWith("T1,");

        window.textBox("terminal.typed").deleteText().enterText("T1\\q\n");
        await().atMost(Duration.ofSeconds(30)).until(() -> says("terminal.note", "stands for no byte"));
        assertThat(talk()).hasSize(2);
        window.textBox("terminal.typed").pressAndReleaseKeys(java.awt.event.KeyEvent.VK_UP);
        window.textBox("terminal.typed").pressAndReleaseKeys(java.awt.event.KeyEvent.VK_UP);
        window.textBox("terminal.typed").requireText("T1");
    }
}
