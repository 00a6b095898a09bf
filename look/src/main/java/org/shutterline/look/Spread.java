package org.shutterline.look;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The values of a histogram in bars of one width.
 *
 * @param from the left end of the axis
 * @param to its right end, more than {@code from}
 * @param inside how many within the limits, for each bar; what lies beyond an end counts in the last bar
 * @param outside how many outside of them
 */
record Spread(double from, double to, List<Integer> inside, List<Integer> outside) {
    /** So many ranges beyond the limits and the middle values an axis goes at most, so that one stray value hides nothing. */
    private static final double FURTHEST = 0.8;

    private static final double ROOM = 0.08;
    private static final double TAIL = 0.03;

    /** The axis on which the limits and all but stray values can be seen. */
    static double[] axis(List<Double> values, double[] limits, double step) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int tail = (int) (sorted.length * TAIL);
        double[] middle = Arrays.copyOfRange(sorted, tail, Math.max(tail, sorted.length - tail));
        double low = DoubleStream.concat(DoubleStream.of(middle), DoubleStream.of(limits))
                .min()
                .orElse(0);
        double high = DoubleStream.concat(DoubleStream.of(middle), DoubleStream.of(limits))
                .max()
                .orElse(1);
        double range = Math.max(high - low, 10 * step);
        double least = sorted.length == 0 ? low : Math.max(Math.min(low, sorted[0]), low - FURTHEST * range);
        double most = sorted.length == 0
                ? high
                : Math.min(Math.max(high, sorted[sorted.length - 1]), high + FURTHEST * range);
        double room = Math.max(most - least, 10 * step) * ROOM;
        double beyond = Math.max(0, 10 * step - (most - least)) / 2;
        return new double[] {least - room - beyond, most + room + beyond};
    }

    static Spread of(List<Double> values, double[] axis, int bars, Limits limits) {
        Integer[] inside = new Integer[bars];
        Integer[] outside = new Integer[bars];
        Arrays.fill(inside, 0);
        Arrays.fill(outside, 0);
        for (double value : values) {
            int bar = (int) Math.floor((value - axis[0]) / (axis[1] - axis[0]) * bars);
            Integer[] counts = limits.outside(value) ? outside : inside;
            counts[Math.max(0, Math.min(bars - 1, bar))]++;
        }
        return new Spread(axis[0], axis[1], List.of(inside), List.of(outside));
    }

    /** The highest bar. */
    int most() {
        int most = 1;
        for (int i = 0; i < inside.size(); i++) {
            most = Math.max(most, inside.get(i) + outside.get(i));
        }
        return most;
    }
}
