package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.FailingCalls;
import org.shutterline.docs.faults.Oracle;
import org.shutterline.docs.faults.OwnDisk;

/**
 * A whole server whose disk is full, turns read-only or fails to write: triggers and acts that must be booked are refused with
 * 30 and not done, and all else goes on. What was answered is there afterwards, once.
 */
@Timeout(120)
final class FailingDiskIT {
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(5);
    private static final int MEGABYTES = 64;
    private static final String NOT_STORED = "30";

    @TempDir
    Path folder;

    private final Oracle oracle = new Oracle();
    private final AtomicInteger parts = new AtomicInteger();

    /** What is done to the disk, or the end of it. */
    private interface Deed {
        void run() throws Exception;
    }

    @Test
    void aFullDiskIsWellWithinFiveSecondsOfRoom() throws Exception {
        try (OwnDisk disk = OwnDisk.memory(folder, MEGABYTES, MOST)) {
            Path data = disk.path().resolve("data");
            try (RealServer server = start(data);
                    Talk talk = server.talk()) {
                refuses(talk, disk::fill);
                isWellAgain(talk, disk::giveRoom);
            }
            isWellAfterAStart(data);
        }
    }

    @Test
    void aDiskThatWritesNothingThroughIsWellWithinFiveSecondsOfItsEnd() throws Exception {
        Path data = folder.resolve("data");
        try (RealServer server = start(data);
                Talk talk = server.talk()) {
            FailingCalls[] failing = new FailingCalls[1];
            try {
                refuses(talk, () -> failing[0] = FailingCalls.of(server.pid(), "fsync,fdatasync", "error=EIO", MOST));
            } finally {
                isWellAgain(talk, failing[0]::close);
            }
        }
        isWellAfterAStart(data);
    }

    /** The system lets nobody write there again before it was taken out. */
    @Test
    void aDiskThatTurnsReadOnlyIsWellWithTheNextStart() throws Exception {
        try (OwnDisk disk = OwnDisk.ext4(folder, MEGABYTES, MOST)) {
            Path data = disk.path().resolve("data");
            try (RealServer server = start(data);
                    Talk talk = server.talk()) {
                judgeTwenty(talk);
                disk.settle();
                refuses(talk, disk::turnReadOnly);
                server.askToStop();
                assertThat(server.exitCode()).isZero();
            }
            disk.mend();
            isWellAfterAStart(data);
        }
    }

    private static RealServer start(Path data) throws IOException, InterruptedException {
        return RealServer.station("quick", data, RealServer.Way.USUAL, "--headless", "--port", "0");
    }

    private void refuses(Talk talk, Deed trouble) throws Exception {
        judgeTwenty(talk);
        trouble.run();
        await().atMost(Duration.ofSeconds(40)).until(() -> isRefused(judge(talk)));
        for (int n = 0; n < 20; n++) {
            assertThat(judge(talk)).as("a trigger while nothing can be stored").startsWith("ER", "T1", NOT_STORED);
        }
        assertThat(talk.askFields("OFFLINE1")).startsWith("ER", "OFFLINE1", NOT_STORED);
        assertThat(talk.askFields("S1").get(2)).isNotEqualTo("OFFLINE");
        assertThat(talk.ask("PING")).isEqualTo("PING,OK");
        assertThat(talk.ask("STATUS")).doesNotContain("\"faults\":[]");
    }

    private void isWellAgain(Talk talk, Deed end) throws Exception {
        end.run();
        long from = System.nanoTime();
        await().atMost(BACK_WITHIN.plus(BUSY_MACHINE)).until(() -> !isRefused(judge(talk)));
        System.out.println("FailingDiskIT: well after " + (System.nanoTime() - from) / 1_000_000 + " ms");
        judgeTwenty(talk);
        assertThat(talk.ask("STATUS")).contains("\"faults\":[]");
    }

    private void isWellAfterAStart(Path data) throws Exception {
        try (RealServer server = start(data);
                Talk talk = server.talk()) {
            judgeTwenty(talk);
            for (JsonNode result : StoredResults.after(talk, 1, 0)) {
                oracle.stored(result);
            }
            assertThat(oracle.verdict()).isEmpty();
            assertThat(oracle.refusals()).isGreaterThanOrEqualTo(20);
        }
    }

    private void judgeTwenty(Talk talk) throws IOException {
        for (int n = 0; n < 20; n++) {
            assertThat(judge(talk).get(0)).isEqualTo("T1");
        }
    }

    private List<String> judge(Talk talk) throws IOException {
        String part = "part" + parts.incrementAndGet();
        oracle.sent(part);
        List<String> reply = new ArrayList<>(talk.trigger("T1,part=" + part));
        oracle.answered("one", part, reply);
        return reply;
    }

    private static boolean isRefused(List<String> reply) {
        if (reply.get(0).equals("T1")) {
            return false;
        }
        assertThat(reply).as("the only refusal that a disk may bring").contains(NOT_STORED);
        return true;
    }
}
