package org.shutterline.server.monitor;

import java.time.Instant;

/**
 * A line of the program's log.
 *
 * @param number rises by one with each line
 * @param thread on which it was written
 * @param source the class that wrote it, which a person may look for
 * @param text with the first line of its exception, if it has one; escaped by whoever logged it
 */
public record LogRow(long number, Instant at, Level level, String thread, LogPlace place, String source, String text) {
    /** How grave a line is, gravest last. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }
}
