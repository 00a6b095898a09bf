package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
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
}
