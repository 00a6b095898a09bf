package org.shutterline.server.tool.gauge;

import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * How edges are looked for on the search lines of a region.
 *
 * @param direction along which side of the region the lines run
 * @param pair whether two edges are wanted
 * @param first of the only edge, or that with which a pair begins
 * @param second that with which a pair ends
 * @param minStrength grey for each px
 * @param smoothPx standard deviation of the bell that smooths
 * @param lines how many
 */
record EdgeRule(
        Direction direction,
        boolean pair,
        Step first,
        Step second,
        Choice choice,
        double minStrength,
        double smoothPx,
        int lines) {
    static final Setting<Double> MIN_STRENGTH =
            Setting.number("minStrength", 0.5, 255).byDefault(8.0).unit("grey per px");
    static final Setting<Double> SMOOTH =
            Setting.number("smoothPx", 0.5, 20).byDefault(2.0).unit("px");
    static final Setting<Integer> LINES = Setting.whole("lines", 1, 200).byDefault(24);

    /** The outermost two edges. */
    static EdgeRule outermost(Direction direction, Step first, Step second, Options options) {
        return read(direction, true, first, second, Choice.OUTERMOST, options);
    }

    /** One edge along the region. */
    static EdgeRule one(Step edge, Choice choice, Options options) {
        return read(Direction.HORIZONTAL, false, edge, edge, choice, options);
    }

    /** Two edges along the region. */
    static EdgeRule two(Step first, Step second, Choice choice, Options options) {
        return read(Direction.HORIZONTAL, true, first, second, choice, options);
    }

    private static EdgeRule read(
            Direction direction, boolean pair, Step first, Step second, Choice choice, Options options) {
        return new EdgeRule(
                direction,
                pair,
                first,
                second,
                choice,
                options.get(MIN_STRENGTH),
                options.get(SMOOTH),
                options.get(LINES));
    }

    boolean isDown() {
        return direction == Direction.VERTICAL;
    }
}
