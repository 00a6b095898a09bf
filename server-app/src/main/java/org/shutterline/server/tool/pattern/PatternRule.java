package org.shutterline.server.tool.pattern;

import java.util.Optional;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Region;
import org.shutterline.server.tool.Place;

/**
 * What a job wants of a pattern.
 *
 * @param minScore 0 to 1
 * @param fromDeg least turn against how it was taught, clockwise
 * @param toDeg most turn
 * @param leastScale against how it was taught
 * @param mostScale not below the least
 * @param maxCount how many are looked for
 * @param minDistancePx how far apart the middles of two must be; empty: half the shorter side of the template
 * @param minVisible share of the template that must lie inside the region, 0.5 to 1
 * @param taught where the middle of the template lay when it was taught
 * @param uprightDeg how far the template's sides were turned against the region's when it was taught
 */
record PatternRule(
        double minScore,
        double fromDeg,
        double toDeg,
        double leastScale,
        double mostScale,
        int maxCount,
        Optional<Double> minDistancePx,
        double minVisible,
        Optional<Point> taught,
        double uprightDeg) {
    static PatternRule read(Options options) {
        return read(options, options.get(PatternFactory.TAUGHT_ANGLE));
    }

    /** The same for a template that is just being taught: its sides are turned so, whatever was taught before. */
    static PatternRule read(Options options, double taughtAngleDeg) {
        Optional<Point> taught = options.find(PatternFactory.TAUGHT_X)
                .flatMap(x -> options.find(PatternFactory.TAUGHT_Y).map(y -> new Point(x, y)));
        return new PatternRule(
                options.get(PatternFactory.MIN_SCORE),
                options.get(PatternFactory.FROM),
                options.get(PatternFactory.TO),
                options.get(PatternFactory.LEAST_SCALE),
                options.get(PatternFactory.MOST_SCALE),
                options.get(PatternFactory.MAX_COUNT),
                options.find(PatternFactory.MIN_DISTANCE),
                options.get(PatternFactory.MIN_VISIBLE) / 100,
                taught,
                taughtAngleDeg - angle(Place.read(options)));
    }

    /** The same, but for so many, near each other, at any score. */
    PatternRule forRivals(int count) {
        return new PatternRule(
                0, fromDeg, toDeg, leastScale, mostScale, count, Optional.empty(), 1, taught, uprightDeg);
    }

    boolean turns() {
        return fromDeg != toDeg;
    }

    boolean scales() {
        return leastScale != mostScale;
    }

    private static double angle(Place place) {
        return place.region()
                .filter(Region.Rectangle.class::isInstance)
                .map(region -> ((Region.Rectangle) region).angleDeg())
                .orElse(0.0);
    }
}
