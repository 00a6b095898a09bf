package org.shutterline.server.tool.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that a detector found, in px of the model's input.
 *
 * @param kind the number of its class, from 0
 * @param score 0 to 1
 */
record Box(double left, double top, double right, double bottom, int kind, double score) {

    /** The area that two have in common as a part of the area that they cover together. */
    double overlap(Box other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double common = width * height;
        return common / (area() + other.area() - common);
    }

    private double area() {
        return (right - left) * (bottom - top);
    }

    /** The best of each heap of boxes of one class that overlap more than this, best first (non-maximum suppression). */
    static List<Box> best(List<Box> all, double maxOverlap, int most) {
        List<Box> kept = new ArrayList<>();
        List<Box> sorted = all.stream()
                .sorted(Comparator.comparingDouble(Box::score).reversed())
                .limit(most)
                .toList();
        for (Box box : sorted) {
            boolean isNew =
                    kept.stream().noneMatch(better -> better.kind == box.kind && better.overlap(box) > maxOverlap);
            if (isNew) {
                kept.add(box);
            }
        }
        return kept;
    }
}
