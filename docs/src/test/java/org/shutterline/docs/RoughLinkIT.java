package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.regex.Pattern;
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

    /** They share the link, each with a station of its own. */
    private static final int PEERS = 4;

    private static final int CUTS = Integer.getInteger("shutterline.cuts", 1);
    /** The cable is away for 5 to 13 s, and each tenth time for a minute. */
    private static final int LONG_CUT_S = 60;

    private static final int SHORTEST_CUT_S = 5;
    private static final List<Integer> FREEZES_S = List.of(5, 1, 2, 15, 30);
    private static final long SEED = Long.getLong("shutterline.seed", 11);
    private static final Duration MOST = Duration.ofMinutes(55);
    private static final double NOTICED_S = 4;

    private static final double BACK_S = 2;
    private static final double PATIENCE_S = 3.5;
    /** Less than it takes until a packet that was lost is sent again. */
    private static final double HARDLY_ANY_S = 0.2;

    private static final Pattern GONE = Pattern.compile("connection .* closed by");

    @TempDir
    Path folder;

    @Test
    void nothingIsLostOrDoubledOverALossyLink() throws Exception {
        try (RoughLink link = RoughLink.of(15, 5, 0.1, 0.02, SEED, MOST);
                RealServer server = server(link)) {
            StandingRule rule = StandingRule.of(server);
            List<Peer> peers = new ArrayList<>();
            for (int n = 1; n <= PEERS; n++) {
                double patienceS = n == 1 ? PATIENCE_S : HARDLY_ANY_S;
                peers.add(new Peer(link, server, n, TRIGGERS / PEERS, "rough" + n + "-", 20_000, patienceS));
            }
            int stored = 0;
            int away = 0;
            for (Peer peer : peers) {
                peer.join();
                assertThat(peer.oracle.verdict()).as("seed %s", SEED).isEmpty();
                assertThat(peer.oracle.answers()).isEqualTo(TRIGGERS / PEERS);
                stored += peer.oracle.results();
                away += peer.away.size();
            }
            assertThat(away).as("triggers that were asked for again").isPositive();
            assertThat(stored).isEqualTo(TRIGGERS / PEERS * PEERS);
            rule.holds();
            System.out.println("RoughLinkIT: " + TRIGGERS + " triggers at 10 % loss, seed " + SEED + ", " + away
                    + " asked for again under their keys, " + stored + " stored, none lost, none double");
        }
    }

    @Test
    void aCableThatIsPulledIsNoticedByBothEndsAndAllIsReplayed() throws Exception {
        double latestServer = 0;
        double latestBack = 0;
        try (RoughLink link = RoughLink.of(1, 0, 0, 0, SEED, MOST);
                RealServer server = server(link)) {
            StandingRule rule = StandingRule.of(server);
            Peer peer = new Peer(link, server, 1, Integer.MAX_VALUE, "cut", 1_000);
            for (int cut = 0; cut < CUTS; cut++) {
                peer.awaitAnswers(20 * (cut + 1));
                int away = peer.away.size();
                long known = gone();
                long pulled = System.nanoTime();
                link.cut();
                await().atMost(Duration.ofSeconds(10)).until(() -> gone() > known);
                latestServer = Math.max(latestServer, (System.nanoTime() - pulled) / 1e9);
                TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(lengthS(cut)) - (System.nanoTime() - pulled));
                long mended = System.nanoTime();
                link.mend();
                peer.awaitAway(away + 1);
                double backAfterS = (peer.awaitBack(cut + 2) - mended) / 1e9;
                assertThat(backAfterS).as("seconds until the peer is back").isLessThan(BACK_S);
                latestBack = Math.max(latestBack, backAfterS);
            }
            peer.enough();
            peer.join();
            assertThat(peer.oracle.verdict()).as("seed %s", SEED).isEmpty();
            rule.holds();
            assertThat(peer.noticedAfterS).allSatisfy(s -> assertThat(s).isLessThan(NOTICED_S));
            assertThat(log()).containsPattern("limit heartbeat hit|closed by LOST");
            assertThat(latestServer)
                    .as("seconds until the server says that the peer is gone")
                    .isLessThan(NOTICED_S);
            System.out.printf(
                    "RoughLinkIT: %d cuts, seed %d, %d answers, the server knew within %.1f s, the peer was back within %.1f s%n",
                    CUTS, SEED, peer.oracle.answers(), latestServer, latestBack);
        }
    }

    private static int lengthS(int cut) {
        return cut % 10 == 9 ? LONG_CUT_S : SHORTEST_CUT_S + cut % 10;
    }

    @Test
    void aPeerThatFreezesIsNoticedAndNoStaleTriggerFires() throws Exception {
        try (RoughLink link = RoughLink.of(1, 0, 0, 0, SEED, MOST);
                RealServer server = server(link)) {
            StandingRule rule = StandingRule.of(server);
            Peer peer = new Peer(link, server, 1, Integer.MAX_VALUE, "frozen", 1_000);
            for (int freeze = 0; freeze < Math.min(CUTS, FREEZES_S.size()); freeze++) {
                peer.awaitAnswers(peer.oracle.answers() + 20);
                int lengthS = FREEZES_S.get(freeze);
                long known = gone();
                try (Frozen frozen = Frozen.process(peer.pid(), Duration.ofSeconds(40))) {
                    TimeUnit.SECONDS.sleep(lengthS);
                    assertThat(frozen.isStill()).isTrue();
                    assertThat(gone() > known)
                            .as("the server says that a peer is gone that was still for %d s", lengthS)
                            .isEqualTo(lengthS > NOTICED_S);
                }
            }
            peer.awaitAnswers(peer.oracle.answers() + 20);
            peer.enough();
            peer.join();
            assertThat(peer.oracle.verdict()).isEmpty();
            assertThat(log()).contains("limit heartbeat hit");
            rule.holds();
        }
    }

    private RealServer server(RoughLink link) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Path settings = data.resolve("settings.yaml");
        String there = "{dialect: plain, port: 7501}";
        String here = "{dialect: plain, port: 7501, address: " + RoughLink.SERVER + "}";
        String text = Files.readString(settings).replace(there, here);
        int end = text.indexOf("pictures:");
        // a part that is sent again after the longest cut is still known
        String first = text.substring(text.indexOf("  - number: 1"), end) + "    onceMs: 120000\n";
        StringBuilder stations = new StringBuilder(text.substring(0, text.indexOf("  - number: 1")) + first);
        for (int n = 2; n <= PEERS; n++) {
            stations.append(first.replace("number: 1", "number: " + n));
        }
        Files.writeString(settings, stations + text.substring(end));
        return RealServer.station("quick", data, RealServer.Way.behind(link.onServerHost()), "--headless");
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("data").resolve("logs").resolve("server.log"));
    }

    /** How often the server said that a peer was gone. */
    private long gone() throws IOException {
        return GONE.matcher(log()).results().count();
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

        Peer(RoughLink link, RealServer server, int station, int parts, String name, int aliveMs) throws IOException {
            this(link, server, station, parts, name, aliveMs, PATIENCE_S);
        }

        Peer(RoughLink link, RealServer server, int station, int parts, String name, int aliveMs, double patienceS)
                throws IOException {
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
                    Integer.toString(station),
                    Integer.toString(parts),
                    name,
                    Integer.toString(aliveMs),
                    Double.toString(patienceS)));
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

        /** There shall be no more parts. */
        void enough() throws IOException {
            process.getOutputStream().close();
        }

        void join() throws InterruptedException {
            process.waitFor();
            reader.join();
            assertThat(done).as("the peer came to its end").isTrue();
        }
    }
}
