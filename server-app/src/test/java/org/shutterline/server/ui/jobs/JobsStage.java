package org.shutterline.server.ui.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.awaitility.core.ConditionFactory;
import org.shutterline.server.cameras.ScriptedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.listeners.ScriptedListeners;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.NoSimulator;
import org.shutterline.server.statistics.ScriptedFigures;
import org.shutterline.server.storage.ScriptedStorage;
import org.shutterline.server.ui.Sources;
import org.shutterline.server.ui.TechnicianWindow;

/** The technician's window over a workshop of plates, in English. */
final class JobsStage {
    private JobsStage() {}

    /** The test is skipped where there is no display. */
    static Robot robot() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        return BasicRobot.robotWithNewAwtHierarchy();
    }

    static FrameFixture open(Robot robot, ScriptedPlant plant, PlateWorkshop workshop, Path data, Dimension size) {
        TechnicianWindow.open(
                new Sources(
                        plant,
                        workshop,
                        new ScriptedFigures(),
                        new ScriptedCameras(),
                        new ScriptedListeners(),
                        new NoSimulator(),
                        new ScriptedStorage(),
                        new TrafficRing(),
                        new LogRing(),
                        Optional.empty()),
                data,
                () -> {});
        FrameFixture window = WindowFinder.findFrame(new GenericTypeMatcher<JFrame>(JFrame.class) {
                    @Override
                    protected boolean isMatching(JFrame frame) {
                        return frame.isShowing() && frame.getTitle().contains("Shutterline");
                    }
                })
                .withTimeout(20, TimeUnit.SECONDS)
                .using(robot);
        window.resizeTo(size);
        return window;
    }

    /** A part of the window that is not there yet may come. */
    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).ignoreException(ComponentLookupException.class);
    }

    /** A click that meets a window which still moves opens no menu, so it is made again. */
    static void addTool(FrameFixture window, String kind) {
        soon().until(() -> {
            window.button("tools.add").click();
            window.menuItem("kind." + kind).click();
            return true;
        });
    }
}
