package org.shutterline.server.watch;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** What threads do at present, as text. */
final class Stacks {
    private static final int MOST_FRAMES = 40;

    private Stacks() {}

    static String of(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .limit(MOST_FRAMES)
                .map(frame -> "\tat " + frame)
                .collect(Collectors.joining("\n"));
    }

    /** Every thread, by name. */
    static String all() {
        return Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .map(Stacks::one)
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String one(Map.Entry<Thread, StackTraceElement[]> entry) {
        Thread thread = entry.getKey();
        return '"' + thread.getName() + "\" " + thread.getState() + "\n" + of(entry.getValue());
    }

    /** The threads that wait for each other for ever, with their stacks; empty if there are none. */
    static String deadlocked() {
        long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
        if (ids == null) {
            return "";
        }
        return Arrays.stream(ManagementFactory.getThreadMXBean().getThreadInfo(ids, MOST_FRAMES))
                .map(Stacks::one)
                .collect(Collectors.joining("\n\n"));
    }

    private static String one(ThreadInfo thread) {
        return '"' + thread.getThreadName() + "\" waits for " + thread.getLockName() + ", which \""
                + thread.getLockOwnerName() + "\" has\n" + of(thread.getStackTrace());
    }
}
