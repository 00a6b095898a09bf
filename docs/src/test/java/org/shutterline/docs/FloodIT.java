package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Oracle;

/** More than a station can do, and what is no sense at all: each has its one answer, and the store holds what was answered. */
@Timeout(900)
final class FloodIT {
    /** More in the profile {@code chaos}. */
    private static final int MALFORMED = Integer.getInteger("shutterline.malformed", 20_000);

    private static final int PEERS = 3;
    private static final long SEED = Long.getLong("shutterline.seed", 11);

    @TempDir
    static Path folder;

    private static RealServer server;
    private static StandingRule rule;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station(
                "flooded", folder.resolve("data"), RealServer.Way.USUAL, "--headless", "--port", "0");
        try (Talk talk = server.talk()) {
            talk.ask("IMAGE," + talk.trigger("T1").get(2) + ",raw");
        }
        rule = StandingRule.of(server);
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            rule.holds();
        } finally {
            server.close();
        }
    }

    @Test
    void everyMalformedLineHasOneErrorAndTheLogStaysSmall() throws IOException {
        SplittableRandom dice = new SplittableRandom(SEED);
        Path log = folder.resolve("data").resolve("logs").resolve("server.log");
        long before = Files.size(log);
        try (Talk talk = server.talk().in(StandardCharsets.ISO_8859_1)) {
            int sent = 0;
            while (sent < MALFORMED) {
                List<String> lines = new ArrayList<>();
                for (int n = 0; n < 200; n++) {
                    lines.add(MalformedLines.next(dice));
                }
                talk.send(String.join("\r\n", lines) + "\r\n");
                for (String line : lines) {
                    assertThat(talk.line())
                            .as("the answer to %s, seed %s", line, SEED)
                            .startsWith("ER,");
                }
                sent += lines.size();
            }
            assertThat(talk.ask("PING")).isEqualTo("PING,OK");
        }
        assertThat(Files.size(log) - before).as("bytes of log for them").isLessThan(20_000);
    }

    @Test
    void aThousandTriggersInOneSegmentAreAnsweredInOrderAndStoredOnce() throws IOException {
        Oracle oracle = new Oracle();
        try (Talk talk = server.talk()) {
            List<String> before = talk.askFields("S1");
            long last = Long.parseLong(before.get(4));
            StringBuilder segment = new StringBuilder();
            for (int n = 0; n < 1_000; n++) {
                oracle.sent("flood" + n);
                segment.append("T1,part=flood").append(n).append("\r\n");
            }
            talk.send(segment.toString());
            for (int n = 0; n < 1_000; n++) {
                oracle.answered("one", "flood" + n, Talk.fields(talk.line()));
            }
            assertThat(oracle.answers() + oracle.refusals()).isEqualTo(1_000);
            tellPictures(talk, tellStored(talk, 1, last, oracle), oracle);
            oracle.counted(talk.askFields("S1"), Long.parseLong(before.get(5)), Long.parseLong(before.get(9)));
            assertThat(oracle.verdict()).isEmpty();
            assertThat(oracle.answers()).isPositive();
        }
    }

    @Test
    void atThreeTimesTheCapacityWhatIsAcceptedIsStoredAndTheRestIsBusyAtOnce() throws Exception {
        Oracle oracle = new Oracle();
        List<Long> busyMicros = new ArrayList<>();
        try (Talk talk = server.talk()) {
            List<String> before = talk.askFields("S1");
            long last = Long.parseLong(before.get(4));
            ExecutorService peers = Executors.newFixedThreadPool(PEERS);
            List<Future<List<Long>>> loads = new ArrayList<>();
            for (int n = 0; n < PEERS; n++) {
                String name = "peer" + n + "-";
                loads.add(peers.submit(() -> load(name, oracle)));
            }
            for (Future<List<Long>> load : loads) {
                busyMicros.addAll(load.get());
            }
            peers.shutdown();
            tellPictures(talk, tellStored(talk, 1, last, oracle), oracle);
            oracle.counted(talk.askFields("S1"), Long.parseLong(before.get(5)), Long.parseLong(before.get(9)));
        }
        assertThat(oracle.verdict()).isEmpty();
        busyMicros.sort(null);
        assertThat(busyMicros).hasSizeGreaterThan(50);
        long median = busyMicros.get(busyMicros.size() / 2);
        long p99 = busyMicros.get(busyMicros.size() * 99 / 100);
        System.out.println("FloodIT: " + oracle.answers() + " accepted, " + oracle.refusals() + " busy, in " + median
                + " us at the median, " + p99 + " us at p99");
        assertThat(median).as("micros until busy is told, at the median").isLessThan(1_000);
        assertThat(p99).as("micros until busy is told, at p99").isLessThan(5_000);
    }

    /** Triggers for two seconds as fast as it is answered; how long it took to be told that the station is busy, in us. */
    private static List<Long> load(String name, Oracle oracle) throws IOException {
        List<Long> busyMicros = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try (Talk talk = server.talk()) {
            for (int n = 0; System.nanoTime() < until; n++) {
                String part = name + n;
                oracle.sent(part);
                long from = System.nanoTime();
                List<String> reply = talk.askFields("T1,part=" + part);
                if (reply.get(0).equals("ER")) {
                    busyMicros.add((System.nanoTime() - from) / 1_000);
                }
                oracle.answered(name, part, reply);
            }
        }
        return busyMicros;
    }

    @Test
    void anInspectionWhosePeerIsResetIsStoredAndReplayed() throws IOException {
        try (Talk talk = server.talk()) {
            long last = Long.parseLong(talk.askFields("S2").get(4));
            try (Socket lost = new Socket("127.0.0.1", server.port())) {
                lost.getOutputStream().write("T2,part=gone\r\n".getBytes(StandardCharsets.US_ASCII));
                await().until(() -> talk.askFields("S2").get(2).equals("BUSY"));
                lost.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                List<JsonNode> stored = StoredResults.after(talk, 2, last);
                assertThat(stored).hasSize(1);
                assertThat(stored.get(0).get("part").asText()).isEqualTo("gone");
            });
        }
    }

    @Test
    void whatPeersSaySetsNoLineIntoTheLog() throws IOException {
        String nasty = "\\x1b[2Jx\\r\\nERROR all is lost\\0${jndi:ldap://127.0.0.1/x}=cmd";
        Path log = folder.resolve("data").resolve("logs").resolve("server.log");
        try (Talk talk = server.talk()) {
            long lines = lines(log);
            assertThat(talk.ask("HELLO," + nasty)).startsWith("HELLO,OK");
            assertThat(talk.trigger("T1,part=" + nasty).get(0)).isEqualTo("T1");
            assertThat(talk.ask("JOB1," + nasty)).startsWith("ER,JOB1,13");
            List<String> refused = List.of(
                    "T1,once=%s",
                    "GET1,%s", "SET1,%s,%s", "RESULT,%s", "IMAGE,%s", "SINCE1,%s", "FORMAT,%s", "LIVE1,%s", "NO,%s");
            for (String request : refused) {
                assertThat(talk.ask(request.replace("%s", nasty))).as(request).startsWith("ER,");
            }
            assertThat(lines(log) - lines).isLessThanOrEqualTo(3L + refused.size());
        }
        assertThat(Files.readString(log)).doesNotContain("\u001b").doesNotContain("\nERROR all is lost");
        assertThat(Files.readAllLines(log))
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "(\\d{4}-\\d\\d-\\d\\dT.*|\\s+at .*|Caused by.*|[a-z.A-Z]+Exception.*|\\s*\\.\\.\\. .*)"));
    }

    @Test
    void whatIsNoPeerOfOursIsClosedWithinASecondWithOneVisibleLineInTheLog() throws IOException {
        Path log = folder.resolve("data").resolve("logs").resolve("server.log");
        Map<String, String> strangers = Map.of(
                "HTTP", "GET /\u001b[2J HTTP/1.1\r\nT1\r\n\r\n",
                "TLS", "\u0016\u0003\u0001\u0000\u0005T1\r\nT1\r\n");
        for (Map.Entry<String, String> stranger : strangers.entrySet()) {
            try (Talk polite = server.talk()) {
                String before = triggers(polite);
                long told = told(log, stranger.getKey());
                long from = System.nanoTime();
                try (Talk talk = server.talk().in(StandardCharsets.ISO_8859_1)) {
                    talk.send(stranger.getValue());
                    assertThat(talk.isEnded()).isTrue();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
                await().untilAsserted(
                                () -> assertThat(told(log, stranger.getKey())).isEqualTo(told + 1));
                assertThat(triggers(polite)).isEqualTo(before);
            }
        }
        assertThat(Files.readString(log)).doesNotContain("\u001b").contains("GET /\\x1b[2J HTTP/1.1");
    }

    private static String triggers(Talk talk) throws IOException {
        return talk.askFields("S1").get(5);
    }

    private static long told(Path log, String what) throws IOException {
        try (Stream<String> all = Files.lines(log)) {
            return all.filter(line -> line.contains("speaks " + what)).count();
        }
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> all = Files.lines(log)) {
            return all.count();
        }
    }

    /** The ids of what is stored. */
    private static List<Long> tellStored(Talk talk, int station, long after, Oracle oracle) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (JsonNode result : StoredResults.after(talk, station, after)) {
            oracle.stored(result);
            ids.add(result.get("id").asLong());
        }
        return ids;
    }

    /** In the pixels of each stands when it was exposed: no two results may show the same picture. */
    private static void tellPictures(Talk talk, List<Long> ids, Oracle oracle) throws IOException {
        for (long id : ids) {
            List<String> head = talk.askFields("IMAGE," + id + ",raw");
            assertThat(head).startsWith("IMAGE", "OK", Long.toString(id));
            byte[] pixels = talk.bytes(Integer.parseInt(head.get(6)));
            oracle.pictured(id, PictureProof.OfSimulated.exposedMs(pixels, Integer.parseInt(head.get(4))));
        }
        KeptPictures.tell(talk, folder.resolve("data"), ids, oracle);
    }
}
