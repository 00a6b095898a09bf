package org.shutterline.server.tool.gauge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shutterline.server.tool.Peak;

/** The slope of the grey along one search line, smoothed by a bell; finds the edges in it. */
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

    /** All edges of this kind that are strong enough, in order. */
    List<Spot> edges(Step step, double minStrength) {
        List<Spot> edges = new ArrayList<>();
        for (int i = margin + 1; i < slope.length - margin - 1; i++) {
            double here = step.strength(slope[i]);
            if (here >= minStrength && here >= step.strength(slope[i - 1]) && here > step.strength(slope[i + 1])) {
                edges.add(new Spot(at(i, step), here));
            }
        }
        return edges;
    }

    /** The edge that is meant, if there is one. */
    Optional<Spot> edge(Step step, double minStrength, Choice choice) {
        List<Spot> edges = edges(step, minStrength);
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        return switch (choice) {
            case FIRST, OUTERMOST -> Optional.of(edges.get(0));
            case LAST -> Optional.of(edges.get(edges.size() - 1));
            case STRONGEST -> Optional.of(Collections.max(edges, Comparator.comparingDouble(Spot::strength)));
        };
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
