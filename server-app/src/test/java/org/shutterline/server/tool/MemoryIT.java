package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No tool holds on to memory outside the heap. Several are run one after the other in a process of its own whose heap is
 * fixed, so that what grows is not heap. The garbage collector frees forgotten matrices, but late: as many as are made here
 * may take several times the bound before it comes, while what it is allowed to be late with by itself stays below.
 */
class MemoryIT {
    private static final long MOST_KB = 60_000;
    private static final int QUICK = 3_000;
    /** Of tools that look at a quarter of a million pixels and more. */
    private static final int SLOW = 300;

    @TempDir
    Path folder;

    @BeforeEach
    void memoryCanBeSeen() {
        assumeTrue(Files.isReadable(MemoryProbe.STATUS), "skipped: this machine does not show a process's memory");
    }

    @Test
    void gaugesStayFlat() throws Exception {
        staysFlat(QUICK, "demo holeB", "demo width", "gauge circleA", "gauge tongue", "gauge line");
    }

    @Test
    void toolsOfAreasStayFlat() throws Exception {
        staysFlat(
                QUICK,
                "demo light",
                "taught blobs, otsu",
                "taught blobs, local",
                "taught blobs, fixed",
                "taught colour",
                "taught calibration");
    }

    @Test
    void toolsOfLargeRegionsStayFlat() throws Exception {
        staysFlat(
                SLOW,
                "demo label",
                "demo code",
                "taught quality",
                "taught pattern, turned",
                "taught golden",
                "taught view");
    }

    private void staysFlat(int runs, String... tools) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName(),
                folder.toString(),
                Integer.toString(runs)));
        command.addAll(List.of(tools));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .hasSize(tools.length)
                .allSatisfy(line -> assertThat(Long.parseLong(line.substring(line.indexOf('=') + 1)))
                        .as(line)
                        .isLessThan(MOST_KB));
    }
}
