package org.shutterline.server.net;

/**
 * What is done again and again, and goes on after an error of its own: that is told as what no thread caught, once for as
 * long as each round meets one. Used by one thread.
 */
public final class Rounds {
    private boolean failing;

    /** One of them. */
    public void go(Runnable round) {
        try {
            round.run();
            failing = false;
        } catch (RuntimeException | Error mistake) {
            if (!failing) {
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, mistake);
            }
            failing = true;
        }
    }
}
