package org.shutterline.docs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** The page of figures. */
final class Page {
    private final StringBuilder text = new StringBuilder("""
            # Performance

            Written by `mvn -Pbench verify -DskipTests` (needs `taskset`), which starts each program in a process of its own, pins it, runs ours and
            the bare one in turn, open loop, 9 repeats, and takes medians. Absolute figures are this machine's; the ratios are what counts.

            Measured %s on %s, %d cores, Java %s, %s.

            """.formatted(
                    LocalDate.now(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    cores(),
                    System.getProperty("java.version"),
                    "heap by the serial collector"));

    /** Of the machine, not those that this process is pinned to. */
    private static long cores() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("processor")).count();
        } catch (IOException elsewhere) {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    Page() {
        text.append("| what | ours | bare | ratio | bar |\n|---|---|---|---|---|\n");
    }

    void trigger(String where, Figures ours, Figures bare, Figures echo) {
        boolean bar = where.equals("one core");
        row(
                "trigger without camera time and tools, durable, " + where + ", p50 ms",
                ours.p50(),
                bare.p50(),
                bar ? "<= 1.3" : "none");
        row("the same, p99 ms", ours.p99(), bare.p99(), bar ? "<= 2" : "none");
        text.append(String.format(
                Locale.ROOT,
                "| (line echo alone, %s, p50 / p99 ms) | | %.3f / %.3f | | |%n",
                where,
                echo.p50(),
                echo.p99()));
    }

    void picture(int bytes, double ours, double bare) {
        String what = String.format(Locale.ROOT, "picture of %.1f MB, raw, in memory, ms, two cores", bytes / 1e6);
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.2f (%.2f GB/s) | %.2f (%.2f GB/s) | %.2f of the bare rate | >= 0.7 |%n",
                what,
                ours,
                bytes / ours / 1e6,
                bare,
                bytes / bare / 1e6,
                bare / ours));
    }

    private void row(String what, double ours, double bare, String bar) {
        text.append(
                String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.2f | %s |%n", what, ours, bare, ours / bare, bar));
    }

    /** The chapters of the page that other measurements gave. */
    static String further(Path page) throws IOException {
        String all = Files.exists(page) ? Files.readString(page) : "";
        int from = all.indexOf("\n## ");
        return from < 0 ? "" : all.substring(from);
    }

    /** Writes one chapter anew; the others stay as they are. */
    static void chapter(Path page, String title, String text) throws IOException {
        String heading = "\n## " + title + "\n";
        String all = Files.readString(page);
        int from = all.indexOf(heading);
        int to = from < 0 ? -1 : all.indexOf("\n## ", from + 1);
        String before = from < 0 ? all : all.substring(0, from);
        Files.writeString(page, before + heading + text + (to < 0 ? "" : all.substring(to)));
    }

    String text() {
        return text + """

                The bare station is a blocking Java line echo that inserts one row of eight plain columns into SQLite (WAL, synchronous=FULL) on the same
                disk before it answers; our row is about 450 bytes and has an index. The bare picture is a direct buffer written to a
                socket.
                """;
    }
}
