package org.shutterline.server.tool.pattern;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.tool.Mats;

/** Brings a guess to where the template fits best at one level, between the px and between the angles of the search. */
final class Refinement {
    private static final int MOST_STEPS = 10;
    private static final double STILL_PX = 0.003;
    /** Where a finer level follows. */
    private static final double NEARLY_STILL_PX = 0.04;

    private static final double WORSE = 0.03;
    private static final double SLACK_PX = 0.5;

    private final Level level;
    private final Mat picture;
    private final double halfDiagonal;
    private final double stillPx;
    private final Point middle;

    /**
     * @param picture the view at this level
     * @param last whether no finer level follows
     */
    Refinement(Level level, Mat picture, boolean last) {
        this.stillPx = last ? STILL_PX : NEARLY_STILL_PX;
        this.level = level;
        this.picture = picture;
        this.middle = new Point(level.grey().cols() / 2.0, level.grey().rows() / 2.0);
        this.halfDiagonal = Math.hypot(middle.x(), middle.y());
    }

    Guess of(Guess guess) {
        Pose pose = atLevel(guess.pose(), 1.0 / level.reduction());
        Guess best = new Guess(guess.pose(), -1, 0);
        for (int step = 0; step < MOST_STEPS; step++) {
            try (Mats mats = new Mats()) {
                Mat seen = seen(pose, mats);
                Mat patch = patch(pose, mats);
                Level.Fit fit = level.fit(patch, seen, mats);
                Guess now = new Guess(atLevel(pose, level.reduction()), fit.score(), visible(seen));
                if (now.score() < best.score() - WORSE) {
                    return best;
                }
                // not the best of them: between the px the correlation is a little lower, which would draw it to whole
                // px
                best = now;
                Shift shift = fit.shift().bounded(halfDiagonal);
                if (!(shift.px(halfDiagonal) >= stillPx)) {
                    return best;
                }
                pose = pose.after(shift.about(middle));
            }
        }
        return best;
    }

    private double visible(Mat seen) {
        return seen.empty() ? 1 : Core.sumElems(seen).val[0] / level.pixels();
    }

    /** The same pose where a px is so many times as large. */
    private static Pose atLevel(Pose pose, double by) {
        return new Pose(pose.a(), pose.b(), pose.dx() * by, pose.dy() * by);
    }

    private Mat patch(Pose pose, Mats mats) {
        Mat patch = mats.hold(
                pose.a() == 1 && pose.b() == 0
                        ? moved(pose)
                        : cut(picture, pose, Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE));
        Mat numbers = mats.empty();
        patch.convertTo(numbers, CvType.CV_64F);
        return mats.hold(numbers.reshape(1, 1));
    }

    /** 1 where the template lies inside the picture; empty if it does everywhere. */
    private Mat seen(Pose pose, Mats mats) {
        if (isInside(pose)) {
            return mats.empty();
        }
        Mat all = mats.hold(new Mat(picture.rows(), picture.cols(), CvType.CV_8UC1, new Scalar(1)));
        Mat seen = mats.hold(cut(all, pose, Imgproc.INTER_NEAREST, Core.BORDER_CONSTANT));
        Mat numbers = mats.empty();
        seen.convertTo(numbers, CvType.CV_64F);
        return mats.hold(numbers.reshape(1, 1));
    }

    private boolean isInside(Pose pose) {
        for (int corner = 0; corner < 4; corner++) {
            Point p = pose.at(new Point(corner % 2 * 2 * middle.x(), corner / 2 * 2 * middle.y()));
            if (p.x() < -SLACK_PX
                    || p.y() < -SLACK_PX
                    || p.x() > picture.cols() + SLACK_PX
                    || p.y() > picture.rows() + SLACK_PX) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #cut} would, where nothing is turned or scaled: a third of its time, and not rounded to 1/32 px. */
    private Mat moved(Pose pose) {
        Mat patch = new Mat();
        Imgproc.getRectSubPix(
                picture,
                new Size(level.grey().cols(), level.grey().rows()),
                new org.opencv.core.Point(pose.dx() + middle.x() - 0.5, pose.dy() + middle.y() - 0.5),
                patch,
                CvType.CV_32F);
        return patch;
    }

    private Mat cut(Mat from, Pose pose, int between, int border) {
        Mat way = Turned.matrix(pose);
        Mat patch = new Mat();
        Imgproc.warpAffine(
                from,
                patch,
                way,
                new Size(level.grey().cols(), level.grey().rows()),
                between | Imgproc.WARP_INVERSE_MAP,
                border);
        way.release();
        return patch;
    }
}
