package org.shutterline.server.monitor;

/**
 * How long one stage of a trigger takes, in ms.
 *
 * @param stage {@code waiting}, {@code picture} or {@code exposure} and {@code transfer}, {@code inspection}, {@code storing}, {@code answer}, or {@code all} for the whole
 * @param nowMs of the last trigger
 */
public record StageTimes(String stage, double nowMs, double p50Ms, double p95Ms, double p99Ms) {}
