package org.shutterline.server.tool.golden;

import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
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
        try (Mats mats = new Mats()) {
            Mat coarse = mats.hold(sight.smooth(coarsest.reduction()));
            shift(coarsest, sight, coarse, warp);
            for (Level level : levels) {
                boolean first = level == coarsest;
                Mat small = first ? coarse : mats.hold(sight.smooth(level.reduction()));
                byte[] grey = Level.bytes(small);
                int affine = first ? AFFINE_STEPS : 0;
                int steps = affine + (level == levels.get(levels.size() - 1) ? FINE_STEPS : COARSE_CELL_STEPS);
                for (int step = 0; step < steps; step++) {
                    time.check();
                    if (first && (step == 0 || step == affine || step == steps - 1)) {
                        light = light(level, warped(level, sight, small, warp), light);
                    }
                    float[] places = warp.places(level.reduction(), sight);
                    float[] missing = missing(level, grey, small.cols(), places, light.byCell(warp));
                    step(level, missing, warp, light, stretch && step >= affine);
                }
            }
            time.check();
            return new Aligned(warp, light, likeness(coarsest, sight, coarse, warp));
        }
    }

    /** Without edges there is only the light to find. */
    private Aligned plain(Level level, Sight sight, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat small = mats.hold(sight.smooth(level.reduction()));
            Light light = light(level, warped(level, sight, small, warp), Light.SAME);
            return new Aligned(warp, light, likeness(level, sight, small, warp).ofPlain());
        }
    }

    /** The shift at which the golden picture, or its middle if no more can be seen, looks most like the picture. */
    private void shift(Level level, Sight sight, Mat small, Warp warp) {
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

    /** @param missing by edge, grey levels; NaN where it is not seen */
    private void step(Level level, float[] missing, Warp warp, Light light, boolean cells) {
        double sum = 0;
        int count = 0;
        for (float grey : missing) {
            if (!Float.isNaN(grey)) {
                sum += Math.abs(grey);
                count++;
            }
        }
        float usual = (float) (Math.max(2 * sum / Math.max(1, count), 0.05 * golden.contrast()) + 1);
        // slopes are told by the reduced px, shifts by the unreduced
        float gain = (float) (light.gain(0, 0) / level.reduction());
        CellSums sums = new CellSums(warp);
        for (int i = 0; i < missing.length; i++) {
            if (!Float.isNaN(missing[i])) {
                float off = missing[i] / usual;
                float weight = 1 / (1 + off * off);
                sums.add(level.cell()[i], level.slopeX()[i] * gain, level.slopeY()[i] * gain, missing[i], weight);
            }
        }
        if (cells) {
            sums.moveCells(STIFFNESS);
        } else {
            sums.moveAffine();
        }
    }

    /**
     * How much darker each edge is than in the golden picture in this light; NaN where it is not seen.
     *
     * @param grey what is seen, reduced, row by row
     * @param places where the pixels of the level lie in it, x and y in turn
     * @param light gain and offset by cell
     */
    private static float[] missing(Level level, byte[] grey, int widthPx, float[] places, float[] light) {
        int lastX = widthPx - 2;
        int lastY = grey.length / widthPx - 2;
        byte[] golden = level.grey();
        int[] edges = level.edges();
        int[] cell = level.cell();
        float[] missing = new float[edges.length];
        for (int i = 0; i < edges.length; i++) {
            int edge = edges[i];
            float x = places[2 * edge];
            float y = places[2 * edge + 1];
            if (x >= 1 && y >= 1 && x < lastX && y < lastY) {
                int at = (int) y * widthPx + (int) x;
                float right = x - (int) x;
                float above = (grey[at] & 255) + right * ((grey[at + 1] & 255) - (grey[at] & 255));
                int under = at + widthPx;
                float below = (grey[under] & 255) + right * ((grey[under + 1] & 255) - (grey[under] & 255));
                float seen = above + (y - (int) y) * (below - above);
                missing[i] = (golden[edge] & 255) * light[2 * cell[i]] + light[2 * cell[i] + 1] - seen;
            } else {
                missing[i] = Float.NaN;
            }
        }
        return missing;
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
    private static Likeness likeness(Level level, Sight sight, Mat small, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat map = mats.hold(warp.map(level.reduction(), sight));
            Mat to = mats.empty();
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            byte[] seen = Level.bytes(to);
            Mat white = mats.hold(new Mat(small.size(), CvType.CV_8UC1));
            Mats.fill(white, new Scalar(255));
            Imgproc.remap(white, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            return Likeness.of(level.grey(), seen, Level.bytes(to));
        }
    }
}
