package org.shutterline.server.tool.golden;

import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.tool.Mats;

/**
 * Finds how a picture lies against the golden one: the shift by correlation of the reduced pictures, then turn, scale and
 * shear, then the stretch cell by cell, each from the edges of the golden picture.
 */
final class Aligner {
    private static final int AFFINE_STEPS = 2;
    private static final int COARSE_CELL_STEPS = 2;
    private static final int FINE_STEPS = 2;
    private static final double STIFFNESS = 0.05;
    private static final int LEAST_EDGES = 30;

    private final Golden golden;
    private final int maxShiftPx;
    private final boolean stretch;

    Aligner(Golden golden, int maxShiftPx, boolean stretch) {
        this.golden = golden;
        this.maxShiftPx = maxShiftPx;
        this.stretch = stretch;
    }

    /**
     * Aligns what is seen.
     *
     * @throws ToolException if the time is over
     */
    Aligned align(Sight sight, TimeLimit time) throws ToolException {
        Warp warp = new Warp(golden.widthPx(), golden.heightPx());
        Light light = Light.SAME;
        List<Level> levels = golden.levels();
        Level coarsest = levels.get(0);
        if (coarsest.edges().length < LEAST_EDGES) {
            return plain(coarsest, sight, warp);
        }
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean first = i == 0;
            boolean last = i == levels.size() - 1;
            try (Mats mats = new Mats()) {
                Mat small = mats.hold(sight.smooth(level.reduction()));
                if (first) {
                    coarse(level, sight, small, warp);
                }
                int affine = first ? AFFINE_STEPS : 0;
                int steps = affine + (last ? FINE_STEPS : COARSE_CELL_STEPS);
                for (int step = 0; step < steps; step++) {
                    time.check();
                    byte[] seen = warped(level, sight, small, warp);
                    if (first && (step == 0 || step == affine || step == steps - 1)) {
                        light = light(level, seen, light);
                    }
                    step(level, sight, seen, warp, light, stretch && step >= affine);
                }
            }
        }
        time.check();
        return new Aligned(warp, light, likeness(coarsest, sight, warp));
    }

    /** Without edges there is only the light to find. */
    private Aligned plain(Level level, Sight sight, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat small = mats.hold(sight.smooth(level.reduction()));
            Light light = light(level, warped(level, sight, small, warp), Light.SAME);
            return new Aligned(warp, light, likeness(level, sight, warp).ofPlain());
        }
    }

    /** The shift at which the golden picture, or its middle if no more can be seen, looks most like the picture. */
    private void coarse(Level level, Sight sight, Mat small, Warp warp) {
        int by = level.reduction();
        Reach across = Reach.of(level.widthPx(), sight.left(by), small.cols(), maxShiftPx, by);
        Reach down = Reach.of(level.heightPx(), sight.top(by), small.rows(), maxShiftPx, by);
        if (across.most() + down.most() < 1 || across.length() < 1 || down.length() < 1) {
            return;
        }
        try (Mats mats = new Mats()) {
            Rect part = new Rect(across.from(), down.from(), across.length(), down.length());
            Rect around = new Rect(
                    across.searchedFrom(),
                    down.searchedFrom(),
                    across.length() + 2 * across.most(),
                    down.length() + 2 * down.most());
            Mat scores = mats.empty();
            Imgproc.matchTemplate(
                    mats.hold(small.submat(around)),
                    mats.hold(level.smooth().submat(part)),
                    scores,
                    Imgproc.TM_CCOEFF_NORMED);
            Core.patchNaNs(scores, 0);
            Core.MinMaxLocResult peak = Core.minMaxLoc(scores);
            warp.affine()[0] = (peak.maxLoc.x - across.most()) * by;
            warp.affine()[3] = (peak.maxLoc.y - down.most()) * by;
        }
    }

    private void step(Level level, Sight sight, byte[] seen, Warp warp, Light light, boolean cells) {
        byte[] grey = level.grey();
        int[] edges = level.edges();
        int width = level.widthPx();
        int cell = Integer.numberOfTrailingZeros(Warp.CELL_PX / level.reduction());
        double[] missing = new double[edges.length];
        double sum = 0;
        for (int i = 0; i < edges.length; i++) {
            int x = level.column()[i];
            int y = level.row()[i];
            double u = 2.0 * x / width - 1;
            double v = 2.0 * y / level.heightPx() - 1;
            double wanted = (grey[edges[i]] & 255) * light.gain(u, v) + light.offset(u, v);
            missing[i] = wanted - (seen[edges[i]] & 255);
            sum += Math.abs(missing[i]);
        }
        double usual = Math.max(2 * sum / edges.length, 0.05 * golden.contrast()) + 1;
        CellSums sums = new CellSums(warp);
        Rect sure = surelySeen(level, sight);
        int right = sure.x + sure.width;
        int bottom = sure.y + sure.height;
        for (int i = 0; i < edges.length; i++) {
            int x = level.column()[i];
            int y = level.row()[i];
            if ((x < sure.x || y < sure.y || x >= right || y >= bottom) && !isSeen(level, sight, warp, x, y)) {
                continue;
            }
            double off = missing[i] / usual;
            double weight = 1 / (1 + off * off);
            // slopes are told by the reduced px, shifts by the unreduced
            double gain = light.gain(0, 0) / level.reduction();
            sums.add(
                    (y >> cell) * warp.columns() + (x >> cell),
                    level.slopeX()[i] * gain,
                    level.slopeY()[i] * gain,
                    missing[i],
                    weight);
        }
        if (cells) {
            sums.moveCells(STIFFNESS);
        } else {
            sums.moveAffine();
        }
    }

    /** The part of a level that lies so far from the edge of what is seen that it is seen however the part has shifted. */
    private Rect surelySeen(Level level, Sight sight) {
        int by = level.reduction();
        int reach = (maxShiftPx + Warp.CELL_PX / 2) / by;
        int x = reach - sight.left(by);
        int y = reach - sight.top(by);
        return new Rect(x, y, sight.widthPx() / by - 2 * reach, sight.heightPx() / by - 2 * reach);
    }

    /** Whether this place is in the picture at all. */
    private static boolean isSeen(Level level, Sight sight, Warp warp, int x, int y) {
        int by = level.reduction();
        double inset = (by - 1) / 2.0;
        double[] at = warp.at(x * by + inset, y * by + inset);
        double left = at[0] + sight.left();
        double top = at[1] + sight.top();
        return left >= by && top >= by && left < sight.widthPx() - by - 1 && top < sight.heightPx() - by - 1;
    }

    /** The picture as the golden one lies, reduced; what lies outside the picture is as in the golden one. */
    private static byte[] warped(Level level, Sight sight, Mat small, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat to = mats.hold(level.smooth().clone());
            Mat map = mats.hold(warp.map(level.reduction(), sight));
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_LINEAR, Core.BORDER_TRANSPARENT, new Scalar(0));
            return Level.bytes(to);
        }
    }

    private Light light(Level level, byte[] seen, Light soFar) {
        boolean[] counts = new boolean[seen.length];
        Arrays.fill(counts, true);
        for (int edge : level.edges()) {
            counts[edge] = false;
        }
        double far = soFar.equals(Light.SAME) ? 256 : Math.max(16, 0.2 * golden.contrast());
        return Light.of(level.grey(), seen, counts, level.widthPx(), soFar, far);
    }

    /** Of the golden picture and what is seen of it. */
    private static Likeness likeness(Level level, Sight sight, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat small = mats.hold(sight.smooth(level.reduction()));
            Mat map = mats.hold(warp.map(level.reduction(), sight));
            Mat to = mats.empty();
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            byte[] seen = Level.bytes(to);
            Mats.fill(small, new Scalar(255));
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            return Likeness.of(level.grey(), seen, Level.bytes(to));
        }
    }
}
