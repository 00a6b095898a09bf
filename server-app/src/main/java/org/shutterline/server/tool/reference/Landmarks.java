package org.shutterline.server.tool.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.tool.Mats;

/**
 * The small patches of a reference picture that have edges. In another picture each is looked for by itself and votes for
 * where it was found; those that lie together as they did say how the view has moved. What moves by itself is outvoted.
 * Immutable until closed.
 */
final class Landmarks implements AutoCloseable {
    private static final int BLOCK = 32;
    private static final int STEP = 20;
    /** Of each field of the picture, so that a part with many edges does not outvote a bench with few. */
    private static final int MOST_IN_FIELD = 3;

    private static final int FIELD = 64;
    private static final int LEAST = 5;
    private static final int REACH = 14;
    private static final double LEAST_DEVIATION = 6;
    /** Percent of the landmarks: no other way can have more. */
    private static final double SURELY = 50;

    private static final double LIKE = 0.6;
    private static final double[] TURNS = {0, 5, -5, 10, -10};

    private final Mat edges;
    private final Size size;
    private final double factor;
    private final List<Rect> blocks;

    private Landmarks(Mat edges, Size size, double factor, List<Rect> blocks) {
        this.edges = edges;
        this.size = size;
        this.factor = factor;
        this.blocks = blocks;
    }

    /** @param mask 255 where the region is; empty if it is all of the picture */
    static Landmarks of(Mat grey, Optional<Mat> mask) {
        try (Mats mats = new Mats()) {
            Mat edges = mats.hold(EdgePicture.of(grey));
            double factor = EdgePicture.factor(grey);
            List<Rect> blocks = blocks(edges, mask, factor);
            return new Landmarks(mats.handOver(edges), grey.size(), factor, blocks);
        }
    }

    private static List<Rect> blocks(Mat edges, Optional<Mat> mask, double factor) {
        List<Block> found = new ArrayList<>();
        for (int y = 0; y + BLOCK <= edges.rows(); y += STEP) {
            for (int x = 0; x + BLOCK <= edges.cols(); x += STEP) {
                Rect rect = new Rect(x, y, BLOCK, BLOCK);
                double deviation = deviation(edges, rect);
                if (deviation >= LEAST_DEVIATION && isInside(mask, rect, factor)) {
                    found.add(new Block(rect, deviation));
                }
            }
        }
        return found.stream().collect(Collectors.groupingBy(Block::field)).values().stream()
                .flatMap(field -> field.stream()
                        .sorted(Comparator.comparingDouble(Block::deviation).reversed())
                        .limit(MOST_IN_FIELD))
                .map(Block::rect)
                .toList();
    }

    boolean areEnough() {
        return blocks.size() >= LEAST;
    }

    boolean fit(Mat grey) {
        return grey.size().equals(size);
    }

    /**
     * How another picture of the same size lies against this one.
     *
     * @param rule if enough landmarks are where they were, the view has not moved, whatever the others say
     * @throws ToolException if there is no time to find it out
     */
    Displacement find(Mat grey, ViewRule rule, Scene scene) throws ToolException {
        try (Mats mats = new Mats()) {
            Mat now = mats.hold(EdgePicture.of(grey));
            Votes here = votes(now, 0, 0, scene);
            Displacement best = displacement(here.still(), Pose.NONE);
            if (best.similarity() > SURELY || rule.isSame(best) && !here.moveAsOne()) {
                return best;
            }
            for (double turn : TURNS) {
                Pose turned = Pose.of(middle(), middle(), turn, 1);
                Mat back = mats.hold(turnedBack(now, turned));
                for (Point coarse : List.of(new Point(0, 0), coarse(back, mats))) {
                    Displacement seen = displacement(
                            votes(back, (int) Math.round(coarse.x()), (int) Math.round(coarse.y()), scene)
                                    .consensus(),
                            turned);
                    best = seen.similarity() > best.similarity() ? seen : best;
                }
                if (rule.isSame(best) && best.similarity() > SURELY) {
                    return best;
                }
            }
            return best;
        }
    }

    private Displacement displacement(Votes.Agreement agreed, Pose turned) {
        Pose pose = turned.after(agreed.pose());
        Point moved = pose.at(middle());
        return new Displacement(
                (moved.x() - middle().x()) / factor,
                (moved.y() - middle().y()) / factor,
                pose.turnDeg(),
                100.0 * agreed.count() / Math.max(1, blocks.size()));
    }

    private Point middle() {
        return new Point(edges.cols() / 2.0, edges.rows() / 2.0);
    }

