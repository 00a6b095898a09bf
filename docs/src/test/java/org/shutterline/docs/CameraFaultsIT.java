package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four stations whose cameras fail at random, for a minute, or for as many seconds as the property {@code shutterline.soak} says:
 * every trigger is answered by its deadline, no picture is an old one, every camera comes back by itself, and the server does not
 * grow.
 */
final class CameraFaultsIT {
    private static final long SECONDS = Long.getLong("shutterline.soak", 60);
    private static final int STATIONS = 4;
    /** The deadline, and what a busy machine adds. */
    private static final long LATEST_MS = 1_500 + 500;

    private static final int COUNTER_SQUARE_PX = 4;
    private static final int COUNTER_BITS = 32;

    @TempDir
    Path folder;

    @Test
    void noStalePictureIsPassedAndEveryCameraComesBack() throws Exception {
        try (RealServer server = RealServer.station("faults", folder.resolve("data"))) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            ExecutorService threads = Executors.newFixedThreadPool(STATIONS);
            try {
                List<Future<Peer>> peers = new ArrayList<>();
                for (int station = 1; station <= STATIONS; station++) {
                    Peer peer = new Peer(station, server, until);
                    peers.add(threads.submit(peer));
                }
                TimeUnit.SECONDS.sleep(SECONDS / 3);
                Size early = Size.of(server.pid());
                for (Future<Peer> peer : peers) {
                    peer.get().report();
                }
                Size late = Size.of(server.pid());
                System.out.println("CameraFaultsIT: " + early + " after a third, " + late + " at the end");
                assertThat(late.threads()).isLessThanOrEqualTo(early.threads() + 4);
                assertThat(late.handles()).isLessThanOrEqualTo(early.handles() + 12);
                assertThat(late.residentMb()).isLessThanOrEqualTo(early.residentMb() + 60);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** What the process takes. */
    private record Size(int threads, int handles, int residentMb) {
        static Size of(long pid) throws IOException {
            Path process = Path.of("/proc", Long.toString(pid));
            if (!Files.exists(process)) {
                return new Size(0, 0, 0);
            }
            int handles;
            try (Stream<Path> open = Files.list(process.resolve("fd"))) {
                handles = (int) open.count();
            }
            return new Size(status(process, "Threads:"), handles, status(process, "VmRSS:") / 1024);
        }

        private static int status(Path process, String key) throws IOException {
            return Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Triggers one station again and again, and looks at what it gets. */
    private static final class Peer implements Callable<Peer> {
        private final int station;
        private final RealServer server;
        private final long until;
        private final Map<String, Integer> seen = new TreeMap<>();
        private long last;
        private Duration slowest = Duration.ZERO;
        private Duration longestAway = Duration.ZERO;

        Peer(int station, RealServer server, long until) {
            this.station = station;
            this.server = server;
            this.until = until;
        }

        @Override
        public Peer call() throws IOException {
            try (Talk talk = server.talk()) {
                while (until - System.nanoTime() > 0) {
                    cycle(talk);
                }
            }
            return this;
        }

        private void cycle(Talk talk) throws IOException {
            long from = System.nanoTime();
            List<String> reply = talk.askFields("T" + station);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            assertThat(took.toMillis()).as(reply + " of station " + station).isLessThan(LATEST_MS);
            switch (reply.get(1)) {
                case "OK", "NG" -> fresh(talk, reply.get(2));
                case "UNKNOWN" -> unknown(talk, reply);
                default -> refused(talk, reply);
            }
        }

        private void fresh(Talk talk, String id) throws IOException {
            List<String> head = talk.askFields("IMAGE," + id + ",raw");
            assertThat(head).as("the picture of " + id).startsWith("IMAGE", "OK", id);
            byte[] pixels = talk.bytes(Integer.parseInt(head.get(6)));
            long number = number(pixels, Integer.parseInt(head.get(4)));
            assertThat(number)
                    .as("station " + station + " passes picture " + id)
                    .isGreaterThan(last);
            last = number;
            count("passed");
        }

        private static long number(byte[] pixels, int widthPx) {
            long number = 0;
            int row = COUNTER_SQUARE_PX / 2 * widthPx;
            for (int bit = 0; bit < COUNTER_BITS; bit++) {
                int level = pixels[row + bit * COUNTER_SQUARE_PX + COUNTER_SQUARE_PX / 2] & 0xff;
                number = number << 1 | (level > 127 ? 1 : 0);
            }
            return number;
        }

        private void unknown(Talk talk, List<String> reply) throws IOException {
            assertThat(reply.get(4)).as("the reason of " + reply).isIn("20", "21");
            String why = String.join(",", reply.subList(4, reply.size()));
            String what = why.contains("again")
                    ? "repeated"
                    : why.contains("put together") ? "torn" : why.contains("lost") ? "lost" : why.substring(0, 2);
            if (what.equals("21") || !seen.containsKey(what)) {
                assertThat(talk.ask("DETAIL," + reply.get(2))).as("of " + reply).contains("\"faultOnDemand\":");
            }
            count(what);
            if (why.contains("vanished")) {
                countsAnew();
            }
        }

        /** A simulated camera that is opened again begins with its first plate. */
        private void countsAnew() {
            last = 0;
        }

        private void refused(Talk talk, List<String> reply) throws IOException {
            if (reply.get(2).equals("11")) {
                count("busy");
                return;
            }
            assertThat(reply.get(2)).as(reply.toString()).isEqualTo("16");
            count("fault");
            countsAnew();
            long from = System.nanoTime();
            while (talk.askFields("S" + station).get(2).equals("FAULT")) {
                assertThat(System.nanoTime() - from)
                        .isLessThan(Duration.ofSeconds(10).toNanos());
            }
            Duration away = Duration.ofNanos(System.nanoTime() - from);
            longestAway = away.compareTo(longestAway) > 0 ? away : longestAway;
        }

        private void count(String what) {
            seen.merge(what, 1, Integer::sum);
        }

        void report() {
            System.out.printf(
                    "CameraFaultsIT: station %d %s, slowest answer %d ms, longest away %d ms%n",
                    station, seen, slowest.toMillis(), longestAway.toMillis());
            assertThat(seen.get("passed")).isGreaterThan((int) SECONDS);
        }
    }
}
