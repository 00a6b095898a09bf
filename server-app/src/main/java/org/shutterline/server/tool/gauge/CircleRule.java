package org.shutterline.server.tool.gauge;

import org.shutterline.protocol.plugin.Options;

/**
 * How the rim of a circle is looked for.
 *
 * @param inward whether the search lines run towards the middle
 * @param edge in the direction of the search
 * @param minStrength grey for each px
 * @param smoothPx standard deviation of the bell that smooths
 * @param lines how many, all around
 * @param outlierPx how far off the circle a point may be that counts
 * @param minShare of the lines must find it, percent
 */
record CircleRule(
        boolean inward,
        Step edge,
        Choice choice,
        double minStrength,
        double smoothPx,
        int lines,
        double outlierPx,
        double minShare) {
    static CircleRule read(Options options) {
        return new CircleRule(
                options.get(CircleFactory.DIRECTION) == CircleFactory.Way.INWARD,
                options.get(CircleFactory.EDGE),
                options.get(CircleFactory.CHOICE),
                options.get(EdgeRule.MIN_STRENGTH),
                options.get(EdgeRule.SMOOTH),
                options.get(CircleFactory.LINES),
                options.get(CircleFactory.OUTLIER),
                options.get(CircleFactory.MIN_SHARE));
    }
}
