package org.shutterline.server.camera.simulated;

/**
 * The outline of one plate as a signed distance: negative in the metal, positive outside and in holes. Units of the plate
 * from its middle, u to the right and v down. It changes by at most 1 for a step of 1, so one value speaks for a whole block.
 */
final class PlateShape {
    static final double HOLE_A_U = -354;
    static final double HOLE_A_V = -133;
    static final double HOLE_A_DIAMETER = 160;
    static final double HOLE_B_U = -354;
    static final double HOLE_B_V = 133;
    static final double HOLE_B_DIAMETER = 102.4;
    static final double TONGUE_WIDTH = 384;

    private static final double CORNER = 13;
    private static final double SLOT_U = 222;
    private static final double SLOT_HALF_LENGTH = 17;
    private static final double SLOT_RADIUS = 38;
    private static final double SMALL_U = 442;
    private static final double SMALL_RADIUS = 40;

    private final double radiusA;
    private final double radiusB;
    private final double tongueHalf;

    PlateShape(PlateTruth truth) {
        this.radiusA = radius(truth.holeA(), truth.scale());
        this.radiusB = radius(truth.holeB(), truth.scale());
        this.tongueHalf = truth.tongueWidthPx() / truth.scale() / 2;
    }

    double distance(double u, double v) {
        double metal = outline(u, v);
        double holes = u < -180
                ? Math.min(circle(u - HOLE_A_U, v - HOLE_A_V, radiusA), circle(u - HOLE_B_U, v - HOLE_B_V, radiusB))
                : Math.min(
                        circle(Math.max(0, Math.abs(u - SLOT_U) - SLOT_HALF_LENGTH), v, SLOT_RADIUS),
                        circle(u - SMALL_U, v, SMALL_RADIUS));
        return Math.max(metal, -holes);
    }

    /** The same without holes: what throws the shadow. */
    double outline(double u, double v) {
        return Math.min(box(u + 180, v, 328, 288), box(u - 214, v, 294, tongueHalf));
    }

    private static double radius(PlateTruth.Hole hole, double scale) {
        return hole.drilled() ? hole.diameterPx() / scale / 2 : -1000;
    }

    private static double circle(double u, double v, double radius) {
        return Math.sqrt(u * u + v * v) - radius;
    }

    private static double box(double u, double v, double halfU, double halfV) {
        double outU = Math.abs(u) - halfU + CORNER;
        double outV = Math.abs(v) - halfV + CORNER;
        if (outU <= 0 || outV <= 0) {
            return Math.max(outU, outV) - CORNER;
        }
        return Math.sqrt(outU * outU + outV * outV) - CORNER;
    }
}
