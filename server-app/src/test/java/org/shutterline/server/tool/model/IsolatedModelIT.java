package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.WorkerMain;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.worker.Workers;

/** A learned model in a worker process as the program starts it. */
class IsolatedModelIT {
    private static final Workers WORKERS = Workers.likeThis(WorkerMain.class.getName());
    private static final int MEMORY_MB = 128;
    private static final long LIMIT_MS = 1_000;
    private static final long PATIENCE_MS = 20_000;

    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingBehind() {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(ProcessHandle.current().children().toList()).isEmpty());
    }

    @Test
    void findsExactlyWhatItWouldFindInTheServer() throws Exception {
        int size = HoleExamples.SIZE;
        Map<String, Object> settings = model(TestModels.strangeness(size, size, new float[size * size], true));
        try (InspectionTool here = tool(new AnomalyFactory(), settings);
                InspectionTool there = isolated(settings)) {
            for (int seed = 1; seed < 4; seed++) {
                try (TestScene scene = TestScene.noise(160, 120, new SplittableRandom(seed))) {
                    Finding found = there.inspect(scene);
                    assertThat(found.values()).containsKey("score");
                    assertThat(found).isEqualTo(here.inspect(scene));
                }
            }
        }
    }

    /** The library may give up the run in the very moment in which the process would be killed for it. */
    @Test
    void isGivenUpOrKilledWhenItsModelComesToNoEndAndJudgesTheNextPicture() throws Exception {
        try (InspectionTool tool = isolated(model(TestModels.endlessAbove(0.75f)))) {
            assertThat(inspect(tool, 100, PATIENCE_MS).values()).containsKey("score");
            List<ProcessHandle> first = ProcessHandle.current().children().toList();
            assertThat(first).hasSize(1);

            long start = System.nanoTime();
            ToolException late = catchThrowableOfType(ToolException.class, () -> inspect(tool, 250, LIMIT_MS));
            assertThat(System.nanoTime() - start).isLessThan(2 * LIMIT_MS * 1_000_000);
            assertThat(late.getMessage()).containsAnyOf("did not answer in time", "its time is over");
            if (late.getMessage().contains("did not answer in time")) {
                await().atMost(Duration.ofSeconds(5)).until(() -> !first.get(0).isAlive());
            }

            assertThat(inspect(tool, 100, PATIENCE_MS).values()).containsKey("score");
        }
    }

    @Test
    void isRefusedWhenItIsMadeIfItsModelComesToNoEndAtAll() throws Exception {
        Map<String, Object> settings = model(TestModels.endless());
        assertThatThrownBy(() -> isolated(settings))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(
                        "test.model: the model learned.onnx did not come to an end with one grey picture");
    }

    private Map<String, Object> model(byte[] bytes) throws Exception {
        Files.write(folder.resolve("learned.onnx"), bytes);
        return Map.of("model", "learned.onnx");
    }

    private InspectionTool isolated(Map<String, Object> settings) {
        return tool(WORKERS.isolated(new AnomalyFactory(), settings, MEMORY_MB), settings);
    }

    private InspectionTool tool(InspectionToolFactory kind, Map<String, Object> settings) {
        return kind.create(Options.checked("test", settings, kind.settings()), (name, place) -> folder.resolve(name));
    }

    private static Finding inspect(InspectionTool tool, int level, long ms) throws ToolException {
        try (TestScene plain = TestScene.blank(160, 120, level);
                TestScene timed = plain.withNanosLeft(ms * 1_000_000)) {
            return tool.inspect(timed);
        }
    }
}
