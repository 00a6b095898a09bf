package org.shutterline.server.tool.golden;

/**
 * How a picture lies against the golden one.
 *
 * @param warp where each place of the golden picture lies in it
 * @param light how bright it is
 * @param likeness how like they are then
 */
record Aligned(Warp warp, Light light, Likeness likeness) {}
