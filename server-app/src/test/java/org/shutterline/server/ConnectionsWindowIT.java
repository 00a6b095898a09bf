package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.WireText;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.TrafficRelay;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.storage.ScriptedStorage;
import org.shutterline.server.terminal.TerminalRow;
import org.shutterline.server.ui.Sources;
import org.shutterline.server.ui.TechnicianWindow;
import org.shutterline.server.ui.settings.SettingRow;

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
                new Sources(
                        server.desk().plant(),
                        server.desk().workshop(),
                        server.desk().figures(),
                        server.desk().cameras(),
                        server.desk().listening(),
                        new NoSimulator(),
                        new ScriptedStorage(),
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
                .withTimeout(60, TimeUnit.SECONDS)
                .using(robot);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .until(this::showsTheConnections);
    }

    /** A window that has just come may still be laid out, so that a click goes beside; a page that is shown stays so. */
    private boolean showsTheConnections() {
        JToggleButton page = window.toggleButton("page.CONNECTIONS").click().target();
        return GuiActionRunner.execute(page::isSelected);
    }

    /** Clicks a button once it stands still: a card that has just come moves it while its words are laid out. */
    private void press(String name) {
        JButton button = window.button(name).target();
        AtomicReference<Optional<Point>> before = new AtomicReference<>(Optional.empty());
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    Optional<Point> now = GuiActionRunner.execute(() -> Optional.of(button.getLocationOnScreen()));
                    return now.equals(before.getAndSet(now));
                });
        window.button(name).click();
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
            press("finding.fix");
            await().alias("the press")
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            List.copyOf(server.listeners()).get(0).options().get(LineRules.SILENCE) == 20);
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

    @Test
    void aListenerIsAddedAndItsPlcIsAnsweredAsItsPreviewShowed() throws IOException {
        try (BarePeer peer = new BarePeer(listener())) {
            assertThat(peer.says("T1\r\n").line()).startsWith("T1,");
        }
        int port = freePort();
        window.button("listeners.add").click();
        DialogFixture dialog =
                WindowFinder.findDialog("listener.dialog").withTimeout(30_000).using(robot);
        dialog.comboBox("setting.dialect").selectItem("keyence-xg, Keyence CV-X and XG-X");
        dialog.textBox("setting.port").deleteText().enterText("99999");
        await().atMost(Duration.ofSeconds(30)).until(() -> !isEnabled(dialog, "listener.save"));
        assertThat(dialog.textBox("setting.port.below").text()).contains("65535");
        dialog.textBox("setting.port").deleteText().enterText(Integer.toString(port));
        intoView(dialog.textBox("setting.resultFields").target());
        dialog.textBox("setting.resultFields").deleteText().enterText("station\ntext:go");
        await().atMost(Duration.ofSeconds(30)).until(() -> previewed(dialog).contains("1,go<CR>"));
        dialog.button("listener.save").click();
        await().atMost(Duration.ofSeconds(30)).until(() -> server.listeners().size() == 2);
        await().atMost(Duration.ofSeconds(30)).until(() -> !dialog.target().isShowing());
        try (BarePeer plc = new BarePeer(new InetSocketAddress("127.0.0.1", port))) {
            plc.says("T1\r");
            assertThat(plc.line()).isEqualTo("T1");
            assertThat(plc.line()).isEqualTo("1,go");
        }
    }

    private static void intoView(JTextComponent field) {
        GuiActionRunner.execute(() -> ((JComponent) SwingUtilities.getAncestorOfClass(SettingRow.class, field))
                .scrollRectToVisible(new Rectangle(1, 120)));
    }

    private boolean isEnabled(DialogFixture dialog, String button) {
        return GuiActionRunner.execute(() -> dialog.button(button).target().isEnabled());
    }

    /** The lines of the preview with their ends. */
    private List<String> previewed(DialogFixture dialog) {
        return GuiActionRunner.execute(
                () -> robot.finder().findAll(dialog.target(), WireText.class::isInstance).stream()
                        .map(part -> ((WireText) part).getToolTipText())
                        .toList());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
