package org.shutterline.server.tool.reference;

import java.util.Locale;
import java.util.Optional;

/**
 * How far the view may be from its reference.
 *
 * @param maxShiftPx at the middle of the region
 * @param minSimilarity percent of the landmarks that must be found where they belong together
 */
record ViewRule(double maxShiftPx, double maxTurnDeg, double minSimilarity) {

    boolean isSame(Displacement seen) {
        return seen.similarity() >= minSimilarity;
    }

    /** Why the picture cannot be judged. */
    Optional<String> broken(Displacement seen) {
        if (!isSame(seen)) {
            return Optional.of(
                    "another view than its reference: a swapped camera, a changed light, or something in the way");
        }
        if (seen.shiftPx() > maxShiftPx) {
            return Optional.of("the camera was moved: the picture lies " + way(seen) + " its reference view");
        }
        return Math.abs(seen.turnDeg()) > maxTurnDeg
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the camera was turned: the picture lies %.1f degrees %s against its reference view",
                        Math.abs(seen.turnDeg()),
                        seen.turnDeg() > 0 ? "clockwise" : "anticlockwise"))
                : Optional.empty();
    }

    /** Both directions are told unless one is small beside the other. */
    private static String way(Displacement seen) {
        String across = String.format(
                Locale.ROOT, "%.0f px to the %s of", Math.abs(seen.rightPx()), seen.rightPx() > 0 ? "right" : "left");
        String along = String.format(
                Locale.ROOT, "%.0f px %s", Math.abs(seen.downPx()), seen.downPx() > 0 ? "below" : "above");
        if (Math.abs(seen.downPx()) < 0.2 * Math.abs(seen.rightPx())) {
            return across;
        }
        return Math.abs(seen.rightPx()) < 0.2 * Math.abs(seen.downPx())
                ? along
                : across.replace(" of", "") + " and " + along;
    }
}
