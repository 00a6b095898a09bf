package org.shutterline.server.spi.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a program is run.
 *
 * @param name for messages, the log and its threads
 * @param command the program and its arguments, at least one
 * @param folder where it runs; empty for that of the server
 * @param settings what its first line tells it: texts, numbers, yes/no, lists and maps
 * @param startLimit so long it may take until it is ready
 * @param longestLineBytes of what it answers; one that writes a longer line is ended
 */
public record ProgramPlan(
        String name,
        List<String> command,
        Optional<Path> folder,
        Map<String, Object> settings,
        Duration startLimit,
        int longestLineBytes) {
    public ProgramPlan {
        command = List.copyOf(command);
        settings = new LinkedHashMap<>(settings);
    }
}
