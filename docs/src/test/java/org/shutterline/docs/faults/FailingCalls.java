package org.shutterline.docs.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Calls of a process to its system that fail, or are slow: strace answers in the system's place. */
public final class FailingCalls extends Fault {
    private final Process strace;

    private FailingCalls(Process strace) {
        this.strace = strace;
    }

    /**
     * @param calls such as {@code accept,accept4}
     * @param how what strace makes of them, such as {@code error=EMFILE} or {@code delay_enter=300000}
     */
    public static FailingCalls of(long pid, String calls, String how, Duration most)
            throws IOException, InterruptedException {
        Needs.root();
        Needs.program("strace");
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-p",
                        Long.toString(pid),
                        "-e",
                        "trace=" + calls,
                        "-e",
                        "inject=" + calls + ":" + how)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        FailingCalls failing = new FailingCalls(strace);
        strace.waitFor(500, TimeUnit.MILLISECONDS);
        if (!strace.isAlive()) {
            failing.close();
            throw new IOException("strace may not look into the process");
        }
        failing.undoWithin(most);
        return failing;
    }

    /** Whether they fail at present. */
    public boolean isAtWork() {
        return strace.isAlive();
    }

    @Override
    void undo() {
        strace.destroy();
        try {
            strace.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
