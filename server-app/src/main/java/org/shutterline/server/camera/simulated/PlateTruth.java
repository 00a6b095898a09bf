package org.shutterline.server.camera.simulated;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.shutterline.protocol.message.Point;

/**
 * What is true of one drawn plate, exactly, so that a measurement can be held against it.
 *
 * @param number which picture it is
 * @param centre where the middle of the whole plate lies in the picture, px
 * @param angleDegrees how far it is turned, clockwise as seen
 * @param scale px of the picture for one unit of the plate; 1 at 1280 x 960
 * @param holeA the upper left hole
 * @param holeB the lower left hole
 * @param tongueWidthPx across the tongue, at right angles to its edges
 * @param codeText the text that its code would give, were it not damaged
 * @param scratch the ends of its scratch in units of the plate; of use only with {@link Defect#SCRATCH}
 * @param defects what is wrong with it
 */
public record PlateTruth(
        long number,
        Point centre,
        double angleDegrees,
        double scale,
        Hole holeA,
        Hole holeB,
        double tongueWidthPx,
        String codeText,
        Scratch scratch,
        Set<Defect> defects) {
    public PlateTruth {
        defects =
                Collections.unmodifiableSet(defects.isEmpty() ? EnumSet.noneOf(Defect.class) : EnumSet.copyOf(defects));
    }

    /**
     * A round hole.
     *
     * @param centre in the picture, px
     * @param diameterPx its true diameter, px of the picture
     * @param drilled false if it is missing
     */
    public record Hole(Point centre, double diameterPx, boolean drilled) {}

    /**
     * A scratch from one end to the other, in units of the plate.
     *
     * @param from one end
     * @param to the other end
     */
    public record Scratch(Point from, Point to) {}

    /** Where a place of the plate, in its units from its middle, lies in the picture. */
    public Point inPicture(double u, double v) {
        double angle = Math.toRadians(angleDegrees);
        double cos = Math.cos(angle) * scale;
        double sin = Math.sin(angle) * scale;
        return new Point(centre.x() + cos * u - sin * v, centre.y() + sin * u + cos * v);
    }
}
