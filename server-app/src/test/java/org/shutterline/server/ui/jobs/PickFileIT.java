package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.tool.model.TestModels;

/** A learned model is brought into a job in the window. */
@Tag("window")
final class PickFileIT {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private Robot robot;
    private FrameFixture window;

    @BeforeEach
    void open() throws Exception {
        robot = JobsStage.robot();
        ScriptedPlant plant = new ScriptedPlant().station(1, "plate-A", StationState.READY, "");
        PlateWorkshop workshop = new PlateWorkshop(data, SimulatedCameras.with(Map.of())).withDemoJob();
        workshop.produce(2);
        window = JobsStage.open(robot, plant, workshop, data, new Dimension(1600, 1000));
        window.toggleButton("page.JOBS").click();
        JobsStage.soon().until(() -> window.table("jobs").target().getRowCount() == 1);
        window.button("jobs.open").click();
        JobsStage.addTool(window, "anomaly");
        JobsStage.soon()
                .until(() -> window.button("setting.model.choose").target().isShowing());
    }

    @AfterEach
    void close() {
        if (robot != null) {
            robot.cleanUp();
        }
    }

    private void choose(String name, byte[] content) throws Exception {
        Path file = Files.write(elsewhere.resolve(name), content);
        window.button("setting.model.choose").click();
        JFileChooserFinder.findFileChooser()
                .withTimeout(10_000)
                .using(robot)
                .selectFile(file.toFile())
                .approve();
    }

    @Test
    void theButtonBesideItsSettingAsksForTheFileAndTheNameStandsThere() throws Exception {
        choose("seams.onnx", TestModels.brightness());
        JobsStage.soon()
                .until(() -> window.textBox("setting.model").target().getText().equals("seams.onnx"));

        choose("letter.onnx", "Dear Sir".getBytes());
        JobsStage.soon()
                .until(() ->
                        window.label("job.notice").target().getText().startsWith("letter.onnx was not taken: it is"));
        assertThat(window.textBox("setting.model").target().getText()).isEqualTo("seams.onnx");
    }
}
