package org.shutterline.look;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The range of a trend: all values and limits, yet no wider than three times the allowed range, so that one wild value
 * does not flatten the others; it stops at the edge.
 */
record TrendScale(double bottom, double top) {
    private static final double ROOM = 0.1;

    static TrendScale of(List<TrendChart.Reading> readings, Limits limits) {
        double[] values = readings.stream()
                .map(TrendChart.Reading::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double[] ends = DoubleStream.concat(limits.low().stream(), limits.high().stream())
                .toArray();
        double bottom = DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(ends))
                .min()
                .orElse(0);
        double top = DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(ends))
                .max()
                .orElse(1);
        if (ends.length == 2 && ends[1] > ends[0]) {
            double range = ends[1] - ends[0];
            bottom = Math.max(bottom, ends[0] - range);
            top = Math.min(top, ends[1] + range);
        }
        double room = top > bottom ? (top - bottom) * ROOM : Math.max(1e-6, Math.abs(top) * ROOM);
        return new TrendScale(bottom - room, top + room);
    }

    /** 0 at the bottom, 1 at the top; a value beyond stops there. */
    double part(double value) {
        return Math.max(0, Math.min(1, (value - bottom) / (top - bottom)));
    }
}
