package org.shutterline.server.station;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes a station's job on a thread of its own: reading one and making its tools may be slow. */
final class JobChanger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobChanger.class);
    private static final long LONGEST_WAIT_MS = 30_000;

    /** What it needs of the station. */
    interface Site {
        /** From now on triggers find it busy; false if another change runs. */
        boolean begin();

        /** Waits until nothing runs, then exchanges; false if something still runs after so long. */
        boolean exchange(PreparedJob prepared, long mostMs) throws InterruptedException;

        /** Makes the new job durable. */
        void remember();

        void end();
    }

    private final JobShelf shelf;
    private final int lanes;
    private final Site site;
    private final ExecutorService thread;

    JobChanger(String name, JobShelf shelf, int lanes, Site site) {
        this.shelf = shelf;
        this.lanes = lanes;
        this.site = site;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    void change(String name, Consumer<Reply> reply) {
        long start = System.nanoTime();
        if (!site.begin()) {
            reply.accept(new Reply.Refused(Code.STATION_BUSY));
            return;
        }
        thread.execute(() -> {
            Reply answer = new Reply.Refused(Code.INTERNAL_ERROR);
            try {
                answer = attempt(name, start);
            } finally {
                site.end();
                reply.accept(answer);
            }
        });
    }

    private Reply attempt(String name, long startNanos) {
        try {
            if (!exchanged(new PreparedJob(shelf.read(name), lanes))) {
                return new Reply.Refused(Code.STATION_BUSY);
            }
            site.remember();
            return new Reply.JobChanged(name, (System.nanoTime() - startNanos) / 1e6);
        } catch (UncheckedIOException notDurable) {
            LOG.error("job {} is active, but a restart will not know it", name, notDurable);
            return new Reply.Refused(Code.STORAGE_FAILED, "storage failed: the job is active until a restart");
        } catch (JobShelf.NoSuchJob none) {
            return new Reply.Refused(Code.NO_SUCH_JOB);
        } catch (BadSetting bad) {
            LOG.warn("job {} cannot be used: {}", name, bad.getMessage());
            return new Reply.Refused(Code.NO_SUCH_JOB, "job cannot be used: " + bad.getMessage());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(Code.INTERNAL_ERROR, "the server is stopping");
        } catch (RuntimeException | Error broken) {
            LOG.error("changing to job {} broke", name, broken);
            return new Reply.Refused(Code.INTERNAL_ERROR);
        }
    }

    /** A job that is not taken over is closed: its tools may have processes of their own. */
    private boolean exchanged(PreparedJob prepared) throws InterruptedException {
        boolean taken = false;
        try {
            taken = site.exchange(prepared, LONGEST_WAIT_MS);
            return taken;
        } finally {
            if (!taken) {
                prepared.close();
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
