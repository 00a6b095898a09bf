package org.shutterline.server.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.shutterline.protocol.plugin.BadSetting;

/**
 * What a technician chose to be played.
 *
 * @param dialect its id
 * @param address as typed
 * @param settingsFile with the settings of the dialect where it is none of our listeners; may be empty
 * @param programs jobs, as typed, with commas; may be empty
 */
public record PlcChoice(
        String dialect,
        String address,
        String settingsFile,
        int station,
        int cycles,
        double cyclesPerSecond,
        int jitterPercent,
        Set<Habit> habits,
        String programs) {
    private static final int PROGRAM_EVERY = 10;

    public PlcChoice {
        habits = Set.copyOf(habits);
    }

    /** @throws BadSetting if a number is out of its range */
    PlcSettings settings() {
        List<String> jobs = List.of(programs.split(",")).stream()
                .map(String::strip)
                .filter(job -> !job.isEmpty())
                .toList();
        return new PlcSettings(
                station,
                cycles,
                Duration.ofSeconds(PlcSettings.MOST_SECONDS),
                cyclesPerSecond,
                jitterPercent,
                habits,
                jobs,
                PROGRAM_EVERY);
    }
}
