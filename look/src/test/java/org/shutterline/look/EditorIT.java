package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import net.miginfocom.swing.MigLayout;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shutterline.look.edit.Box;
import org.shutterline.look.edit.EditShape;
import org.shutterline.look.edit.RegionEditor;

/** The parts of the job editor in a window, used by a real pointer and real keys. */
@Tag("window")
final class EditorIT {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Robot robot;
    private FrameFixture window;
    private ToolList list;
    private PicturePane pane;
    private RegionEditor editor;
    private LimitsChart chart;

    @BeforeEach
    void open() {
        assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display, such as DISPLAY=:1");
        robot = BasicRobot.robotWithNewAwtHierarchy();
        window = new FrameFixture(robot, GuiActionRunner.execute(this::frame));
        window.show();
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.cleanUp();
        }
    }

    private JFrame frame() {
        Words.speak(Locale.ENGLISH);
        Theme.DARK.install();
        list = new ToolList();
        list.show(EditorSheets.rows(), Optional.of("holeA"));
        list.listener(new Told());
        pane = new PicturePane();
        pane.show(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), List.of());
        editor = new RegionEditor(pane);
        editor.show(Optional.of(new Box(200, 200, 200, 100, 0)));
        editor.listener(new Told());
        chart = new LimitsChart();
        chart.listener(new Told());
        LimitsChart.Band band = LimitsChart.Band.of(OptionalDouble.of(11.9), OptionalDouble.of(12.1));
        chart.show(EditorSheets.values(), OptionalDouble.of(12.03), State.OK, band, 2);
        JFrame frame = new JFrame("Editor");
        frame.setLayout(new MigLayout("insets 8, gap 8"));
        frame.add(list, "w 280!, aligny top");
        frame.add(pane, "w 400!, h 300!");
        frame.add(chart, "w 336!, h 208!");
        return frame;
    }

    @Test
    void movesAToolByDraggingItsRow() {
        drag(list, new Point(120, 80), new Point(120, 215));
        awaitTold(1);
        assertThat(told).containsExactly("moved holeA 3");
        told.clear();
        drag(list, new Point(120, 80), new Point(120, 90));
        assertThat(told).isEmpty();
    }

    @Test
    void choosesByKeysAndRenamesInPlace() {
        robot.focusAndWaitForFocusGain(list);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_F2);
        robot.waitForIdle();
        robot.enterText("right hole");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
        awaitTold(2);
        assertThat(told).containsExactly("chosen holeB", "renamed holeB right hole");
    }

    @Test
    void movesARegionByDraggingAndByHeldKeys() {
        drag(pane, new Point(150, 125), new Point(170, 135));
        awaitTold(1);
        assertThat(told).last().isEqualTo("changed 240, 220  200 x 100");
        with(KeyEvent.VK_SHIFT, KeyEvent.VK_RIGHT);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_DOWN);
        with(KeyEvent.VK_ALT, KeyEvent.VK_RIGHT);
        awaitTold(4);
        assertThat(told.stream().filter(words -> words.startsWith("changed")))
                .containsExactly(
                        "changed 240, 220  200 x 100",
                        "changed 250, 220  200 x 100",
                        "changed 250, 220  200 x 101",
                        "changed 250, 220  200 x 101  0.1\u00b0");
    }

    @Test
    void movesALimitByDraggingAndByKeys() {
        Component high = chart.getComponent(1);
        drag(high, new Point(12, 60), new Point(-30, 60));
        awaitTold(1);
        assertThat(told).hasSize(1).first().asString().startsWith("limits 11.9 12.0");
        robot.pressAndReleaseKeys(KeyEvent.VK_LEFT);
        robot.waitForIdle();
        awaitTold(2);
        assertThat(told).hasSize(2);
    }

    private void with(int modifier, int key) {
        robot.pressKey(modifier);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(modifier);
        robot.waitForIdle();
    }

    /** Waits until the window stands where the pointer will go: a window manager moves it after it is shown. */
    private void point(Component part, Point at) {
        Pause.pause(
                new Condition(
                        "the pointer over " + at + " of " + part.getClass().getSimpleName()) {
                    @Override
                    public boolean test() {
                        robot.moveMouse(part, at);
                        robot.waitForIdle();
                        return at.equals(GuiActionRunner.execute(() -> part.getMousePosition()));
                    }
                },
                Timeout.timeout(10, TimeUnit.SECONDS));
    }

    /** A real event comes through the display's queue, so what it leads to is awaited. */
    private void awaitTold(int count) {
        Pause.pause(
                new Condition(count + " things told") {
                    @Override
                    public boolean test() {
                        return told.size() >= count;
                    }
                },
                Timeout.timeout(5, TimeUnit.SECONDS));
    }

    private void drag(Component part, Point from, Point to) {
        point(part, from);
        robot.pressMouse(part, from, MouseButton.LEFT_BUTTON);
        robot.moveMouse(part, new Point((from.x + to.x) / 2, (from.y + to.y) / 2));
        robot.moveMouse(part, to);
        robot.releaseMouse(MouseButton.LEFT_BUTTON);
        robot.waitForIdle();
    }

    private final class Told implements ToolList.Listener, RegionEditor.Listener, LimitsChart.Listener {
        @Override
        public void chosen(String toolId) {
            told.add("chosen " + toolId);
        }

        @Override
        public void renamed(String toolId, String title) {
            told.add("renamed " + toolId + " " + title);
        }

        @Override
        public void moved(String toolId, int place) {
            told.add("moved " + toolId + " " + place);
        }

        @Override
        public void changing(EditShape shape) {
            // Only whole steps count here.
        }

        @Override
        public void changed(EditShape shape) {
            told.add("changed " + shape.words());
        }

        @Override
        public void changing(OptionalDouble low, OptionalDouble high) {
            // Only whole steps count here.
        }

        @Override
        public void changed(OptionalDouble low, OptionalDouble high) {
            told.add("limits " + low.orElse(-1) + " " + high.orElse(-1));
        }
    }
}
