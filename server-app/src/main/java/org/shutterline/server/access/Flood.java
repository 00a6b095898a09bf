package org.shutterline.server.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets so many through in a second by each source, and counts the rest. Safe for all threads. */
final class Flood {
    private static final int MOST_SOURCES = 1_024;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int mostASecond;
    private final LongSupplier nanoTime;
    private final Map<String, Second> bySource = new LinkedHashMap<>(16, 0.75f, true);

    private record Second(long sinceNanos, int passed, long held) {}

    Flood(int mostASecond, LongSupplier nanoTime) {
        this.mostASecond = mostASecond;
        this.nanoTime = nanoTime;
    }

    /** How many of this source were held back since the last that passed; below 0 if this one is held back. */
    synchronized long admit(String source) {
        long now = nanoTime.getAsLong();
        Second before = bySource.getOrDefault(source, new Second(now, 0, 0));
        boolean over = now - before.sinceNanos >= SECOND;
        Second current = over ? new Second(now, 0, before.held) : before;
        boolean passes = current.passed < mostASecond;
        bySource.put(
                source,
                passes
                        ? new Second(current.sinceNanos, current.passed + 1, 0)
                        : new Second(current.sinceNanos, current.passed, current.held + 1));
        if (bySource.size() > MOST_SOURCES) {
            bySource.remove(bySource.keySet().iterator().next());
        }
        return passes ? current.held : -1;
    }
}
