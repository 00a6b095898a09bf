package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.tool.Mats;

/** Compares pictures with the golden one. Used by one thread at a time; keeps nothing of a picture. */
final class Comparer implements AutoCloseable {
    private static final int TILE_PX = 128;

    private final Golden golden;
    private final GoldenRule rule;
    private final Aligner aligner;
    private final Mat near;
    private final Mat join;
    private final Mat looked;

    /**
     * Looks at all of the golden picture but its rim.
     *
     * @param golden taken over
     * @param rimPx what is not compared of it all round; 0 if it ends where the picture did, and is compared as far as it can be
     */
    Comparer(Golden golden, GoldenRule rule, int rimPx) {
        this.golden = golden;
        this.rule = rule;
        this.aligner = new Aligner(golden, rule.maxShiftPx(), rule.stretch());
        this.near = Golden.neighbourhood(rule.edgeTolerancePx());
        int side = 2 * ((rule.joinPx() + 1) / 2) + 1;
        this.join = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side));
        this.looked = Mat.zeros(golden.mean().size(), CvType.CV_8UC1);
        // what an edge at the rim should be compared with may lie outside
        int inset = Math.max(rimPx, nearPx());
        Point last = new Point(golden.widthPx() - 1.0 - inset, golden.heightPx() - 1.0 - inset);
        if (last.x >= inset && last.y >= inset) {
            Imgproc.rectangle(looked, new Point(inset, inset), last, new Scalar(255), Imgproc.FILLED);
        }
    }

    Golden golden() {
        return golden;
    }

    /** Leaves out what is 0 in a mask. CV_8UC1, as large as the golden picture, not kept. */
    void lookOnlyAt(Mat mask) {
        try (Mats mats = new Mats()) {
            Mat one = mats.empty();
            Core.compare(mask, new Scalar(0), one, Core.CMP_GT);
            Core.bitwise_and(looked, one, looked);
        }
    }

    /** Leaves out what is not known of the golden picture, and what lies near that. As {@link Spread#deviation} gives it. */
    void lookOnlyWhereKnown(Mat spread) {
        int side = 2 * nearPx() + 1;
        try (Mats mats = new Mats()) {
            Mat known = mats.empty();
            Core.compare(spread, new Scalar(Spread.UNKNOWN), known, Core.CMP_LT);
            Mat square = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side)));
            Imgproc.erode(known, known, square);
            Core.bitwise_and(looked, known, looked);
        }
    }

    boolean looksAtNothing() {
        return Core.countNonZero(looked) == 0;
    }

    /** How far beyond the golden picture it should see, so that a part within the largest shift is seen whole, px. */
    int marginPx() {
        return rule.maxShiftPx() + nearPx();
    }

    /** How far around a pixel it looks. */
    private int nearPx() {
        return rule.edgeReachPx() + 1;
    }

    /**
     * Aligns and compares.
     *
     * @throws ToolException if the time is over
     */
    Comparison compare(Sight sight, TimeLimit time) throws ToolException {
        Aligned aligned = aligner.align(sight, time);
        time.check();
        try (Mats mats = new Mats()) {
            Mat sure = mats.empty();
            Mat laid = laid(sight, aligned, sure, mats);
            Core.bitwise_and(sure, looked, sure);
            double seen = 100.0 * Core.countNonZero(sure) / Math.max(1, Core.countNonZero(looked));
            Optional<String> doubt = Doubts.of(aligned, golden, seen, rule);
            if (doubt.isPresent()) {
                return new Comparison(aligned, seen, doubt, List.of());
            }
            time.check();
            Mat excess = mats.empty();
            excess(laid, excess, mats);
            Core.bitwise_and(excess, sure, excess);
            time.check();
            return new Comparison(aligned, seen, doubt, spots(excess, mats));
        }
    }

    /** The picture as the golden one lies and in its light, for {@code mats} to release; empty if it cannot be aligned. */
    Optional<Mat> laid(Sight sight, Mats mats) throws ToolException {
        Aligned aligned = aligner.align(sight, TimeLimit.NONE);
        return aligned.likeness().isEnough() ? Optional.of(laid(sight, aligned, mats.empty(), mats)) : Optional.empty();
    }

    /** What is not seen is as in the golden picture, and 0 in {@code seen}, which is 255 where it and what lies near is seen. */
    private Mat laid(Sight sight, Aligned how, Mat seen, Mats mats) {
        Mat to = mats.hold(golden.mean().clone());
        Mat lit = mats.hold(new Mat(sight.grey().size(), CvType.CV_8UC1));
        Mat map = mats.hold(how.warp().map(1, sight));
        inGoldenLight(sight, how.light(), lit, mats);
        Imgproc.remap(lit, to, map, mats.empty(), Imgproc.INTER_LINEAR, Core.BORDER_TRANSPARENT, new Scalar(0));
        seen(how.warp(), sight, map, seen, mats);
        return to;
    }

    /**
     * What is seen with its neighbourhood. To look at the rim only, where something may be out of sight, is much faster than
     * to look everywhere.
     */
    private void seen(Warp warp, Sight sight, Mat map, Mat seen, Mats mats) {
        int width = golden.widthPx();
        int height = golden.heightPx();
        double inside = nearPx();
        seen.create(height, width, CvType.CV_8UC1);
        Mats.fill(seen, new Scalar(255));
        Rect sure = warp.surelySeen(sight, inside);
        int right = sure.x + sure.width;
        int bottom = sure.y + sure.height;
        Scalar first = new Scalar(inside, inside);
        Scalar last = new Scalar(sight.widthPx() - 1.0 - inside, sight.heightPx() - 1.0 - inside);
        for (Rect strip : List.of(
                new Rect(0, 0, width, sure.y),
                new Rect(0, sure.y, sure.x, sure.height),
                new Rect(right, sure.y, width - right, sure.height),
                new Rect(0, bottom, width, height - bottom))) {
            if (strip.area() > 0) {
                Core.inRange(mats.hold(map.submat(strip)), first, last, mats.hold(seen.submat(strip)));
            }
        }
    }

    private void inGoldenLight(Sight sight, Light light, Mat to, Mats mats) {
        for (int y = 0; y < sight.heightPx(); y += TILE_PX) {
            for (int x = 0; x < sight.widthPx(); x += TILE_PX) {
                Rect tile =
                        new Rect(x, y, Math.min(TILE_PX, sight.widthPx() - x), Math.min(TILE_PX, sight.heightPx() - y));
                double u = (2.0 * (x - sight.left()) + tile.width) / golden.widthPx() - 1;
                double v = (2.0 * (y - sight.top()) + tile.height) / golden.heightPx() - 1;
                double gain = Math.max(0.1, light.gain(u, v));
                mats.hold(sight.grey().submat(tile))
                        .convertTo(mats.hold(to.submat(tile)), CvType.CV_8U, 1 / gain, -light.offset(u, v) / gain);
            }
        }
    }

    /** By how much each pixel is beyond what it may be; 0 where it is as it may be. */
    private void excess(Mat aligned, Mat excess, Mats mats) {
        Mat one = mats.empty();
        Mat other = mats.empty();
        // too bright or too dark for anything that lies near in the golden picture
        Core.subtract(aligned, golden.brightest(), excess);
        Core.subtract(golden.darkest(), aligned, one);
        Core.max(excess, one, excess);
        // and what is in the golden picture must lie near in this one
        Imgproc.erode(aligned, other, near);
        Core.subtract(other, golden.most(), one);
        Core.max(excess, one, excess);
        Imgproc.dilate(aligned, other, near);
        Core.subtract(golden.least(), other, one);
        Core.max(excess, one, excess);
    }

    private List<Spot> spots(Mat excess, Mats mats) {
        if (Core.countNonZero(excess) == 0) {
            return List.of();
        }
        Mat joined = mats.empty();
        Imgproc.dilate(excess, joined, join);
        Mat labels = mats.empty();
        int groups = Imgproc.connectedComponents(joined, labels, 8, CvType.CV_32S);
        int[] group = new int[labels.rows() * labels.cols()];
        labels.get(0, 0, group);
        return new Spots(Level.bytes(excess), group, groups, golden, rule).all();
    }

    @Override
    public void close() {
        golden.close();
        near.release();
        join.release();
        looked.release();
    }
}
