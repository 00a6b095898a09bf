package org.shutterline.server.tool.gauge;

import java.util.List;
import java.util.Optional;

/** Chooses two edges on a search line. */
final class EdgePairs {
    private final List<Spot> firsts;
    private final List<Spot> seconds;

    /** Edges of both kinds, in order. */
    EdgePairs(List<Spot> firsts, List<Spot> seconds) {
        this.firsts = firsts;
        this.seconds = seconds;
    }

    /**
     * A pair of which either may be missing.
     *
     * @param first where it begins
     * @param second where it ends
     */
    record Pair(Optional<Spot> first, Optional<Spot> second) {}

    Pair of(Choice choice) {
        return switch (choice) {
            case OUTERMOST -> new Pair(first(firsts), last(seconds));
            case FIRST -> new Pair(first(firsts), first(firsts).flatMap(this::after));
            case LAST -> new Pair(last(seconds).flatMap(this::before), last(seconds));
            case STRONGEST -> strongest();
        };
    }

    private Pair strongest() {
        Pair best = new Pair(first(firsts), Optional.empty());
        double most = 0;
        for (Spot from : firsts) {
            for (Spot to : seconds) {
                double strength = from.strength() + to.strength();
                if (to.at() > from.at() && strength > most) {
                    most = strength;
                    best = new Pair(Optional.of(from), Optional.of(to));
                }
            }
        }
        return best;
    }

    private Optional<Spot> after(Spot from) {
        return seconds.stream().filter(to -> to.at() > from.at()).findFirst();
    }

    private Optional<Spot> before(Spot to) {
        return last(firsts.stream().filter(from -> from.at() < to.at()).toList());
    }

    private static Optional<Spot> first(List<Spot> spots) {
        return spots.stream().findFirst();
    }

    private static Optional<Spot> last(List<Spot> spots) {
        return spots.isEmpty() ? Optional.empty() : Optional.of(spots.get(spots.size() - 1));
    }
}
