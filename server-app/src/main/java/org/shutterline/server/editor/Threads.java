package org.shutterline.server.editor;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the editor works.
 *
 * @param desk owns all state
 * @param trials judges the picture on the screen, teaches, reads and writes files
 * @param tries judges many pictures
 * @param drafts writes drafts
 * @param soon the desk again, some seconds later
 * @param limits how long they wait for tools
 */
public record Threads(Executor desk, Executor trials, Executor tries, Executor drafts, Executor soon, Limits limits) {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final int SOON_S = 3;

    /** The threads on which tools of drafts work, beside the one that waits for them. */
    static final String TOOLS = "editor-tools";

    /**
     * How long is waited for tools, milliseconds; one that never returns is left alone after that.
     *
     * @param setUpMs for the tools of a draft to be made
     * @param graceMs for a picture, beyond the time limits of all tools
     * @param teachMs for a lesson
     */
    public record Limits(long setUpMs, long graceMs, long teachMs) {
        public static final Limits USUAL = new Limits(60_000, 5_000, 120_000);
    }

    /** Four threads that end with the program. */
    public static Threads own() {
        Executor desk = thread("editor");
        ScheduledExecutorService drafts = Executors.newSingleThreadScheduledExecutor(named("editor-drafts"));
        return new Threads(
                desk,
                thread("editor-trial"),
                thread("editor-try"),
                task -> drafts.execute(guarded(task)),
                task -> drafts.schedule(() -> desk.execute(task), SOON_S, TimeUnit.SECONDS),
                Limits.USUAL);
    }

    private static Executor thread(String name) {
        ExecutorService thread = Executors.newSingleThreadExecutor(named(name));
        return task -> {
            try {
                thread.execute(guarded(task));
            } catch (RejectedExecutionException ended) {
                LOG.debug("the editor has ended");
            }
        };
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY + 1);
            return made;
        };
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error wrong) {
                LOG.error("the editor goes on after an error of its own", wrong);
            }
        };
    }
}
