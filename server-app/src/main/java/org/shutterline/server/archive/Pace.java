package org.shutterline.server.archive;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast something goes that may take long, and how far. */
interface Pace {
    /** All of it at once. */
    Pace FULL = () -> true;

    /** Asked between two pieces; may wait. Whether there is a next one. */
    boolean goesOn();

    /** Beside other work: after each piece it rests four times as long as that took, and ends when the latch is open. */
    static Pace beside(CountDownLatch end) {
        return new Pace() {
            private static final int REST = 4;

            private long begun = System.nanoTime();

            @Override
            public boolean goesOn() {
                try {
                    boolean over = end.await(REST * (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
                    begun = System.nanoTime();
                    return !over;
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        };
    }
}
