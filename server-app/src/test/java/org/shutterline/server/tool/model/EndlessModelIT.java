package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;

/** A model that runs without end is ended when it is tried, and nothing of it goes on. */
class EndlessModelIT {
    @TempDir
    Path folder;

    @Test
    @Timeout(20)
    void isEndedAndRefused() throws Exception {
        Vision.load();
        Path file = Files.write(folder.resolve("endless.onnx"), TestModels.endless());
        ModelFile model = new ModelFile(file, "test.model", Duration.ofMillis(300));
        Options options = Options.checked("test", Map.of("model", "endless.onnx"), new AnomalyFactory().settings());
        try (Network network = model.open(ModelOptions.read(options))) {
            assertThatThrownBy(() -> model.tried(network))
                    .isInstanceOf(BadSetting.class)
                    .hasMessage("test.model: the model endless.onnx did not come to an end with one grey picture within"
                            + " 300 ms");
        }
    }

    /** Not all models show it on the grey picture of their trial. */
    @Test
    @Timeout(20)
    void isEndedInProductionWhenTheTimeOfThePartIsOver() throws Exception {
        Vision.load();
        Path file = Files.write(folder.resolve("endless.onnx"), TestModels.endless());
        ModelFile read = new ModelFile(file, "test.model", Duration.ofMillis(300));
        Options options = Options.checked("test", Map.of("model", "endless.onnx"), new AnomalyFactory().settings());
        try (Model model = new Model(read.open(ModelOptions.read(options)), Optional.empty(), Fit.STRETCH)) {
            Mat canvas = Mat.zeros(model.input().heightPx(), model.input().widthPx(), CvType.CV_8UC1);
            TestScene scene = TestScene.blank(64, 48, 90).withNanosLeft(300_000_000);
            assertThatThrownBy(() -> model.run(canvas, scene))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("its time is over");
            canvas.release();
        }
    }
}
