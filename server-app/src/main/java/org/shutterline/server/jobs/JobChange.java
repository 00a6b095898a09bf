package org.shutterline.server.jobs;

/**
 * One thing in which two contents of a job differ.
 *
 * @param kind what happened
 * @param tool the id of the tool that it is about; empty if it is about the job
 * @param title that tool's title, else its id; else empty
 * @param key what of it: {@code limits.diameter.high}, {@code settings.threshold}, {@code title}, the name of an output or a
 *     file; empty if it is the tool as a whole
 * @param before as people read it; empty if it was not there
 * @param after as people read it; empty if it is not there
 */
public record JobChange(Kind kind, String tool, String title, String key, String before, String after) {
    /** What can happen to a part of a job. */
    public enum Kind {
        TOOL_ADDED,
        TOOL_REMOVED,
        TOOL_RENAMED,
        TOOLS_REORDERED,
        LIMIT_ADDED,
        LIMIT_REMOVED,
        LIMIT_CHANGED,
        REGION_MOVED,
        REGION_TURNED,
        REGION_RESIZED,
        REGION_RESHAPED,
        SETTING_ADDED,
        SETTING_REMOVED,
        SETTING_CHANGED,
        OUTPUT_ADDED,
        OUTPUT_REMOVED,
        OUTPUT_CHANGED,
        OUTPUTS_REORDERED,
        FILE_ADDED,
        FILE_REMOVED,
        FILE_REPLACED
    }
}
