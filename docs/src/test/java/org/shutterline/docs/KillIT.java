package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.Oracle;

/** What was answered is there after the server was killed in the middle of its work, twenty times in 1,000 triggers. */
final class KillIT {
    /** More in the profile {@code chaos}. */
    private static final int ROUNDS = Integer.getInteger("shutterline.kills", 20);

    private static final int TRIGGERS = 50 * ROUNDS;
    private static final int LATEST_KILL_MS = 20;
    private static final int ASKED_AT_ONCE = 500;
    private static final int PEERS = 3;
    private static final long SEED = Long.getLong("shutterline.seed", 20);

    @TempDir
    Path folder;

    /** The answer of each id, without the echo, as the peer saw it. */
    private final Map<Long, String> answered = new LinkedHashMap<>();

    private final Oracle oracle = new Oracle();
    private int parts;
    private long lastId;

    @Test
    void everyAnsweredResultIsThereAfterTheKillAndNoIdComesTwice() throws IOException, InterruptedException {
        SplittableRandom dice = new SplittableRandom(SEED);
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
            assertThat(stored(talk, oracle)).as("what was stored").containsAll(answered.keySet());
            oracle.counted(talk.askFields("S1"), 0, 0);
            assertThat(oracle.verdict()).as("seed %s", SEED).isEmpty();
            assertThat(oracle.answers()).isEqualTo(answered.size());
        }
        System.out.println("KillIT: " + ROUNDS + " kills, seed " + SEED + ", " + answered.size()
                + " answers, none missing, no id twice");
    }

    @Test
    void aStopUnderLoadTakesFiveSecondsAtMostAndAllThatWasAnsweredIsThere() throws Exception {
        Path data = folder.resolve("data");
        Map<Long, String> told = new ConcurrentSkipListMap<>();
        try (RealServer server = RealServer.station("quick", data)) {
            ExecutorService peers = Executors.newFixedThreadPool(PEERS);
            List<Future<Boolean>> loads = new ArrayList<>();
            for (int n = 0; n < PEERS; n++) {
                loads.add(peers.submit(() -> triggerUntilClosed(server, told)));
            }
            await().until(() -> told.size() > 200);
            long start = System.nanoTime();
            server.askToStop();
            assertThat(server.exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            for (Future<Boolean> load : loads) {
                assertThat(load.get()).isTrue();
            }
            peers.shutdown();
        }
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            answered.putAll(told);
            everythingIsThere(talk);
            assertThat(stored(talk, new Oracle())).as("stored and answered").isEqualTo(told.keySet());
        }
    }

    /** Whether the connection ended behind a whole line. */
    private static boolean triggerUntilClosed(RealServer server, Map<Long, String> told) throws IOException {
        try (Talk talk = server.talk()) {
            while (true) {
                List<String> reply = talk.askFields("T1");
                if (reply.get(0).equals("T1")) {
                    told.put(Long.parseLong(reply.get(2)), String.join(",", reply.subList(1, reply.size())));
                }
            }
        } catch (EOFException closed) {
            return closed.getMessage().endsWith("after ''");
        } catch (SocketException reset) {
            return true;
        }
    }

    /** One trigger after the other without an end; in the middle of one of them, wherever that is, the kill. */
    private void triggerUntilKilled(RealServer server, Talk talk, int answersBefore, int thenMs)
            throws IOException, InterruptedException {
        for (int i = 0; i < answersBefore; i++) {
            triggerNext(talk);
        }
        Thread killer = new Thread(() -> killAfter(server, thenMs), "killer");
        killer.start();
        try {
            while (true) {
                triggerNext(talk);
            }
        } catch (IOException killed) {
            assertThat(killed).hasNoCause();
            oracle.lost("part" + parts);
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

    private void triggerNext(Talk talk) throws IOException {
        String part = "part" + ++parts;
        oracle.sent(part);
        List<String> reply = talk.askFields("T1,part=" + part);
        oracle.answered("one", part, reply);
        assertThat(reply.get(0)).as("%s", reply).isEqualTo("T1");
        long id = Long.parseLong(reply.get(2));
        assertThat(id).as("ids rise").isGreaterThan(lastId);
        lastId = id;
        answered.put(id, String.join(",", reply.subList(1, reply.size())));
    }

    private void everythingIsThere(Talk talk) throws IOException {
        List<Long> ids = new ArrayList<>(answered.keySet());
        for (int from = 0; from < ids.size(); from += ASKED_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + ASKED_AT_ONCE));
            StringBuilder asked = new StringBuilder();
            some.forEach(id -> asked.append("RESULT,").append(id).append("\r\n"));
            talk.send(asked.toString());
            for (long id : some) {
                assertThat(talk.line()).isEqualTo("RESULT," + answered.get(id));
            }
        }
    }

    /** Everything stored, each id once and rising. */
    private static Set<Long> stored(Talk talk, Oracle oracle) throws IOException {
        Set<Long> ids = new LinkedHashSet<>();
        long last = 0;
        for (JsonNode result : StoredResults.after(talk, 1, 0)) {
            oracle.stored(result);
            long id = result.get("id").asLong();
            assertThat(id).as("each id once, rising").isGreaterThan(last);
            last = id;
            ids.add(id);
        }
        return ids;
    }
}