    private Mat turnedBack(Mat now, Pose turned) {
        Mat back = new Mat();
        if (turned.b() == 0) {
            now.copyTo(back);
            return back;
        }
        try (Mats mats = new Mats()) {
            Mat way = mats.hold(new Mat(2, 3, CvType.CV_64F));
            way.put(0, 0, turned.a(), -turned.b(), turned.dx(), turned.b(), turned.a(), turned.dy());
            Imgproc.warpAffine(now, back, way, now.size(), Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP);
            return back;
        }
    }

    /** The shift of its middle as a whole, up to a fifth of the picture, at half the size; whole px. */
    private Point coarse(Mat now, Mats mats) {
        Mat small = mats.empty();
        Imgproc.resize(edges, small, new Size(0, 0), 0.5, 0.5, Imgproc.INTER_AREA);
        Mat smallNow = mats.empty();
        Imgproc.resize(now, smallNow, new Size(0, 0), 0.5, 0.5, Imgproc.INTER_AREA);
        Rect core = new Rect(
                small.cols() / 5,
                small.rows() / 5,
                Math.max(1, small.cols() * 3 / 5),
                Math.max(1, small.rows() * 3 / 5));
        Mat scores = mats.empty();
        Imgproc.matchTemplate(smallNow, mats.hold(small.submat(core)), scores, Imgproc.TM_CCOEFF_NORMED);
        org.opencv.core.Point at = Core.minMaxLoc(scores).maxLoc;
        return new Point(2 * (at.x - core.x), 2 * (at.y - core.y));
    }

    private Votes votes(Mat now, int right, int down, Scene scene) throws ToolException {
        List<Votes.Vote> votes = new ArrayList<>();
        Rect all = new Rect(0, 0, now.cols(), now.rows());
        for (Rect block : blocks) {
            scene.checkTime();
            int left = Math.max(0, block.x + right - REACH);
            int top = Math.max(0, block.y + down - REACH);
            int wide = Math.min(all.width, block.x + right + BLOCK + REACH) - left;
            int high = Math.min(all.height, block.y + down + BLOCK + REACH) - top;
            if (wide >= BLOCK && high >= BLOCK) {
                vote(now, block, new Rect(left, top, wide, high)).ifPresent(votes::add);
            }
        }
        return new Votes(votes);
    }

    private Optional<Votes.Vote> vote(Mat now, Rect block, Rect around) {
        try (Mats mats = new Mats()) {
            Mat patch = mats.hold(edges.submat(block));
            Mat searched = mats.hold(now.submat(around));
            Mat scores = mats.empty();
            Imgproc.matchTemplate(searched, patch, scores, Imgproc.TM_CCOEFF_NORMED);
            Core.MinMaxLocResult best = Core.minMaxLoc(scores);
            if (!(best.maxVal >= LIKE) || best.maxVal > 1.01) {
                return Optional.empty();
            }
            int x = (int) best.maxLoc.x;
            int y = (int) best.maxLoc.y;
            double half = BLOCK / 2.0;
            Point from = new Point(block.x + half, block.y + half);
            Point to = new Point(
                    around.x + x + half + top(scores, x - 1, y, x, y, x + 1, y),
                    around.y + y + half + top(scores, x, y - 1, x, y, x, y + 1));
            return Optional.of(new Votes.Vote(from, to));
        }
    }

    /** Where between three neighbours the parabola through them is highest, -0.5 to 0.5. */
    private static double top(Mat scores, int x0, int y0, int x1, int y1, int x2, int y2) {
        if (x0 < 0 || y0 < 0 || x2 >= scores.cols() || y2 >= scores.rows()) {
            return 0;
        }
        double before = scores.get(y0, x0)[0];
        double at = scores.get(y1, x1)[0];
        double after = scores.get(y2, x2)[0];
        double bend = before - 2 * at + after;
        return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
    }

    private static double deviation(Mat edges, Rect rect) {
        try (Mats mats = new Mats()) {
            Mat block = mats.hold(edges.submat(rect));
            MatOfDouble mean = new MatOfDouble();
            MatOfDouble deviation = new MatOfDouble();
            mats.hold(mean);
            mats.hold(deviation);
            Core.meanStdDev(block, mean, deviation);
            return deviation.get(0, 0)[0];
        }
    }

    private static boolean isInside(Optional<Mat> mask, Rect rect, double factor) {
        if (mask.isEmpty()) {
            return true;
        }
        double x = (rect.x + rect.width / 2.0) / factor;
        double y = (rect.y + rect.height / 2.0) / factor;
        return mask.get().get((int) y, (int) x)[0] > 0;
    }

    @Override
    public void close() {
        edges.release();
    }

    /** @param deviation of the strength of its edges */
    private record Block(Rect rect, double deviation) {
        List<Integer> field() {
            return List.of((rect.x + BLOCK / 2) / FIELD, (rect.y + BLOCK / 2) / FIELD);
        }
    }
}
