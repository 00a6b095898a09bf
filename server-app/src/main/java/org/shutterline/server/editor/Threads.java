package org.shutterline.server.editor;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the editor works.
 *
 * @param desk owns all state
 * @param trials judges the picture on the screen, teaches, reads and writes files
 * @param tries judges many pictures
 */
public record Threads(Executor desk, Executor trials, Executor tries) {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    /** Three threads that end with the program. */
    public static Threads own() {
        return new Threads(thread("editor"), thread("editor-trial"), thread("editor-try"));
    }

    private static Executor thread(String name) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY + 1);
            return made;
        });
        return task -> {
            try {
                thread.execute(guarded(task));
            } catch (RejectedExecutionException ended) {
                LOG.debug("the editor has ended");
            }
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
