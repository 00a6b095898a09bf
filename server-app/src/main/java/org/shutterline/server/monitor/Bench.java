package org.shutterline.server.monitor;

import java.time.Duration;
import java.time.Instant;

/** The one thread that the presenter works on, and its time. */
public interface Bench {
    /** Has it done on the bench's thread, after all that was handed in before. Safe for any thread. */
    void run(Runnable task);

    /** Has it done on the bench's thread again and again. */
    void every(Duration period, Runnable task);

    /** Has it done on another thread, because it may block on the disk. */
    void aside(Runnable task);

    /** The time of day. */
    Instant now();
}
