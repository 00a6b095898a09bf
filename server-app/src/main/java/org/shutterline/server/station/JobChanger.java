package org.shutterline.server.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes a station's job on a thread of its own: reading one and setting it up may be slow, but not without end. */
final class JobChanger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobChanger.class);
    /** From when it was asked for, so that those who wait behind one that cannot be done do not wait as long again. */
    private static final long LONGEST_WAIT_MS = 30_000;

    /** So often a retouch is made anew when somebody else was quicker. */
    private static final int MOST_ROUNDS = 8;

    /** What it needs of the station. */
    interface Site {
        /** From now on triggers find it busy, until as many have ended; false if a retouch runs, or too many wait. */
        boolean begin();

        void end();

        /** The same for a retouch of the active job, of which several may wait; false if the job itself is being changed. */
        boolean beginRetouch();

        void endRetouch();

        /** Whether the retouch is for the job that is active, or may be for one that is being changed to now. */
        boolean isConcernedBy(Retouch retouch);

        Job active();

        /** How many pictures it is judged in at once. */
        int lanes();

        /** Waits until nothing runs; false if something still does after so long. */
        boolean awaitIdle(long mostMs) throws InterruptedException;

        /** Only when nothing runs. */
        void exchange(PreparedJob prepared);

        /** Makes durable which job and version is active. */
        void remember();
    }

    /** What is done last before a job is exchanged. */
    @FunctionalInterface
    private interface Last {
        boolean isDone() throws IOException;
    }

    /** One change, on the thread. */
    @FunctionalInterface
    private interface Work {
        Reply done() throws JobShelf.NoSuchJob, Retouch.Refusal, IOException, InterruptedException;
    }

    private final JobShelf shelf;
    private final SetUp setUp;
    private final Site site;
    private final ExecutorService thread;

    JobChanger(String name, JobShelf shelf, SetUp setUp, Site site) {
        this.shelf = shelf;
        this.setUp = setUp;
        this.site = site;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Several are done in their order. */
    void change(String name, Consumer<Reply> reply) {
        long start = System.nanoTime();
        if (!site.begin()) {
            reply.accept(new Reply.Refused(Code.STATION_BUSY));
            return;
        }
        thread.execute(() -> answer(() -> changed(name, start), site::end, reply));
    }

    /** Several are done in their order; each sees what those before it made. */
    void retouch(Retouch retouch, Consumer<Reply> reply) {
        long start = System.nanoTime();
        if (!site.beginRetouch()) {
            reply.accept(new Reply.Refused(Code.STATION_BUSY));
            return;
        }
        thread.execute(() -> answer(() -> retouched(retouch, start), site::endRetouch, reply));
    }

    /** Tells the active job after every change that was asked for before. */
    void tell(Consumer<Job> listener) {
        thread.execute(() -> listener.accept(site.active()));
    }

    /** A retouch that follows one of another station, after whatever change runs. */
    CompletableFuture<Void> follow(Retouch retouch) {
        if (!site.isConcernedBy(retouch)) {
            return CompletableFuture.completedFuture(null);
        }
        boolean begun = site.beginRetouch();
        CompletableFuture<Void> over = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                if (begun || site.isConcernedBy(retouch)) {
                    // where another job change waits for this thread, triggers are refused until it has ended
                    Runnable end = begun || site.beginRetouch() ? site::endRetouch : () -> {};
                    answer(() -> retouched(retouch, System.nanoTime()), end, JobChanger::tellUnlessDone);
                }
            } finally {
                over.complete(null);
            }
        });
        return over;
    }

    private static void answer(Work work, Runnable end, Consumer<Reply> reply) {
        Reply answer = new Reply.Refused(Code.INTERNAL_ERROR);
        try {
            answer = attempt(work);
        } finally {
            end.run();
            reply.accept(answer);
        }
    }

    private static Reply attempt(Work work) {
        try {
            return work.done();
        } catch (Retouch.Refusal refusal) {
            return refusal.reply();
        } catch (JobShelf.NoSuchJob none) {
            return new Reply.Refused(Code.NO_SUCH_JOB);
        } catch (IOException notKept) {
            LOG.error("a change of the active job cannot be kept and is not made", notKept);
            return new Reply.Refused(Code.STORAGE_FAILED, "storage failed: nothing was changed");
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(Code.INTERNAL_ERROR, "the server is stopping");
        } catch (RuntimeException | Error broken) {
            LOG.error("changing the job broke", broken);
            return new Reply.Refused(Code.INTERNAL_ERROR);
        }
    }

    private Reply changed(String name, long startNanos) throws JobShelf.NoSuchJob, IOException, InterruptedException {
        try {
            if (!isTaken(shelf.read(name), () -> true, startNanos)) {
                return new Reply.Refused(Code.STATION_BUSY);
            }
            site.remember();
            return new Reply.JobChanged(name, (System.nanoTime() - startNanos) / 1e6);
        } catch (UncheckedIOException notDurable) {
            LOG.error("job {} is active, but a restart will not know it", name, notDurable);
            return new Reply.Refused(Code.STORAGE_FAILED, "storage failed: the job is active until a restart");
        } catch (BadSetting bad) {
            LOG.warn("job {} cannot be used: {}", name, bad.getMessage());
            return new Reply.Refused(Code.NO_SUCH_JOB, "job cannot be used: " + bad.getMessage());
        }
    }

    private Reply retouched(Retouch retouch, long startNanos)
            throws Retouch.Refusal, IOException, InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Job active = site.active();
            try {
                Job next = retouch.of(active);
                if (next.version().equals(active.version())) {
                    return new Reply.Done();
                }
                if (isTaken(next, () -> retouch.keep(next), startNanos)) {
                    return remembered(next);
                }
            } catch (BadSetting bad) {
                return new Reply.Refused(Code.WRONG_ARGUMENT, "cannot be used: " + forPeers(bad, active));
            }
        }
        return new Reply.Refused(Code.STATION_BUSY);
    }

    private Reply remembered(Job job) {
        try {
            site.remember();
            return new Reply.Done();
        } catch (UncheckedIOException notDurable) {
            LOG.error("job {} is changed, but a restart will not know it", job.name(), notDurable);
            return new Reply.Refused(Code.STORAGE_FAILED, "storage failed: it holds until a restart");
        }
    }

    /** A peer knows the tools by their ids, not by their place in a file. */
    private static String forPeers(BadSetting bad, Job job) {
        String text = bad.getMessage();
        for (int i = 0; i < job.tools().size(); i++) {
            text = text.replace(
                    "jobs/" + job.name() + ".yaml.tools[" + i + "]",
                    job.tools().get(i).id());
        }
        return text;
    }

    /** @param last done when nothing runs any more; false if it is not to be taken after all */
    private boolean isTaken(Job job, Last last, long startNanos) throws IOException, InterruptedException {
        if (leftMs(startNanos) == 0 && !site.awaitIdle(0)) {
            return false;
        }
        PreparedJob prepared = setUp.prepared(job, site.lanes());
        boolean taken = false;
        try {
            taken = site.awaitIdle(leftMs(startNanos)) && last.isDone();
        } finally {
            if (!taken) {
                prepared.close();
            }
        }
        if (taken) {
            site.exchange(prepared);
        }
        return taken;
    }

    private static long leftMs(long startNanos) {
        return Math.max(0, LONGEST_WAIT_MS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
    }

    private static void tellUnlessDone(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            LOG.error("a job that was changed elsewhere goes on with its old content: {}", refused.text());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
