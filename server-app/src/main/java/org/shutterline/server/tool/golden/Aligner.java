package org.shutterline.server.tool.golden;

import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
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

    /** @param picture CV_8UC1, as large as the golden one, not written to */
    Aligned align(Mat picture) {
        Warp warp = new Warp(golden.widthPx(), golden.heightPx());
        Light light = Light.SAME;
        List<Level> levels = golden.levels();
        if (levels.get(0).edges().length < LEAST_EDGES) {
            return new Aligned(warp, lightOf(levels.get(0), picture, light), 1);
        }
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean first = i == 0;
            boolean last = i == levels.size() - 1;
            try (Mats mats = new Mats()) {
                Mat small = mats.hold(Level.smooth(picture, level.reduction()));
                if (first) {
                    coarse(level, small, warp);
                }
                int affine = first ? AFFINE_STEPS : 0;
                int steps = affine + (last ? FINE_STEPS : COARSE_CELL_STEPS);
                for (int step = 0; step < steps; step++) {
                    byte[] seen = warped(level, small, warp);
                    if (first && (step == 0 || step == affine)) {
                        light = light(level, seen, light);
                    }
                    if (first && step == steps - 1) {
                        light = light(level, seen, light);
                    }
                    step(level, seen, warp, light, stretch && step >= affine);
                }
            }
        }
        return new Aligned(warp, light, likeness(levels.get(0), picture, warp));
    }

    /** The shift at which the middle of the golden picture looks most like the picture. */
    private void coarse(Level level, Mat small, Warp warp) {
        int by = level.reduction();
        int reach = Math.min((maxShiftPx + by - 1) / by, Math.min(level.widthPx(), level.heightPx()) / 4);
        if (reach < 1) {
            return;
        }
        try (Mats mats = new Mats()) {
            Rect middle = new Rect(reach, reach, level.widthPx() - 2 * reach, level.heightPx() - 2 * reach);
            Mat scores = mats.empty();
            Imgproc.matchTemplate(small, mats.hold(level.smooth().submat(middle)), scores, Imgproc.TM_CCOEFF_NORMED);
            Core.patchNaNs(scores, 0);
            Core.MinMaxLocResult peak = Core.minMaxLoc(scores);
            warp.affine()[0] = (peak.maxLoc.x - reach) * by;
            warp.affine()[3] = (peak.maxLoc.y - reach) * by;
        }
    }

    private void step(Level level, byte[] seen, Warp warp, Light light, boolean cells) {
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
        for (int i = 0; i < edges.length; i++) {
            int x = level.column()[i];
            int y = level.row()[i];
            if (isNearRim(level, x, y) && !isSeen(level, warp, x, y)) {
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

    private boolean isNearRim(Level level, int x, int y) {
        int reach = (maxShiftPx + Warp.CELL_PX / 2) / level.reduction();
        return x < reach || y < reach || x >= level.widthPx() - reach || y >= level.heightPx() - reach;
    }

    /** Whether this place is in the picture at all. */
    private boolean isSeen(Level level, Warp warp, int x, int y) {
        int by = level.reduction();
        double inset = (by - 1) / 2.0;
        double[] at = warp.at(x * by + inset, y * by + inset);
        return at[0] >= by && at[1] >= by && at[0] < golden.widthPx() - by - 1 && at[1] < golden.heightPx() - by - 1;
    }

    /** The picture as the golden one lies, reduced; what lies outside the picture is as in the golden one. */
    private static byte[] warped(Level level, Mat small, Warp warp) {
        try (Mats mats = new Mats()) {
            Mat to = mats.hold(level.smooth().clone());
            Mat map = mats.hold(warp.map(level.reduction()));
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_LINEAR, Core.BORDER_TRANSPARENT, new Scalar(0));
            return Level.bytes(to);
        }
    }

    private Light lightOf(Level level, Mat picture, Light soFar) {
        try (Mats mats = new Mats()) {
            return light(level, Level.bytes(mats.hold(Level.smooth(picture, level.reduction()))), soFar);
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

    /** The coefficient of correlation of the golden picture and what is seen of it; 0 if that is less than half. */
    private static double likeness(Level level, Mat picture, Warp warp) {
        byte[] there;
        byte[] seen;
        try (Mats mats = new Mats()) {
            Mat small = mats.hold(Level.smooth(picture, level.reduction()));
            Mat map = mats.hold(warp.map(level.reduction()));
            Mat to = mats.empty();
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            seen = Level.bytes(to);
            small.setTo(new Scalar(255));
            Imgproc.remap(small, to, map, mats.empty(), Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT, new Scalar(0));
            there = Level.bytes(to);
        }
        return likeness(level.grey(), seen, there);
    }

    private static double likeness(byte[] golden, byte[] seen, byte[] there) {
        double n = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int i = 0; i < golden.length; i++) {
            if (there[i] != 0) {
                int a = golden[i] & 255;
                int b = seen[i] & 255;
                n++;
                sumA += a;
                sumB += b;
                sumAa += a * a;
                sumBb += b * b;
                sumAb += a * b;
            }
        }
        double spread = (sumAa - sumA * sumA / n) * (sumBb - sumB * sumB / n);
        return 2 * n >= golden.length && spread > 0 ? (sumAb - sumA * sumB / n) / Math.sqrt(spread) : 0;
    }
}
