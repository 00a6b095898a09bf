package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;

class VisionIT {
    @TempDir
    Path folder;

    @Test
    void leavesOneCopyHoweverOftenAProgramIsKilled() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temp = Files.createDirectory(folder.resolve("temp"));
        for (int i = 0; i < 3; i++) {
            assertThat(loadAndHalt(home, temp)).isEqualTo(7);
        }
        assertThat(large(home)).hasSize(1);
        assertThat(large(temp)).isEmpty();
    }

    private static int loadAndHalt(Path home, Path temp) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadAndHalt.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static List<Path> large(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            return files.filter(file -> file.toFile().length() > 1_000_000).toList();
        }
    }

    /** Ends as a killed program does, without any tidying up. */
    static final class LoadAndHalt {
        public static void main(String[] args) {
            Vision.load();
            Runtime.getRuntime().halt(Core.getBuildInformation().isEmpty() ? 1 : 7);
        }
    }
}
