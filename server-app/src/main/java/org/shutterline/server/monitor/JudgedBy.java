package org.shutterline.server.monitor;

import java.util.OptionalInt;

/**
 * The version of a job that judged a result.
 *
 * @param number of the version; empty if it is not kept any more
 * @param active whether the station judges by it now
 */
public record JudgedBy(String job, OptionalInt number, boolean active) {}
