package org.shutterline.server.station;

import org.shutterline.server.spi.Output;

/**
 * One value of a job's output list.
 *
 * @param name for people and for the wire
 * @param tool the id of the tool that gives it
 * @param output what the tool calls it, with the decimals that the job wants
 */
public record JobOutput(String name, String tool, Output output) {}
