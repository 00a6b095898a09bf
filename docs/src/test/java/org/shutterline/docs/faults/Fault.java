package org.shutterline.docs.faults;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that is broken until it is closed, at the latest after its time limit. */
abstract class Fault implements AutoCloseable {
    private final AtomicBoolean undone = new AtomicBoolean();
    private final ScheduledExecutorService limit = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fault-limit");
        thread.setDaemon(true);
        return thread;
    });

    /** Call it when the fault is there, as the last step of its making. */
    final void undoWithin(Duration most) {
        limit.schedule(this::close, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Makes it whole again; called once, by the test or when the time is over. */
    abstract void undo();

    /** Makes it whole again now, in the midst of a test. */
    public final void end() {
        close();
    }

    @Override
    public final void close() {
        if (undone.compareAndSet(false, true)) {
            limit.shutdown();
            undo();
        }
    }
}
