package org.shutterline.server.station;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;

/** The job by which a station judges, and how it becomes another one. Safe for all threads. */
final class ActiveJob implements AutoCloseable {
    private final Guard guard;
    private final Runnable remember;
    private final JobChanger changer;
    private PreparedJob job;

    /**
     * @param first the one that is active at the start
     * @param remember makes durable which one is active; blocks
     */
    ActiveJob(String thread, Guard guard, FirstJob first, JobShelf shelf, SetUp setUp, Runnable remember) {
        this.guard = guard;
        this.remember = remember;
        this.job = first.prepared();
        this.changer = new JobChanger(thread, shelf, setUp, new Site());
        synchronized (guard.lock) {
            guard.station.job(first.name(), first.version());
            guard.station.jobFault(first.fault());
            guard.station.jobRemark(first.remark());
        }
    }

    /** The one by which the next trigger is judged. */
    PreparedJob prepared() {
        synchronized (guard.lock) {
            return job;
        }
    }

    /** @param reply JobChanged or Refused, on another thread */
    void change(String name, Consumer<Reply> reply) {
        changer.change(name, reply);
    }

    /** @param reply Done or Refused */
    void retouch(Retouch retouch, Consumer<Reply> reply) {
        if (isMissing()) {
            reply.accept(new Reply.Refused(Code.STATION_FAULT));
        } else {
            changer.retouch(retouch, reply);
        }
    }

    CompletableFuture<Void> follow(Retouch retouch) {
        return isMissing() ? CompletableFuture.completedFuture(null) : changer.follow(retouch);
    }

    /** Only somebody who activates a job ends this. */
    private boolean isMissing() {
        synchronized (guard.lock) {
            return guard.station.hasJobFault();
        }
    }

    /** Tells it after every change that was asked for before, on another thread. */
    void tell(Consumer<Job> listener) {
        changer.tell(listener);
    }

    /** Changes it no more; its tools are closed by whoever knows which of them still run. */
    @Override
    public void close() {
        changer.close();
    }

    private final class Site implements JobChanger.Site {
        @Override
        public boolean begin() {
            return begun(guard.station::beginJobChange);
        }

        @Override
        public void end() {
            ended(guard.station::endJobChange);
        }

        @Override
        public boolean beginRetouch() {
            return begun(guard.station::beginRetouch);
        }

        @Override
        public void endRetouch() {
            ended(guard.station::endRetouch);
        }

        private boolean begun(BooleanSupplier beginning) {
            boolean begun;
            synchronized (guard.lock) {
                begun = beginning.getAsBoolean();
            }
            guard.changed();
            return begun;
        }

        private void ended(Runnable ending) {
            synchronized (guard.lock) {
                ending.run();
            }
            guard.changed();
        }

        @Override
        public boolean isConcernedBy(Retouch retouch) {
            synchronized (guard.lock) {
                return guard.station.isJobChanging() || retouch.isFor(job.name());
            }
        }

        @Override
        public Job active() {
            return prepared().job();
        }

        @Override
        public int lanes() {
            return prepared().lanes();
        }

        @Override
        public boolean awaitIdle(long mostMs) throws InterruptedException {
            synchronized (guard.lock) {
                return guard.await(guard.station::isIdle, mostMs);
            }
        }

        @Override
        public void exchange(PreparedJob prepared) {
            PreparedJob old;
            synchronized (guard.lock) {
                old = job;
                job = prepared;
                guard.station.job(prepared.name(), prepared.version());
            }
            old.close();
        }

        @Override
        public void remember() {
            remember.run();
        }
    }
}
