package org.shutterline.server;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What this process has started and nobody has ended: programs of a draft that was on the window, of a job that was being
 * changed, of a tool that did not return.
 */
final class Children {
    /** Whoever keeps one alive starts it again at once, and then only after a quarter of a second. */
    private static final long MOST_MS = 200;

    private static final long ROUND_MS = 20;

    private Children() {}

    /** Kills all of them: they do not outlive the server. Waits for so long at most, and not at all if there are none. */
    static void end() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MS);
        boolean any = kill();
        try {
            while (any && until - System.nanoTime() > 0) {
                TimeUnit.MILLISECONDS.sleep(ROUND_MS);
                kill();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean kill() {
        List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
        left.forEach(ProcessHandle::destroyForcibly);
        return !left.isEmpty();
    }
}
