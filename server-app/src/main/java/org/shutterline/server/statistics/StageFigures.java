package org.shutterline.server.statistics;

/**
 * How long one stage of a trigger takes, in ms.
 *
 * @param stage {@code picture}, {@code inspection}, {@code storing}, or {@code all} from the trigger to the verdict
 * @param count of how many triggers; 0 for {@code storing}, which is over only after the result was kept: it is of the last
 *     1,000 triggers since the start
 */
public record StageFigures(String stage, int count, double p50Ms, double p95Ms, double p99Ms) {}
