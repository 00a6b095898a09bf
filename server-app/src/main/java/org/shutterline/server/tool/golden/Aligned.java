package org.shutterline.server.tool.golden;

/**
 * How a picture lies against the golden one.
 *
 * @param warp where each place of the golden picture lies in it
 * @param light how bright it is
 * @param likeness coefficient of correlation with the golden picture, -1..1
 */
record Aligned(Warp warp, Light light, double likeness) {
    private static final double LEAST_LIKENESS = 0.5;

    /** Whether it is like enough that the rest can be believed. */
    boolean isLikeGolden() {
        return likeness >= LEAST_LIKENESS;
    }
}
