package org.shutterline.protocol.message;

/**
 * How long one stage took over the last triggers of a station, in ms; the percentiles by nearest rank.
 *
 * @param stage as in {@link StageTime}; {@code all} is the whole
 * @param last of the last trigger that had the stage
 */
public record StageSummary(String stage, double last, double p50, double p95, double p99) {}
