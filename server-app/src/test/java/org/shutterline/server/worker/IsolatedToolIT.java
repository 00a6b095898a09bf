package org.shutterline.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.spi.program.JsonLine;

/** Real worker processes, with tools that do to them what no tool should do to a server. */
final class IsolatedToolIT {
    private static final Workers WORKERS = Workers.likeThis(BadWorker.class.getName());
    private static final long LIMIT_MS = 500;
    private static final JobFiles NONE = (name, place) -> {
        throw new BadSetting(place, "no file " + name);
    };

    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingBehind() {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(ProcessHandle.current().children().toList()).isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("program-"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"blobs", "brightness"})
    void findsExactlyWhatItWouldFindInTheServer(String id) throws Exception {
        InspectionToolFactory kind =
                Catalog.installed("tool", InspectionToolFactory.class).find(id, "");
        Map<String, Object> settings = Map.of("region", Map.of("x", 5, "y", 6, "width", 60, "height", 40, "angle", 3));
        try (InspectionTool here = tool(kind, settings, NONE);
                InspectionTool there = tool(WORKERS.isolated(kind, settings, 128), settings, NONE)) {
            for (int seed = 1; seed < 5; seed++) {
                try (TestScene scene = TestScene.noise(100, 80, new SplittableRandom(seed))
                        .lying(Pose.of(new Point(0, 0), new Point(3, 4), 2, 1))) {
                    assertThat(there.inspect(scene)).isEqualTo(here.inspect(scene));
                }
            }
        }
    }

    @Test
    void seesColoursAndTheFilesOfTheJob() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content");
        JobFiles files = (name, place) -> name.equals("file") ? file : NONE.find(name, place);
        Vision.load();
        Mat green = new Mat(4, 4, CvType.CV_8UC3, new Scalar(0, 200, 0));
        try (InspectionTool tool = bad(Map.of("file", "file"), files);
                TestScene scene = TestScene.overColour(green)) {
            assertThat(tool.inspect(scene).values())
                    .containsEntry("level", scene.grey().get(0, 0)[0])
                    .containsEntry("file", file.toString());
        }
    }

    @Test
    void findsFilesOfADraftThatLieApart() throws Exception {
        Path first =
                Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("first"), "content");
        Path second =
                Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("second"), "content");
        JobFiles files =
                (name, place) -> name.equals("first") ? first : name.equals("second") ? second : NONE.find(name, place);
        try (InspectionTool tool = bad(Map.of("file", "first", "other", "second"), files)) {
            assertThat(inspect(tool, "ok", 20_000).values()).containsEntry("file", first + " " + second);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hang, did not answer in time",
        "segfault, ended with exit code",
        "halt, ended with exit code 9",
        "heap, ended with exit code 3",
    })
    void isKilledAndStartedAgain(String deed, String reason) throws Exception {
        try (InspectionTool tool = bad(Map.of(), NONE)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> inspect(tool, deed, deed.equals("hang") ? LIMIT_MS : 20_000))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining(reason);
            if (deed.equals("hang")) {
                assertThat(System.nanoTime() - start).isLessThan(2 * LIMIT_MS * 1_000_000);
            }
            assertThat(inspect(tool, "ok", 20_000).values()).containsEntry("level", 9.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fail, it is too dark",
        "break, the tool has a fault of its own and could not judge this picture; the log says more",
        "ask, an isolated tool cannot ask",
    })
    void tellsWhyTheToolFailedAndGoesOn(String deed, String reason) throws Exception {
        try (InspectionTool tool = bad(Map.of(), NONE)) {
            assertThatThrownBy(() -> inspect(tool, deed, 20_000))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining(reason);
            assertThat(inspect(tool, "print", 20_000).values()).containsEntry("level", 9.0);
        }
    }

    @Test
    void itsSettingsAreRefusedAsIfItWereMadeHere() {
        assertThatThrownBy(() -> bad(Map.of("file", "refuse"), NONE))
                .isInstanceOf(BadSetting.class)
                .hasMessage("test.file: expected another");
    }

    @Test
    void isRefusedIfItsWorkerEndsWhileItIsMade() {
        assertThatThrownBy(() -> bad(Map.of("file", "halt"), NONE))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(
                        "test: expected that its worker process makes the tool, but it ended with exit code 9");
    }

    @Test
    void isRefusedIfItIsNotMadeInTime() {
        Map<String, Object> settings = Map.of("file", "hang");
        InspectionToolFactory kind =
                new IsolatedKind(new BadTools(), settings, WORKERS.command(64, List.of()), Duration.ofMillis(LIMIT_MS));
        assertThatThrownBy(() -> tool(kind, settings, NONE))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(
                        "test: expected that its worker process makes the tool, but it did not say hello within 500 ms");
    }

    @Test
    void endsWithItsServerEvenWhileItsToolHangs() throws Exception {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadWorker.class.getName())
                .redirectError(new File("/dev/null"))
                .start();
        worker.getOutputStream()
                .write(JsonLine.write(Map.of(
                        "hello",
                        "server",
                        "settings",
                        Map.of("tool", "bad", "place", "test", "files", Map.of(), "settings", Map.of()))));
        worker.getOutputStream()
                .write(JsonLine.write(Map.of(
                        "picture",
                        1,
                        "width",
                        1,
                        "height",
                        1,
                        "format",
                        "mono8",
                        "bytes",
                        1,
                        "leftMs",
                        10,
                        "part",
                        "hang",
                        "takenAt",
                        "2026-01-01T00:00:00Z",
                        "pose",
                        List.of(1, 0, 0, 0))));
        worker.getOutputStream().write(0);
        worker.getOutputStream().flush();
        assertThat(worker.inputReader().readLine()).contains("hello");
        worker.getOutputStream().close();
        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    private static InspectionTool bad(Map<String, Object> settings, JobFiles files) {
        return tool(WORKERS.isolated(new BadTools(), settings, 64), settings, files);
    }

    private static InspectionTool tool(InspectionToolFactory kind, Map<String, Object> settings, JobFiles files) {
        return kind.create(Options.checked("test", settings, kind.settings()), files);
    }

    private static Finding inspect(InspectionTool tool, String part, long ms) throws ToolException {
        try (TestScene blank = TestScene.blank(1280, 1024, 9);
                TestScene scene = blank.withPart(part);
                TestScene timed = scene.withNanosLeft(ms * 1_000_000)) {
            return tool.inspect(timed);
        }
    }
}
