package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Confined;
import org.shutterline.docs.faults.Crowd;
import org.shutterline.docs.faults.FailingCalls;
import org.shutterline.docs.faults.FewHandles;

/** No handles or threads left, a small heap, hardly a processor: those who are connected are answered, and the others within a second when there are some again. */
@Timeout(120)
final class ScarcityIT {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int SMALL_HEAP_MB = 48;
    /** More than the archive keeps in memory of what is written, where pictures may take the least that can be set. */
    private static final int RESULTS = 70;

    /** As long as a line can hold, so that results are long, too. */
    private static final String PART = "x".repeat(3_000);

    private static final int GREEDY = 3;
    private static final int GIVEN_UP = 2;

    @TempDir
    Path folder;

    @Test
    void whoIsConnectedIsAnsweredAndTheOthersWithinASecondOfRelief() throws Exception {
        try (RealServer server = RealServer.station("quick", folder.resolve("data"));
                Talk inside = server.talk()) {
            warm(inside);
            StandingRule rule = StandingRule.of(server);
            FewHandles few = FewHandles.of(server.pid(), 4, MOST);
            try (few;
                    Crowd crowd = Crowd.idle(server.port(), 20, MOST)) {
                for (int n = 0; n < 50; n++) {
                    assertThat(inside.trigger("T1"))
                            .as("an answer while there are no handles")
                            .startsWith("T1");
                }
                assertThat(isServed(server)).isFalse();
                crowd.end();
                few.end();
                isServedWithinASecond(server);
            }
            assertThat(inside.ask("STATUS")).contains("\"faults\":[]");
            rule.holds();
        }
    }

    @Test
    void theAcceptLoopSurvivesASystemThatRefuses() throws Exception {
        try (RealServer server = RealServer.station("quick", folder.resolve("data"));
                Talk inside = server.talk()) {
            warm(inside);
            StandingRule rule = StandingRule.of(server);
            try (FailingCalls failing = FailingCalls.of(server.pid(), "accept,accept4", "error=ENFILE", MOST)) {
                assertThat(failing.isAtWork()).isTrue();
                assertThat(isServed(server)).isFalse();
                assertThat(inside.trigger("T1").get(0)).isEqualTo("T1");
            }
            isServedWithinASecond(server);
            // the virtual machine's own socket, by which it is asked for its heap, is one that was refused
            rule.holdsButForTheHeap();
        }
    }

    @Test
    void withoutThreadsWhoIsConnectedIsAnsweredAndTheOthersWithinASecondOfRelief() throws Exception {
        try (RealServer server = RealServer.station("quick", folder.resolve("data"));
                Talk inside = server.talk()) {
            warm(inside);
            StandingRule rule = StandingRule.of(server);
            try (Confined confined = Confined.threads(server.pid(), 0, MOST)) {
                for (int n = 0; n < 5; n++) {
                    assertThat(isServed(server)).isFalse();
                    assertThat(inside.trigger("T1")).startsWith("T1");
                }
                confined.end();
                isServedWithinASecond(server);
            }
            assertThat(Vitals.status(inside).get("process").get("connections").asInt())
                    .isBetween(1, 2);
            rule.holds();
        }
    }

    @Test
    void inASmallHeapWhoTakesNoAnswersIsGivenUpAndTheOthersAreToldTheTruth() throws Exception {
        Path data = folder.resolve("data");
        try (RealServer server = RealServer.station(
                        "small", data, RealServer.Way.withHeap(SMALL_HEAP_MB), "--headless", "--port", "0");
                Talk inside = server.talk()) {
            Map<String, String> answered = new LinkedHashMap<>();
            for (int n = 0; n < RESULTS; n++) {
                answered(inside, answered);
            }
            String last = List.copyOf(answered.keySet()).get(RESULTS - 1);
            try (Crowd pictures = greedy(server, ("IMAGE," + last + ",jpeg\r\n").repeat(50));
                    Crowd results = greedy(server, "FORMAT,JSON\r\n" + "SINCE1,0,1000\r\n".repeat(900))) {
                await().atMost(Duration.ofSeconds(60)).until(() -> {
                    answered(inside, answered);
                    return Vitals.hits(inside, "outputTogether") >= GIVEN_UP;
                });
                assertThat(pictures.closed() + results.closed()).isGreaterThanOrEqualTo(GIVEN_UP);
            }
            isServedWithinASecond(server);
            for (Map.Entry<String, String> one : answered.entrySet()) {
                assertThat(inside.ask("RESULT," + one.getKey())).isEqualTo("RESULT," + one.getValue());
            }
            assertThat(inside.ask("STATUS")).contains("\"faults\":[]");
            assertThat(Files.readString(data.resolve("logs").resolve("server.log")) + server.errors())
                    .doesNotContain("OutOfMemoryError");
        }
    }

    private static Crowd greedy(RealServer server, String asked) throws IOException {
        return Crowd.deaf(server.port(), GREEDY, asked.getBytes(StandardCharsets.US_ASCII), MOST);
    }

    /** A part was judged, and this is what was told of it, by its id. */
    private static void answered(Talk talk, Map<String, String> answered) throws IOException {
        List<String> reply = talk.trigger("T1,part=" + PART);
        assertThat(reply.get(0)).as("%s", reply).isEqualTo("T1");
        assertThat(reply.get(1)).as("%s", reply).isIn("OK", "NG");
        answered.put(reply.get(2), String.join(",", reply.subList(1, reply.size())));
    }

    @Test
    void onAFifthOfAProcessorNothingIsTakenForAFault() throws Exception {
        try (RealServer server = RealServer.station("quick", folder.resolve("data"));
                Talk inside = server.talk();
                Confined confined = Confined.processor(server.pid(), 20, MOST)) {
            long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            int answered = 0;
            while (System.nanoTime() < until) {
                assertThat(inside.trigger("T1").get(1)).isIn("OK", "NG");
                answered++;
            }
            confined.end();
            assertThat(answered).isGreaterThan(10);
            assertThat(inside.ask("STATUS")).contains("\"faults\":[]");
        }
    }

    /** What the simulated camera reads when it paints a plate of each kind for the first time, such as fonts, is there. */
    private static void warm(Talk talk) throws IOException {
        for (int judged = 0; judged < 60; ) {
            judged += talk.trigger("T1").get(0).equals("T1") ? 1 : 0;
        }
    }

    private static void isServedWithinASecond(RealServer server) {
        long from = System.nanoTime();
        await().atMost(Duration.ofSeconds(5)).until(() -> isServed(server));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(1));
    }

    private static boolean isServed(RealServer server) {
        try (Talk talk = server.talk().patientFor(400)) {
            return talk.ask("PING").equals("PING,OK");
        } catch (IOException notServed) {
            return false;
        }
    }
}
