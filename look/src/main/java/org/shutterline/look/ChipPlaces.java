package org.shutterline.look;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a place for each label beside its feature, covering no feature and no other label; further out if need be. */
final class ChipPlaces {
    private static final double[] DISTANCES_PX = {5, 16, 36, 64};

    private final Rectangle2D bounds;
    private final List<Shape> taken;

    ChipPlaces(Rectangle2D bounds, List<? extends Shape> features) {
        this.bounds = bounds;
        this.taken = new ArrayList<>(features);
    }

    /** The box of a label, or nothing if no place is free. */
    Optional<Rectangle2D> place(Rectangle2D feature, double width, double height) {
        for (double distance : DISTANCES_PX) {
            for (Rectangle2D box : around(feature, width, height, distance)) {
                if (bounds.contains(box) && taken.stream().noneMatch(other -> other.intersects(box))) {
                    taken.add(box);
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Rectangle2D> around(Rectangle2D feature, double width, double height, double distance) {
        double above = feature.getMinY() - distance - height;
        double below = feature.getMaxY() + distance;
        double middle = feature.getCenterX() - width / 2;
        double flushRight = feature.getMaxX() - width;
        double centre = feature.getCenterY() - height / 2;
        return List.of(
                new Rectangle2D.Double(feature.getMinX(), above, width, height),
                new Rectangle2D.Double(middle, above, width, height),
                new Rectangle2D.Double(flushRight, above, width, height),
                new Rectangle2D.Double(feature.getMinX(), below, width, height),
                new Rectangle2D.Double(middle, below, width, height),
                new Rectangle2D.Double(flushRight, below, width, height),
                new Rectangle2D.Double(feature.getMaxX() + distance, centre, width, height),
                new Rectangle2D.Double(feature.getMinX() - distance - width, centre, width, height));
    }
}
