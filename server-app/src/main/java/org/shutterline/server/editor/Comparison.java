package org.shutterline.server.editor;

import java.util.List;

/**
 * In what two versions differ, which may be of two jobs.
 *
 * @param words what turns the first into the second, one line for each change; empty if nothing does
 */
public record Comparison(JobVersion first, JobVersion second, List<String> words) {
    public Comparison {
        words = List.copyOf(words);
    }
}
