package org.shutterline.server.tool;

import java.util.OptionalDouble;

/** The slope of the grey along one search line, smoothed by a bell; finds the outermost edges in it. */
final class SearchLine {
    private final double[] slope;
    private final int margin;

    /**
     * @param profile mean grey of the strip, one for each px
     * @param smoothPx standard deviation of the bell
     */
    SearchLine(double[] profile, double smoothPx) {
        double[] bell = slopeOfBell(smoothPx);
        this.margin = bell.length / 2;
        this.slope = new double[profile.length];
        for (int i = margin; i < profile.length - margin; i++) {
            double sum = 0;
            for (int k = -margin; k <= margin; k++) {
                sum += bell[k + margin] * profile[i + k];
            }
            slope[i] = sum;
        }
    }

    /** Where the first edge is, from the beginning of the profile; the centre of its first pixel is 0.5. */
    OptionalDouble fromStart(Step step, double minStrength) {
        for (int i = margin + 1; i < slope.length - margin - 1; i++) {
            if (isPeak(i, step, minStrength)) {
                return OptionalDouble.of(at(i, step));
            }
        }
        return OptionalDouble.empty();
    }

    /** Where the last edge is. */
    OptionalDouble fromEnd(Step step, double minStrength) {
        for (int i = slope.length - margin - 2; i > margin; i--) {
            if (isPeak(i, step, minStrength)) {
                return OptionalDouble.of(at(i, step));
            }
        }
        return OptionalDouble.empty();
    }

    private boolean isPeak(int i, Step step, double minStrength) {
        double here = step.strength(slope[i]);
        return here >= minStrength && here >= step.strength(slope[i - 1]) && here > step.strength(slope[i + 1]);
    }

    private double at(int i, Step step) {
        return i + 0.5 + Peak.offset(step.strength(slope[i - 1]), step.strength(slope[i]), step.strength(slope[i + 1]));
    }

    /** Made so that a ramp of 1 grey for each px gives 1. */
    private static double[] slopeOfBell(double smoothPx) {
        int reach = (int) Math.ceil(3 * smoothPx);
        double[] weights = new double[2 * reach + 1];
        double ramp = 0;
        for (int k = -reach; k <= reach; k++) {
            weights[k + reach] = k * Math.exp(-k * k / (2 * smoothPx * smoothPx));
            ramp += k * weights[k + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= ramp;
        }
        return weights;
    }
}
