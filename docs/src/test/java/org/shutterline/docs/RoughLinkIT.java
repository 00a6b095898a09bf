package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Frozen;
import org.shutterline.docs.faults.Oracle;
import org.shutterline.docs.faults.RoughLink;

/** A peer on another host, over a cable that delays, loses and doubles packets, or is pulled: nothing lost, nothing double. */
@Timeout(3_600)
final class RoughLinkIT {
    /** More in the profile {@code chaos}. */
    private static final int TRIGGERS = Integer.getInteger("shutterline.roughTriggers", 60);

    private static final int CUTS = Integer.getInteger("shutterline.cuts", 1);
    private static final long SEED = Long.getLong("shutterline.seed", 11);
    private static final Duration MOST = Duration.ofMinutes(55);
    private static final double NOTICED_S = 4;
    private static final double BACK_S = 2;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledOverALossyLink() throws Exception {
        try (RoughLink link = RoughLink.of(15, 5, 0.1, 0.02, SEED, MOST);
                RealServer server = server(link)) {
            Peer peer = new Peer(link, server, TRIGGERS, "rough", 20_000);
            peer.join();
            assertThat(peer.oracle.verdict()).as("seed %s", SEED).isEmpty();
            assertThat(peer.oracle.answers()).isEqualTo(TRIGGERS);
            System.out.println("RoughLinkIT: " + TRIGGERS + " triggers at 10 % loss, seed " + SEED + ", "
                    + peer.oracle.results() + " stored, none lost, none double");
        }
    }

    @Test
    void aCableThatIsPulledIsNoticedByBothEndsAndAllIsReplayed() throws Exception {
        try (RoughLink link = RoughLink.of(1, 0, 0, 0, SEED, MOST);
                RealServer server = server(link)) {
            Peer peer = new Peer(link, server, 100 + 60 * CUTS, "cut", 1_000);
            for (int cut = 0; cut < CUTS; cut++) {
                peer.awaitAnswers(20 * (cut + 1));
                int away = peer.away.size();
                link.cut();
                TimeUnit.MILLISECONDS.sleep(6_000 + 1_000L * (cut % 20));
                long mended = System.nanoTime();
                link.mend();
                peer.awaitAway(away + 1);
                assertThat((peer.awaitBack(cut + 2) - mended) / 1e9)
                        .as("seconds until the peer is back")
                        .isLessThan(BACK_S);
            }
            peer.join();
            assertThat(peer.oracle.verdict()).as("seed %s", SEED).isEmpty();
            assertThat(peer.noticedAfterS).allSatisfy(s -> assertThat(s).isLessThan(NOTICED_S + 0.5));
            assertThat(log())
                    .as("the server says that the peer is gone")
                    .containsPattern("limit heartbeat hit|closed by LOST");
        }
    }

    @Test
    void aPeerThatFreezesIsNoticedAndNoStaleTriggerFires() throws Exception {
        try (RoughLink link = RoughLink.of(1, 0, 0, 0, SEED, MOST);
                RealServer server = server(link)) {
            Peer peer = new Peer(link, server, 120, "frozen", 1_000);
            peer.awaitAnswers(20);
            try (Frozen frozen = Frozen.process(peer.pid(), Duration.ofSeconds(30))) {
                TimeUnit.SECONDS.sleep(5);
                assertThat(frozen.isStill()).isTrue();
            }
            peer.join();
            assertThat(peer.oracle.verdict()).isEmpty();
            assertThat(log()).contains("limit heartbeat hit");
        }
    }

    private RealServer server(RoughLink link) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Path settings = data.resolve("settings.yaml");
        String there = "{dialect: plain, port: 7501}";
        String here = "{dialect: plain, port: 7501, address: " + RoughLink.SERVER + "}";
        Files.writeString(settings, Files.readString(settings).replace(there, here));
        return RealServer.station("quick", data, RealServer.Way.behind(link.onServerHost()), "--headless");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("data").resolve("logs").resolve("server.log"));
    }

    /** The program {@code peer.py} on the other host, and the oracle that listens to it. */
    private static final class Peer {
        final Oracle oracle = new Oracle();
        final List<String> away = Collections.synchronizedList(new ArrayList<>());
        final List<Double> noticedAfterS = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> backNanos = new ArrayList<>();
        private final Process process;
        private final Thread reader;
        private double lastSent;
        private volatile boolean done;

        Peer(RoughLink link, RealServer server, int parts, String name, int aliveMs) throws IOException {
            Path program = Files.createTempFile("peer", ".py");
            try (InputStream source = RoughLink.class.getResourceAsStream("peer.py")) {
                Files.write(program, source.readAllBytes());
            }
            List<String> command = new ArrayList<>(link.onPeerHost());
            command.addAll(List.of(
                    "python3",
                    program.toString(),
                    RoughLink.SERVER,
                    Integer.toString(server.port()),
                    "1",
                    Integer.toString(parts),
                    name,
                    Integer.toString(aliveMs)));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            reader = new Thread(this::read, "peer-output");
            reader.setDaemon(true);
            reader.start();
        }

        long pid() {
            return process.pid();
        }

        private void read() {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard(line);
                }
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        }

        private synchronized void heard(String line) throws IOException {
            String[] words = line.split(" ", 3);
            double at = Double.parseDouble(words[0]);
            String rest = words.length > 2 ? words[2] : "";
            switch (words[1]) {
                case "SENT" -> {
                    oracle.sent(rest);
                    lastSent = at;
                }
                case "ANSWERED" -> {
                    String[] told = rest.split(" ", 3);
                    oracle.answered(told[1], told[0], Talk.fields(told[2]));
                }
                case "AWAY" -> {
                    away.add(rest);
                    noticedAfterS.add(at - lastSent);
                }
                case "STORED" -> oracle.stored(Json.read(rest));
                case "COUNTED" -> oracle.counted(Talk.fields(rest), 0, 0);
                case "DONE" -> done = true;
                case "BACK" -> backNanos.add(System.nanoTime());
                default -> throw new IOException("an unknown line: " + line);
            }
            notifyAll();
        }

        synchronized void awaitAnswers(int answers) throws InterruptedException {
            while (oracle.answers() < answers && process.isAlive()) {
                wait(100);
            }
        }

        synchronized void awaitAway(int times) throws InterruptedException {
            while (away.size() < times && process.isAlive()) {
                wait(100);
            }
        }

        /** When it was connected for so many times. */
        synchronized long awaitBack(int times) throws InterruptedException {
            while (backNanos.size() < times && process.isAlive()) {
                wait(100);
            }
            return backNanos.get(times - 1);
        }

        void join() throws InterruptedException {
            process.waitFor();
            reader.join();
            assertThat(done).as("the peer came to its end").isTrue();
        }
    }
}
