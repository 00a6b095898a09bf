package org.shutterline.server.tool;

import java.util.List;
import java.util.Optional;

/**
 * A colour as eyes compare them: CIE 1976 L*a*b* under D65, from sRGB.
 *
 * @param l 0 black to 100 white
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double l, double a, double b) {

    /** How different two colours look: 1 can hardly be seen, 10 at a glance. CIE 1976, the straight line (ISO 11664-4). */
    double distanceTo(Lab other) {
        return Math.sqrt((l - other.l) * (l - other.l) + (a - other.a) * (a - other.a) + (b - other.b) * (b - other.b));
    }

    /** To a tenth, as a job's file writes it. */
    List<Double> asWritten() {
        return List.of(tenth(l), tenth(a), tenth(b));
    }

    static Optional<Lab> read(Object raw) {
        if (raw instanceof List<?> list
                && list.size() == 3
                && list.get(0) instanceof Number l
                && list.get(1) instanceof Number a
                && list.get(2) instanceof Number b) {
            Lab lab = new Lab(l.doubleValue(), a.doubleValue(), b.doubleValue());
            return Optional.of(lab).filter(Lab::isReal);
        }
        return Optional.empty();
    }

    private boolean isReal() {
        return l >= 0 && l <= 100 && a >= -128 && a <= 127 && b >= -128 && b <= 127;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
