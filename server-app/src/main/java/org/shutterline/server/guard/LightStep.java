package org.shutterline.server.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Finds in the brightness of pictures when a change of the light arrived. */
final class LightStep {
    /** In grey levels: a screen may fill a small part of the view only. */
    private static final double LEAST_STEP = 2;

    private static final double TIMES_NOISE = 6;

    /** A picture that was exposed while the light changed shows a part of the step. */
    private static final double WHOLE = 0.95;

    private final double before;

    /** By how much the view moves without a change. */
    private final double noise;

    private final double least;
    private final List<Level> after = new ArrayList<>();

    /**
     * How bright a picture is.
     *
     * @param nanos when it was exposed or here, of {@link System#nanoTime()}
     * @param mean of its pixels, 0 to 255
     */
    record Level(long nanos, double mean) {}

    /** @param settled pictures before the change, one at least */
    LightStep(List<Level> settled) {
        before = settled.stream()
                .map(Level::mean)
                .sorted()
                .skip(settled.size() / 2)
                .findFirst()
                .orElseThrow();
        noise = settled.stream()
                .mapToDouble(level -> Math.abs(level.mean() - before))
                .max()
                .orElseThrow();
        least = Math.max(LEAST_STEP, TIMES_NOISE * noise);
    }

    /** A picture after the change. */
    void add(Level level) {
        after.add(level);
    }

    /** When the first picture came that shows something of the change; empty if none does. */
    OptionalLong began() {
        return firstThatMovedBy(least);
    }

    /**
     * When the first picture came that shows all of the change; empty if none does. Automatic exposure works against the
     * change, but later, so what moved most is the whole of it.
     */
    OptionalLong arrived() {
        double most = after.stream().mapToDouble(this::moved).max().orElse(0);
        return most < least ? OptionalLong.empty() : firstThatMovedBy(Math.min(WHOLE * most, most - 2 * noise));
    }

    private OptionalLong firstThatMovedBy(double levels) {
        return after.stream()
                .filter(level -> moved(level) >= levels)
                .mapToLong(Level::nanos)
                .findFirst();
    }

    private double moved(Level level) {
        return Math.abs(level.mean() - before);
    }
}
