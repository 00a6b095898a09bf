package org.shutterline.server.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;

@Timeout(30)
class JobChangerTest {
    private static final int STUCK_MS = 50;

    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final StuckSite site = new StuckSite();
    private final JobChanger changer = new JobChanger("job-test", shelf(), SetUp.USUAL, site);

    @AfterEach
    void close() {
        changer.close();
    }

    @Test
    void changesThatWaitBehindOneThatWaitsInVainDoNotWaitAsLongAgain() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            changer.change("plate", replies::add);
        }
        assertEachIsBusy();
        assertThat(site.allowedMs).hasSize(3);
        assertWaitedTogether();
    }

    @Test
    void soDoRetouches() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            changer.retouch(new ToOther(), replies::add);
        }
        assertEachIsBusy();
        assertWaitedTogether();
    }

    private void assertEachIsBusy() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(replies.poll(10, TimeUnit.SECONDS)).isEqualTo(new Reply.Refused(Code.STATION_BUSY));
        }
    }

    /** Each had as long as the first from the time when it was asked for. */
    private void assertWaitedTogether() {
        List<Long> allowed = site.allowedMs;
        assertThat(allowed.get(0)).isBetween(20_000L, 30_000L);
        for (int i = 1; i < allowed.size(); i++) {
            assertThat(allowed.get(i)).isLessThanOrEqualTo(30_000L - i * STUCK_MS);
        }
    }

    private static Job job(String name) {
        return ScriptedTool.job(name, ScriptedTool.measuring(15));
    }

    private static JobShelf shelf() {
        return new JobShelf() {
            @Override
            public List<String> names() {
                return List.of("plate");
            }

            @Override
            public Job read(String name) {
                return job(name);
            }
        };
    }

    private static final class ToOther implements Retouch {
        @Override
        public boolean isFor(String job) {
            return true;
        }

        @Override
        public Job of(Job active) {
            Job job = job(active.name());
            return new Job(job.name(), "v2", job.tools(), job.outputs(), job.files());
        }

        @Override
        public boolean keep(Job retouched) {
            throw new AssertionError("nothing is to be kept");
        }
    }

    /** Something runs on it for longer than anybody waits, which is told after a moment. */
    private static final class StuckSite implements JobChanger.Site {
        final List<Long> allowedMs = new CopyOnWriteArrayList<>();
        private final Job active = job("plate");

        @Override
        public boolean begin() {
            return true;
        }

        @Override
        public void end() {}

        @Override
        public boolean beginRetouch() {
            return true;
        }

        @Override
        public void endRetouch() {}

        @Override
        public boolean isConcernedBy(Retouch retouch) {
            return true;
        }

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public Job active() {
            return active;
        }

        @Override
        public boolean awaitIdle(long mostMs) throws InterruptedException {
            allowedMs.add(mostMs);
            Thread.sleep(STUCK_MS);
            return false;
        }

        @Override
        public void exchange(PreparedJob prepared) {
            throw new AssertionError("something still runs");
        }

        @Override
        public void remember() {
            throw new AssertionError("nothing has changed");
        }
    }
}
