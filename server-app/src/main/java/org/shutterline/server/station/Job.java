package org.shutterline.server.station;

import java.util.List;
import org.shutterline.server.spi.JobFiles;

/**
 * How a picture is judged: tools in the order in which they run, and which of their values are told.
 *
 * @param name unique on the server
 * @param version identifies its content; the same content has the same version
 * @param tools with different ids
 * @param outputs every one of a tool that the job has
 * @param files the files that belong to it
 */
public record Job(String name, String version, List<ToolStep> tools, List<JobOutput> outputs, JobFiles files) {
    public Job {
        tools = List.copyOf(tools);
        outputs = List.copyOf(outputs);
    }
}
