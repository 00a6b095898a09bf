package org.shutterline.server.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What rude programs do. */
public enum Habit {
    /** Leaves the end of the line out, waits a while, and gives up by a reset if no answer comes. */
    NO_END,
    /** A sign of life and the trigger in one send. */
    COALESCE,
    /** Each byte in a send of its own. */
    BYTEWISE,
    /** Resets the connection while the part is inspected. */
    RESET,
    /** Triggers again, by a second connection, before the result of the first is there. */
    IGNORE_BUSY;

    /** As it is written on a command line: {@code no-end}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Habit> named(String id) {
        return Arrays.stream(values()).filter(habit -> habit.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Habit::id).toList();
    }
}
