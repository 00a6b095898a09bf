package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Oracle;
import org.shutterline.docs.faults.WallClock;

/** The clock of a vision PC is set while it works: an hour back, ten years ahead and back, and right again. */
@Timeout(600)
final class ClockIT {
    private static final Duration TEN_YEARS = Duration.ofDays(3_653);
    private static final List<Duration> SETTINGS =
            List.of(Duration.ofHours(-1), TEN_YEARS, TEN_YEARS.negated(), Duration.ZERO);
    /** Pictures that are too old are looked for every minute. Set in the profile {@code chaos}. */
    private static final int LOOKED_FOR_S = Integer.getInteger("shutterline.ageing.s", 0);

    private static final int PARTS_BETWEEN = 2;
    private static final Duration DEADLINE = Duration.ofMillis(1_500);
    /** An answer is made so long before the deadline at most. */
    private static final Duration TO_STORE_IT = Duration.ofMillis(200);

    private static final Duration BUSY_MACHINE = Duration.ofMillis(1_500);
    private static final int HUNG_STATION = 2;

    @TempDir
    Path folder;

    private final Oracle oracle = new Oracle();
    private final List<Long> ids = new ArrayList<>();
    private int parts;

    @Test
    void resultsStayInOrderDeadlinesWhereTheyWereAndEveryPictureIsKept() throws Exception {
        Path data = folder.resolve("data");
        WallClock clock = WallClock.right(folder);
        RealServer.Way way = RealServer.Way.with(clock.environment());
        try (RealServer server = RealServer.station("clock", data, way, "--headless", "--port", "0");
                Talk talk = server.talk();
                Talk alive = server.talk()) {
            assertThat(alive.ask("HELLO,cell,alive=10000")).startsWith("HELLO,OK");
            for (Duration ahead : SETTINGS) {
                judgeOneWhile(clock, ahead, talk);
                judgeSome(talk);
                assertThat(Duration.between(Instant.now().plus(ahead), timeOfLast(talk))
                                .abs())
                        .as("how far the server is from the clock that was set")
                        .isLessThan(Duration.ofMinutes(1));
                for (int s = 0; s <= LOOKED_FOR_S; s++) {
                    assertThat(alive.ask("PING")).isEqualTo("PING,OK");
                    TimeUnit.SECONDS.sleep(LOOKED_FOR_S > 0 ? 1 : 0);
                }
            }
            aHungCameraIsGivenUpInTimeWhile(clock, server);
        }
        try (RealServer server = RealServer.station("clock", data);
                Talk talk = server.talk()) {
            judgeSome(talk);
            everythingIsThere(talk, data);
        }
    }

    private void judgeSome(Talk talk) throws IOException {
        for (int n = 0; n < PARTS_BETWEEN; n++) {
            String part = nextPart();
            took(part, talk.trigger("T1,part=" + part));
        }
    }

    private String nextPart() {
        String part = "part" + ++parts;
        oracle.sent(part);
        return part;
    }

    private void took(String part, List<String> reply) {
        assertThat(reply.get(0)).as("%s", reply).isEqualTo("T1");
        assertThat(reply.get(1)).as("%s", reply).isIn("OK", "NG");
        oracle.answered("one", part, reply);
        ids.add(Long.parseLong(reply.get(2)));
    }

    /** The clock is set while the camera exposes; asked once more, the trigger is known. */
    private void judgeOneWhile(WallClock clock, Duration ahead, Talk talk) throws IOException {
        String part = nextPart();
        String request = "T1,part=" + part + ",once=" + part;
        talk.send(request + "\r\n");
        clock.set(ahead);
        String reply = talk.line();
        took(part, Talk.fields(reply));
        assertThat(talk.ask(request)).isEqualTo(reply);
    }

    private static Instant timeOfLast(Talk talk) throws IOException {
        assertThat(talk.ask("FORMAT,JSON")).contains("\"OK\"");
        JsonNode last = Json.read(talk.ask("LAST1"));
        assertThat(talk.ask("FORMAT,FIELDS")).isEqualTo("FORMAT,OK");
        return OffsetDateTime.parse(last.get("time").asText()).toInstant();
    }

    private static void aHungCameraIsGivenUpInTimeWhile(WallClock clock, RealServer server) throws IOException {
        try (Talk talk = server.talk()) {
            long from = System.nanoTime();
            talk.send("T" + HUNG_STATION + "\r\n");
            clock.set(TEN_YEARS.negated());
            // a disk that others keep busy may not have it safe by the deadline, and then that is told
            assertThat(Talk.fields(talk.line())).containsAnyOf("UNKNOWN", "30");
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isBetween(DEADLINE.minus(TO_STORE_IT), DEADLINE.plus(BUSY_MACHINE));
        }
    }

    private void everythingIsThere(Talk talk, Path data) throws IOException {
        for (JsonNode result : StoredResults.after(talk, 1, 0)) {
            oracle.stored(result);
        }
        KeptPictures.tell(talk, data, ids, oracle);
        assertThat(oracle.verdict()).isEmpty();
        assertThat(oracle.results()).isEqualTo(ids.size());
    }
}
