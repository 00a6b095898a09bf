package org.shutterline.server.tool.gauge;

/**
 * An edge on a search line.
 *
 * @param at px from the beginning of the line; the centre of its first px is 0.5
 * @param strength how steep it is, grey for each px
 */
record Spot(double at, double strength) {}
