package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.spi.program.Python;

/**
 * A million runs do not grow the process: no tool leaves anything outside the heap behind, alone or in a whole inspection, in
 * the server or in a process of its own. A matrix that is not released is freed with the garbage, but that is too late: the
 * collector does not know how much hangs on it.
 */
class MemoryIT {
    /** OpenCV for Java makes a list of the corners of a mask, and does not release it. */
    private static final Map<String, Long> OF_THE_LIBRARY = Map.of("taught blobs, round", 500L);

    @TempDir
    Path folder;

    @Test
    void aRunLeavesNothingBehind() throws Exception {
        assumeTrue(NativeHeap.here().isPresent(), "skipped: the C library does not count what is allocated");
        assumeTrue(Python.isThere(), "skipped: no python3 on this machine");
        Map<String, MemoryProbe.Left> left = probed();
        assertThat(left).hasSize(MemorySubjects.NAMES.size() + 1);
        assertThat(left.remove(MemorySubjects.LATE).late()).isGreaterThan(MemoryProbe.Left.MOST_LATE);
        assertThat(left.remove(MemorySubjects.KEPT).forGood()).isGreaterThan(MemoryProbe.Left.MOST_FOR_GOOD);
        assertThat(left.remove(MemorySubjects.WORKER).forGood()).isLessThan(MemoryProbe.Left.MOST_OF_A_WORKER);
        assertThat(left).allSatisfy((what, bytes) -> {
            assertThat(bytes.forGood()).as(what).isLessThan(MemoryProbe.Left.MOST_FOR_GOOD);
            assertThat(bytes.late()).as(what).isLessThan(OF_THE_LIBRARY.getOrDefault(what, MemoryProbe.Left.MOST_LATE));
        });
    }

    /** In a process of its own, whose garbage waits, and whose compiler and that of its worker do little: they allocate too. */
    private Map<String, MemoryProbe.Left> probed() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-Xmn900m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProbe.class.getName(),
                folder.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Xbatch");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        Map<String, MemoryProbe.Left> left = new LinkedHashMap<>();
        for (String line : said.split("\n")) {
            String[] parts = line.split("=");
            if (parts.length == 2) {
                left.put(parts[0], MemoryProbe.Left.read(parts[1]));
            }
        }
        return left;
    }
}
