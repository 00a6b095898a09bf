package org.shutterline.server.station;

import java.util.Map;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.InspectionToolFactory;

/**
 * One tool of a job, set up but not yet made.
 *
 * @param id unique in the job
 * @param title for people
 * @param factory makes it
 * @param options its settings
 * @param limits by the name of the output
 * @param whenNotFound NG or UNKNOWN: the verdict when it ran and did not find its feature
 * @param timeLimitMs 1 or more
 */
public record ToolStep(
        String id,
        String title,
        InspectionToolFactory factory,
        Options options,
        Map<String, Limits> limits,
        Verdict whenNotFound,
        int timeLimitMs) {
    public ToolStep {
        limits = Map.copyOf(limits);
    }

    Limits limitsOf(String output) {
        return limits.getOrDefault(output, Limits.NONE);
    }
}
