package org.shutterline.server.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.station.JobShelf.NoSuchJob;

/** Lets one caller after the other work on the jobs, whatever thread it comes on. */
final class JobTurn {
    private final ReentrantLock turn = new ReentrantLock();
    private final JobFolder jobs;

    JobTurn(JobFolder jobs) {
        this.jobs = jobs;
    }

    @FunctionalInterface
    interface Work<T> {
        T done() throws NoSuchJob, JobRefused, IOException;
    }

    <T> T changing(String name, Work<T> work) throws NoSuchJob, JobRefused, IOException {
        turn.lock();
        try {
            jobs.finish(name);
            if (!jobs.working.has(name)) {
                throw new NoSuchJob(name);
            }
            return work.done();
        } finally {
            turn.unlock();
        }
    }

    <T> T writing(Work<T> work) throws JobRefused, IOException {
        turn.lock();
        try {
            return work.done();
        } catch (NoSuchJob impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            turn.unlock();
        }
    }

    <T> T inTurn(String name, Work<T> work) throws NoSuchJob {
        try {
            return changing(name, work);
        } catch (JobRefused impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new BadSetting(JobContent.placeOf(name), "cannot be read: " + unreadable.getMessage());
        }
    }

    <T> T reading(Work<T> work) {
        try {
            return writing(work);
        } catch (JobRefused impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
