package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;

/** The one thread that a presenter works on, and its time. */
public interface Bench {
    /** Has it done on the bench's thread, after all that was handed in before. Safe for any thread. */
    void run(Runnable task);

    /** Has it done on the bench's thread when the time has passed. */
    Alarm after(Duration wait, Runnable task);

    /** The time of day. */
    Instant now();

    /** Something that is to be done later. */
    interface Alarm {
        /** It is not to be done any more; does nothing when it was. */
        void cancel();
    }
}
