package org.shutterline.server.tool.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.text.TextFactory;

/** What the libraries of learned tools leave behind: in memory over many runs, on the disk when the program is killed. */
class LearnedToolsIT {
    private static final long MOST_KB = 40_000;
    private static final int UNPACKED_ONCE_MB = 130;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"classify", "detect", "text"})
    void memoryStaysFlatOverManyRunsAndManyTools(String tool) throws Exception {
        assertThat(Long.parseLong(run(tool, "400", folder, folder))).isLessThan(MOST_KB);
    }

    @Test
    void aKilledProgramLeavesNothingThatGrows() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temp = Files.createDirectory(folder.resolve("temp"));
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            run("classify", "0", home, temp);
            run("text", "0", home, temp);
            files.add(names(home) + names(temp));
        }
        assertThat(files).containsOnly(files.get(0));
        assertThat(megabytes(home)).isLessThan(UNPACKED_ONCE_MB);
        assertThat(megabytes(temp)).isLessThan(1);
    }

    private static String run(String tool, String runs, Path home, Path temp) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        tool,
                        runs)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(7);
        return said;
    }

    private static String names(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }

    private static long megabytes(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
    }

    /** Runs a tool, and makes it anew at times, and prints by how many KB the process grew meanwhile. Ends as if killed. */
    static final class Probe {
        public static void main(String[] args) throws Exception {
            int runs = Integer.parseInt(args[1]);
            byte[] model = args[0].equals("detect") ? TestModels.darkPatchesInColumns() : TestModels.edges(64, 64);
            Path file = Files.createTempFile("probe", ".onnx");
            Files.write(file, model);
            try (TestScene scene = runs == 0 ? TestScene.blank(1280, 960, 128) : HoleExamples.plate(1, true)) {
                look(args[0], file, scene, Math.max(1, runs / 2));
                long before = residentKb();
                look(args[0], file, scene, runs);
                System.out.println(residentKb() - before);
            }
            Files.delete(file);
            System.out.flush();
            Runtime.getRuntime().halt(7);
        }

        private static void look(String tool, Path model, TestScene scene, int runs) throws Exception {
            InspectionToolFactory factory = tool.equals("text")
                    ? new TextFactory()
                    : tool.equals("detect") ? new DetectFactory() : new ClassifyFactory();
            Map<String, Object> region = tool.equals("text")
                    ? Map.of("x", 638, "y", 396, "width", 140, "height", 36, "angle", 90)
                    : HoleExamples.PLACE.asWritten();
            Map<String, Object> raw =
                    tool.equals("text") ? Map.of("region", region) : Map.of("region", region, "model", "m.onnx");
            Options options = Options.checked("probe", raw, factory.settings());
            for (int done = 0; done < runs; done += 20) {
                try (InspectionTool made = factory.create(options, (name, place) -> model)) {
                    for (int i = 0; i < (tool.equals("text") ? 20 : 200); i++) {
                        made.inspect(scene);
                    }
                }
            }
        }

        private static long residentKb() throws IOException {
            System.gc();
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
