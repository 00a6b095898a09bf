package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there after the server was killed in the middle of its work, twenty times in 1,000 triggers. */
final class KillIT {
    private static final int ROUNDS = 20;
    private static final int TRIGGERS = 1_000;
    private static final int LATEST_KILL_MS = 20;

    @TempDir
    Path folder;

    /** The answer of each id, without the echo, as the peer saw it. */
    private final Map<Long, String> answered = new LinkedHashMap<>();

    private long lastId;

    @Test
    void everyAnsweredResultIsThereAfterTheKillAndNoIdComesTwice() throws IOException, InterruptedException {
        SplittableRandom dice = new SplittableRandom(20);
        Path data = folder.resolve("data");
        for (int round = 0; round < ROUNDS; round++) {
            try (RealServer server = RealServer.station("quick", data);
                    Talk talk = server.talk()) {
                everythingIsThere(talk);
                triggerUntilKilled(server, talk, 1 + dice.nextInt(2 * TRIGGERS / ROUNDS), dice.nextInt(LATEST_KILL_MS));
            }
        }
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            everythingIsThere(talk);
            assertThat(answered).hasSizeGreaterThan(TRIGGERS / 2);
            Map<Long, String> stored = since(talk);
            assertThat(stored.keySet()).as("what was stored").containsAll(answered.keySet());
            assertThat(talk.askFields("S1").get(5))
                    .as("the counter of triggers")
                    .isEqualTo(Integer.toString(stored.size()));
        }
        System.out.println("KillIT: " + ROUNDS + " kills, " + answered.size() + " answers, none missing, no id twice");
    }

    /** One trigger after the other without an end; in the middle of one of them, wherever that is, the kill. */
    private void triggerUntilKilled(RealServer server, Talk talk, int answersBefore, int thenMs)
            throws IOException, InterruptedException {
        for (int i = 0; i < answersBefore; i++) {
            remember(talk.askFields("T1"));
        }
        Thread killer = new Thread(() -> killAfter(server, thenMs), "killer");
        killer.start();
        try {
            while (true) {
                remember(talk.askFields("T1"));
            }
        } catch (IOException killed) {
            assertThat(killed).hasNoCause();
        }
        killer.join();
        assertThat(server.isAlive()).isFalse();
    }

    private static void killAfter(RealServer server, int ms) {
        try {
            TimeUnit.MILLISECONDS.sleep(ms);
            server.kill();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(List<String> reply) {
        assertThat(reply.get(0)).as("%s", reply).isEqualTo("T1");
        long id = Long.parseLong(reply.get(2));
        assertThat(id).as("ids rise").isGreaterThan(lastId);
        lastId = id;
        answered.put(id, String.join(",", reply.subList(1, reply.size())));
    }

    private void everythingIsThere(Talk talk) throws IOException {
        StringBuilder asked = new StringBuilder();
        List<Long> ids = new ArrayList<>(answered.keySet());
        ids.forEach(id -> asked.append("RESULT,").append(id).append("\r\n"));
        talk.send(asked.toString());
        for (long id : ids) {
            assertThat(talk.line()).isEqualTo("RESULT," + answered.get(id));
        }
    }

    /** Everything stored, each id once and rising. */
    private static Map<Long, String> since(Talk talk) throws IOException {
        Map<Long, String> stored = new LinkedHashMap<>();
        long last = 0;
        while (true) {
            int count =
                    Integer.parseInt(talk.askFields("SINCE1," + last + ",1000").get(2));
            for (int i = 0; i < count; i++) {
                List<String> event = Talk.fields(talk.line());
                long id = Long.parseLong(event.get(3));
                assertThat(id).as("each id once, rising").isGreaterThan(last);
                last = id;
                stored.put(id, String.join(",", event));
            }
            if (count == 0) {
                return stored;
            }
        }
    }
}
