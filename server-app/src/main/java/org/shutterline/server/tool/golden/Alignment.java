package org.shutterline.server.tool.golden;

/**
 * How a picture lies against the golden one.
 *
 * @param likeness coefficient of correlation with the golden picture, -1..1
 */
record Alignment(Warp warp, Light light, double likeness) {}
