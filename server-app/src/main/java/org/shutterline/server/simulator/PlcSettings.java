package org.shutterline.server.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.shutterline.protocol.plugin.BadSetting;

/**
 * How a PLC behaves.
 *
 * @param station that it triggers, 1 to 99
 * @param cycles after which it ends, 1 to 1,000,000
 * @param longest after which it ends at the latest, to 24 h
 * @param cyclesPerSecond 0.01 to 1,000; a cycle that takes longer delays the next
 * @param jitterPercent 0 to 100: how far the time from one cycle to the next may be off
 * @param habits of which every third cycle has one, in turn
 * @param programs jobs that it changes to, in turn; empty for no changes
 * @param programEvery so many cycles from one change to the next
 * @param patience how long an answer is waited for
 * @param endlessPatience how long after a line without end
 * @param seed of its dice
 */
public record PlcSettings(
        int station,
        int cycles,
        Duration longest,
        double cyclesPerSecond,
        int jitterPercent,
        Set<Habit> habits,
        List<String> programs,
        int programEvery,
        Duration patience,
        Duration endlessPatience,
        long seed) {
    public static final int MOST_CYCLES = 1_000_000;
    public static final int MOST_SECONDS = 86_400;
    /** Longer than any deadline of a station is usually set to. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Longer than it takes the server to say that a line has no end. */
    private static final Duration ENDLESS_PATIENCE = Duration.ofMillis(1_300);

    public PlcSettings {
        habits = Set.copyOf(habits);
        programs = List.copyOf(programs);
        check("station", station, 1, 99);
        check("cycles", cycles, 1, MOST_CYCLES);
        check("seconds", longest.toSeconds(), 1, MOST_SECONDS);
        check("jitter", jitterPercent, 0, 100);
        check("program-every", programEvery, 1, MOST_CYCLES);
        if (!(cyclesPerSecond >= 0.01 && cyclesPerSecond <= 1_000)) {
            throw new BadSetting("rate", "expected a number from 0.01 to 1000 a second, found " + cyclesPerSecond);
        }
    }

    /** With the usual patience. */
    public PlcSettings(
            int station,
            int cycles,
            Duration longest,
            double cyclesPerSecond,
            int jitterPercent,
            Set<Habit> habits,
            List<String> programs,
            int programEvery) {
        this(
                station,
                cycles,
                longest,
                cyclesPerSecond,
                jitterPercent,
                habits,
                programs,
                programEvery,
                PATIENCE,
                ENDLESS_PATIENCE,
                1);
    }

    private static void check(String what, long number, int low, int high) {
        if (number < low || number > high) {
            throw new BadSetting(what, "expected a whole number from " + low + " to " + high + ", found " + number);
        }
    }
}
