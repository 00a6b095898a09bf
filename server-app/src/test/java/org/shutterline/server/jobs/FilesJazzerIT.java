package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for files that no seed is, always from the same start; with {@code -Dshutterline.fuzz.seconds=3600} it looks
 * for so long. A file that is taken wrongly is printed in Base64.
 */
class FilesJazzerIT {
    private static final int SECONDS = Integer.getInteger("shutterline.fuzz.seconds", 0);
    private static final int RUNS = 600;
    private static final int LONGEST_START_S = 240;
    private static final long SEED = Long.getLong("shutterline.seed", 20_261_126);

    @TempDir
    Path folder;

    @Test
    void findsNoFileThatIsNeitherGoodNorRefused() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FilesFuzz.class.getName(),
                        "--instrumentation_includes=org.shutterline.**",
                        "--custom_hook_includes=org.shutterline.**",
                        "--reproducer_path=" + folder,
                        "-seed=" + SEED,
                        SECONDS > 0 ? "-max_total_time=" + SECONDS : "-runs=" + RUNS,
                        Files.createDirectory(folder.resolve("found")).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(SECONDS + LONGEST_START_S, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            jazzer.destroyForcibly();
        }
        List<String> said = Files.readAllLines(output);
        assertThat(jazzer.exitValue()).as(String.join("\n", said)).isZero();
        assertThat(said).as("it looked").anyMatch(line -> line.matches("Done \\d{3,} runs in .*"));
    }
}
