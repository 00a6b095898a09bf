package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process takes.
 *
 * @param heapMb what is left of the heap after everything else was collected
 */
record ProcessSize(int threads, int handles, int residentMb, double heapMb) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    static ProcessSize of(ProcessHandle process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        int handles;
        double heapMb = liveHeapMb(process);
        try (Stream<Path> open = Files.list(folder.resolve("fd"))) {
            handles = (int) open.count();
        }
        return new ProcessSize(status(folder, "Threads:"), handles, status(folder, "VmRSS:") / 1024, heapMb);
    }

    void isNotMuchMoreThan(ProcessSize before, String whose) {
        assertThat(threads).as("threads of %s", whose).isLessThanOrEqualTo(before.threads + 4);
        assertThat(handles).as("handles of %s", whose).isLessThanOrEqualTo(before.handles + 3);
        assertThat(residentMb).as("MB of %s", whose).isLessThanOrEqualTo(before.residentMb + 100);
        assertThat(heapMb).as("MB of heap of %s", whose).isLessThanOrEqualTo(before.heapMb + 6);
    }

    /** After everything else was collected. */
    static double liveHeapMb(ProcessHandle process) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.addAll(List.of(Long.toString(process.pid()), "GC.class_histogram"));
        Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        // one that is not answered waits for ever
        jcmd.toHandle().onExit().completeOnTimeout(null, 60, TimeUnit.SECONDS).thenRun(jcmd::destroyForcibly);
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        assertThat(total.find()).as(said).isTrue();
        return Long.parseLong(total.group(1)) / 1e6;
    }

    private static int status(Path folder, String key) throws IOException {
        return Files.readAllLines(folder.resolve("status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format("%d threads, %d handles, %d MB, %.1f MB of heap", threads, handles, residentMb, heapMb);
    }
}
