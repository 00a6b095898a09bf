package org.shutterline.server.tool;

/** The top of a parabola through three neighbouring values, of which the middle one is the highest. */
public final class Peak {
    private Peak() {}

    /** How far the top lies from the middle one, -0.5 to 0.5 of a step. */
    public static double offset(double before, double middle, double after) {
        double bend = before - 2 * middle + after;
        if (bend >= 0) {
            return 0;
        }
        return Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
    }
}
