package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No tool holds on to memory outside the heap. Each is run in a process of its own whose heap is fixed, so that what grows
 * is not heap. The garbage collector frees forgotten matrices, but late: 6,000 of them may take ten times the bound before it comes, while
 * what it is allowed to be late with by itself stays below.
 */
class MemoryIT {
    private static final long MOST_KB = 60_000;

    @BeforeEach
    void memoryCanBeSeen() {
        assumeTrue(Files.isReadable(MemoryProbe.STATUS), "skipped: this machine does not show a process's memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"holeB", "width", "light", "label", "code", "gauge circleA", "gauge tongue", "gauge line"})
    void staysFlatOverManyRuns(String id) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryProbe.class.getName(),
                        id,
                        "6000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said)).isLessThan(MOST_KB);
    }
}
