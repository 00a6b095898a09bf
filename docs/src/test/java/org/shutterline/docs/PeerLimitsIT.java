package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Crowd;

/** Peers that take more than their share are refused and counted, and the others notice nothing. */
@Timeout(60)
final class PeerLimitsIT {
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int SLOTS = 4;
    /** Of which more than a thousand were said and nothing kept. */
    private static final int FEW_MB = 40;

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static RealServer server;
    private static StandingRule rule;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = RealServer.station("limited", folder.resolve("data"));
        try (Talk talk = server.talk()) {
            talk.trigger("T1");
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
    void endlessLinesAreRefusedAtTheLimitAndTakeNoMemory() throws IOException {
        byte[] endless = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (Talk polite = server.talk()) {
            long hits = Vitals.hits(polite, "lineBytes");
            int before = Vitals.residentMb(server);
            for (int n = 0; n < 10; n++) {
                try (Talk rude = server.talk()) {
                    rude.send("x".repeat(4_097));
                    assertThat(rude.line()).isEqualTo("ER,,04,line too long");
                    assertThat(drowned(rude, endless)).isTrue();
                }
                assertThat(polite.ask("PING")).isEqualTo("PING,OK");
            }
            assertThat(Vitals.hits(polite, "lineBytes")).isEqualTo(hits + 10);
            assertThat(Vitals.status(polite).get("process").get("outputBytes").asLong())
                    .isLessThan(100_000);
            assertThat(Vitals.residentMb(server) - before).as("more MB").isLessThan(FEW_MB);
        }
    }

    /** Whether the server closes on a peer that goes on and on. */
    private static boolean drowned(Talk rude, byte[] endless) {
        try {
            for (int n = 0; n < 100; n++) {
                rude.send(endless);
            }
            return rude.isEnded();
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void peersThatDripOnEverySlotAreCutAtTheirDeadlineAndOthersAreServed() throws IOException {
        try (Talk polite = server.talk()) {
            long hits = Vitals.hits(polite, "lineTime");
            long from = System.nanoTime();
            try (Crowd drips = Crowd.dripping(server.port(1), SLOTS, Duration.ofMillis(100), MOST)) {
                assertThat(drips.closed()).isZero();
                await().atMost(Duration.ofSeconds(10)).until(() -> {
                    assertThat(polite.trigger("T1").get(0)).isEqualTo("T1");
                    return drips.closed() == SLOTS;
                });
                assertThat(Duration.ofNanos(System.nanoTime() - from))
                        .isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(6));
            }
            assertThat(Vitals.hits(polite, "lineTime")).isEqualTo(hits + SLOTS);
        }
        try (Talk next = server.talk(1)) {
            assertThat(next.ask("PING")).isEqualTo("PING,OK");
        }
    }

    @Test
    void tenTimesMoreThanAllowedAreClosedWithoutAByteAndThoseInsideStay() throws IOException {
        try (Talk polite = server.talk();
                Talk inside = server.talk(1)) {
            assertThat(inside.ask("PING")).isEqualTo("PING,OK");
            long hits = Vitals.hits(polite, "connectionsOfListener");
            try (Crowd full = Crowd.idle(server.port(1), SLOTS - 1, MOST)) {
                await().until(() ->
                        Vitals.status(polite).get("process").get("connections").asInt() == 2 + SLOTS - 1);
                try (Crowd crowd = Crowd.idle(server.port(1), 10 * SLOTS, MOST)) {
                    await().atMost(AT_ONCE).until(() -> crowd.closed() == 10 * SLOTS);
                    assertThat(crowd.heardBytes()).isZero();
                }
                assertThat(full.closed()).isZero();
            }
            assertThat(inside.ask("PING")).isEqualTo("PING,OK");
            assertThat(Vitals.hits(polite, "connectionsOfListener")).isEqualTo(hits + 10 * SLOTS);
        }
        await().until(() -> canTalk(1));
    }

    @Test
    void allListenersTogetherHaveALimitToo() throws IOException {
        try (Talk polite = server.talk()) {
            long hits = Vitals.hits(polite, "connections");
            try (Crowd crowd = Crowd.idle(server.port(0), 40, MOST)) {
                await().atMost(AT_ONCE).until(() -> crowd.closed() == 40 - (24 - 1));
                assertThat(crowd.heardBytes()).isZero();
                assertThat(polite.ask("PING")).isEqualTo("PING,OK");
            }
            assertThat(Vitals.hits(polite, "connections")).isEqualTo(hits + 17);
            await().until(() ->
                    Vitals.status(polite).get("process").get("connections").asInt() == 1);
        }
    }

    @Test
    void aPeerThatMakesTooManyErrorsIsClosedButNotForRefusals() throws IOException {
        try (Talk polite = server.talk();
                Talk wrong = server.talk()) {
            long hits = Vitals.hits(polite, "errors");
            for (int n = 0; n < 300; n++) {
                assertThat(polite.ask("T9")).startsWith("ER,T9,10,");
            }
            wrong.send("NONSENSE\r\n".repeat(100));
            for (int n = 0; n < 100; n++) {
                assertThat(wrong.line()).startsWith("ER,NONSENSE,01,");
            }
            assertThat(wrong.ask("PING")).isEqualTo("PING,OK");
            wrong.send("NONSENSE\r\n".repeat(10));
            await().until(wrong::isEnded);
            assertThat(polite.ask("PING")).isEqualTo("PING,OK");
            assertThat(Vitals.hits(polite, "errors")).isEqualTo(hits + 1);
        }
    }

    private static boolean canTalk(int listener) {
        try (Talk talk = server.talk(listener)) {
            return talk.ask("PING").equals("PING,OK");
        } catch (IOException full) {
            return false;
        }
    }
}
