package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JTable;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.look.ToolList;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.monitor.ScriptedPlant;

/** The editor by its keys, wherever the focus is. */
@Tag("window")
final class EditorKeysIT {
    private static final int PARTS = 6;
    private static final int TOOLS = 8;

    @TempDir
    private Path data;

    private PlateWorkshop workshop;
    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws Exception {
        robot = JobsStage.robot();
        ScriptedPlant plant = new ScriptedPlant().station(1, "plate-A", StationState.READY, "");
        workshop = new PlateWorkshop(data, SimulatedCameras.with(Map.of())).withDemoJob();
        workshop.produce(PARTS);
        window = JobsStage.open(robot, plant, workshop, data, new Dimension(1600, 1000));
        window.toggleButton("page.JOBS").click();
        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 1);
        window.button("jobs.open").click();
        JobsStage.soon().until(() -> tools() == TOOLS);
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    private int tools() {
        ToolList list = robot.finder().findByName(window.target(), "tools", ToolList.class);
        return GuiActionRunner.execute(() -> list.getModel().getSize());
    }

    private int tried() {
        JTable rows = robot.finder().findByName(window.target(), "tried", JTable.class, false);
        return GuiActionRunner.execute(rows::getRowCount);
    }

    private boolean isShowing(String name, Class<? extends Component> type) {
        return robot.finder().findByName(window.target(), name, type, false).isShowing();
    }

    /** The focus stays where it is. */
    private void withCtrl(int key) {
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(KeyEvent.VK_CONTROL);
    }

    private void addTool() {
        JobsStage.addTool(window, "brightness");
        JobsStage.soon().until(() -> tools() == TOOLS + 1);
    }

    @Test
    void ctrlZTakesAChangeBackAndCtrlYDoesItAgain() {
        addTool();
        withCtrl(KeyEvent.VK_Z);
        JobsStage.soon().until(() -> tools() == TOOLS);
        JobsStage.soon().until(() -> window.button("job.redo").target().isEnabled());
        withCtrl(KeyEvent.VK_Y);
        JobsStage.soon().until(() -> tools() == TOOLS + 1);
        assertThat(window.button("job.redo").target().isEnabled()).isFalse();
    }

    @Test
    void onAnotherPageTheyLeaveTheDraftAlone() {
        addTool();
        window.toggleButton("page.LOG").click();
        withCtrl(KeyEvent.VK_Z);
        withCtrl(KeyEvent.VK_ENTER);
        window.pressAndReleaseKeys(KeyEvent.VK_F9);
        window.toggleButton("page.JOBS").click();
        // what they would have begun would be done before this
        window.button("picture.older").click();
        JobsStage.soon().until(() -> window.button("picture.newer").target().isEnabled());
        assertThat(tools()).isEqualTo(TOOLS + 1);
        assertThat(isShowing("question.yes", JButton.class)).isFalse();
        assertThat(tried()).isZero();
    }

    @Test
    void f9TriesTheDraftOnPicturesOfProduction() {
        window.pressAndReleaseKeys(KeyEvent.VK_F9);
        JobsStage.soon().until(() -> tried() == PARTS);
    }

    @Test
    void ctrlEnterAsksAndOnlyTheAnswerPutsItIntoService() throws Exception {
        addTool();
        withCtrl(KeyEvent.VK_ENTER);
        JobsStage.soon().until(() -> window.button("question.yes").target().isShowing());
        JobsStage.soon().until(() -> window.button("question.cancel").target().isFocusOwner());
        assertThat(workshop.jobs().versions("plate-A")).hasSize(1);
        window.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        JobsStage.soon().until(() -> !isShowing("question.yes", JButton.class));
        assertThat(workshop.jobs().versions("plate-A")).hasSize(1);

        withCtrl(KeyEvent.VK_ENTER);
        JobsStage.soon().until(() -> window.button("question.yes").target().isShowing());
        window.button("question.yes").click();
        JobsStage.soon().until(() -> workshop.jobs().versions("plate-A").size() == 2);
        assertThat(workshop.jobs().content("plate-A").tree().toString()).contains("id=brightness");
    }
}
