package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.cameras.ScriptedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.listeners.ScriptedListeners;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.statistics.ScriptedFigures;
import org.shutterline.server.storage.ScriptedStorage;

/** The field really changes on the screen: a camera that sees the screen is measured. */
@Tag("window")
class DelayDialogIT {
    @TempDir
    private Path data;

    private final ScreenDriver screen = new ScreenDriver();
    private TechnicianWindow technician;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void addTheCamera() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        robot = BasicRobot.robotWithNewAwtHierarchy();
        // a window with a live picture is never idle for long
        robot.settings().idleTimeout(50);
        robot.settings().eventPostingDelay(20);
        technician = TechnicianWindow.open(
                new Sources(
                        new ScriptedPlant(),
                        new PlateWorkshop(data, SimulatedCameras.with(Map.of())),
                        new ScriptedFigures(),
                        new ScriptedCameras().driver(screen),
                        new ScriptedListeners(),
                        new NoSimulator(),
                        new ScriptedStorage(),
                        new TrafficRing(),
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
        soon(() -> window.comboBox("cameras.kind").selectItem("Screen"));
        soon(() -> window.button("cameras.add").click());
    }

    private DialogFixture dialog() {
        soon(() -> window.button("cameras.measureDelay").requireEnabled());
        // not by the pointer: the button moves while the settings above it come
        EventQueue.invokeLater(window.button("cameras.measureDelay").target()::doClick);
        return WindowFinder.findDialog(JDialog.class)
                .withTimeout(20, TimeUnit.SECONDS)
                .using(robot);
    }

    @AfterEach
    void close() {
        if (robot != null) {
            technician.endEditor();
            technician.close();
            robot.cleanUp();
        }
    }

    /** As soon as that part of the window is there. */
    private static void soon(ThrowingRunnable deed) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(ComponentLookupException.class)
                .untilAsserted(deed);
    }

    private static Rectangle onScreen(Component part) {
        return GuiActionRunner.execute(() -> new Rectangle(part.getLocationOnScreen(), part.getSize()));
    }

    @Test
    void whatIsMeasuredOfTheFieldOnTheScreenIsSetUnlessItIsCancelled() {
        DialogFixture cancelled = dialog();
        cancelled.button("delay.start").requireText("Measure").click();
        soon(() -> cancelled.progressBar("delay.progress").requireVisible());
        cancelled.button("delay.close").requireText("Cancel").click();
        await().until(() -> !cancelled.target().isShowing());
        window.textBox("setting.latencyMs").requireEmpty();

        DialogFixture dialog = dialog();
        Rectangle field = onScreen(robot.finder().findByName(dialog.target(), "delay.light"));
        field.grow(-field.width / 3, -field.height / 3);
        screen.look(field);
        dialog.button("delay.start").click();
        soon(() -> dialog.label("delay.headline").requireText("Seen: 10 of 10 changes"));
        String use = dialog.button("delay.use").text();
        dialog.button("delay.use").click();
        await().until(() -> !dialog.target().isShowing());
        soon(() -> assertThat(use)
                .isEqualTo("Use %,d ms"
                        .formatted(Integer.valueOf(
                                window.textBox("setting.latencyMs").text()))));
    }
}
