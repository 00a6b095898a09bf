package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** Compares pictures with the golden one. Used by one thread at a time; keeps nothing of a picture. */
final class Comparer implements AutoCloseable {
    private static final int TILE_PX = 128;

    private final Golden golden;
    private final GoldenRule rule;
    private final Aligner aligner;
    private final Mat near;
    private final Mat join;
    private final Mat looked = new Mat();

    /** @param golden taken over */
    Comparer(Golden golden, GoldenRule rule) {
        this.golden = golden;
        this.rule = rule;
        this.aligner = new Aligner(golden, rule.maxShiftPx(), rule.stretch());
        this.near = Golden.neighbourhood(rule.edgeTolerancePx());
        int side = 2 * ((rule.joinPx() + 1) / 2) + 1;
        this.join = Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(side, side));
    }

    Golden golden() {
        return golden;
    }

    /** Leaves out what is 0 in a mask. CV_8UC1, as large as the golden picture, not kept. */
    void lookOnlyAt(Mat mask) {
        Mat one = new Mat();
        Core.compare(mask, new Scalar(0), one, Core.CMP_GT);
        if (looked.empty()) {
            one.copyTo(looked);
        } else {
            Core.bitwise_and(looked, one, looked);
        }
        one.release();
    }

    /** @param picture CV_8UC1, as large as the golden one, not written to */
    Aligned align(Mat picture) {
        return aligner.align(picture);
    }

    /** Where an aligned picture differs, the largest first. */
    List<Spot> spots(Mat picture, Aligned how) {
        try (Mats mats = new Mats()) {
            Mat aligned = mats.hold(laid(picture, how));
            Mat excess = mats.empty();
            excess(aligned, excess, mats);
            return spots(excess, mats);
        }
    }

    /** The picture as the golden one lies and in its light; released by the caller. */
    Mat laid(Mat picture, Aligned how) {
        Mat to = golden.mean().clone();
        try (Mats mats = new Mats()) {
            Mat lit = mats.hold(new Mat(picture.size(), CvType.CV_8UC1));
            Mat map = mats.hold(how.warp().map(1));
            inGoldenLight(picture, how.light(), lit, mats);
            Imgproc.remap(lit, to, map, mats.empty(), Imgproc.INTER_LINEAR, Core.BORDER_TRANSPARENT, new Scalar(0));
        }
        return to;
    }

    private static void inGoldenLight(Mat picture, Light light, Mat to, Mats mats) {
        for (int y = 0; y < picture.rows(); y += TILE_PX) {
            for (int x = 0; x < picture.cols(); x += TILE_PX) {
                Rect tile =
                        new Rect(x, y, Math.min(TILE_PX, picture.cols() - x), Math.min(TILE_PX, picture.rows() - y));
                double u = (2.0 * x + tile.width) / picture.cols() - 1;
                double v = (2.0 * y + tile.height) / picture.rows() - 1;
                double gain = Math.max(0.1, light.gain(u, v));
                mats.hold(picture.submat(tile))
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
        clearRim(excess);
        if (!looked.empty()) {
            Core.bitwise_and(excess, looked, excess);
        }
    }

    /** What an edge there should be compared with may lie outside. */
    private void clearRim(Mat excess) {
        int rim = (int) Math.ceil(rule.edgeTolerancePx()) + 1;
        int right = excess.cols() - 1;
        int bottom = excess.rows() - 1;
        Imgproc.rectangle(excess, new Point(0, 0), new Point(right, bottom), new Scalar(0), 2 * rim - 1);
    }

    private List<Spot> spots(Mat excess, Mats mats) {
        Mat mask = mats.empty();
        Imgproc.threshold(excess, mask, 0, 255, Imgproc.THRESH_BINARY);
        Mat joined = mats.empty();
        Imgproc.dilate(mask, joined, join);
        List<MatOfPoint> outlines = new ArrayList<>();
        Imgproc.findContours(joined, outlines, mats.empty(), Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            spot(excess, outlines, i).ifPresent(spots::add);
        }
        outlines.forEach(Mat::release);
        spots.sort(Comparator.comparingInt(Spot::areaPx).reversed());
        return spots;
    }

    private Optional<Spot> spot(Mat excess, List<MatOfPoint> outlines, int number) {
        Rect around = Imgproc.boundingRect(outlines.get(number));
        byte[] differs = new byte[around.width * around.height];
        try (Mats mats = new Mats()) {
            Mat inside = mats.hold(new Mat(around.size(), CvType.CV_8UC1, new Scalar(0)));
            Point shift = new Point(-around.x, -around.y);
            Imgproc.drawContours(
                    inside, outlines, number, new Scalar(255), Imgproc.FILLED, Imgproc.LINE_8, mats.empty(), 0, shift);
            Core.bitwise_and(inside, mats.hold(excess.submat(around)), inside);
            inside.get(0, 0, differs);
        }
        return spot(differs, around);
    }

    private Optional<Spot> spot(byte[] differs, Rect around) {
        int area = 0;
        int worst = 0;
        int left = around.width;
        int right = 0;
        int top = around.height;
        int bottom = 0;
        for (int i = 0; i < differs.length; i++) {
            if (differs[i] != 0) {
                int x = i % around.width;
                int y = i / around.width;
                area++;
                worst = Math.max(worst, differs[i] & 255);
                left = Math.min(left, x);
                right = Math.max(right, x + 1);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y + 1);
            }
        }
        if (area < rule.minAreaPx()) {
            return Optional.empty();
        }
        int grow = (int) Math.ceil(rule.edgeTolerancePx());
        int x = Math.max(0, around.x + left - grow);
        int y = Math.max(0, around.y + top - grow);
        Rect box = new Rect(
                x,
                y,
                Math.min(golden.widthPx(), around.x + right + grow) - x,
                Math.min(golden.heightPx(), around.y + bottom + grow) - y);
        return Optional.of(new Spot(box, area, worst + (int) Math.round(golden.toleranceGrey())));
    }

    @Override
    public void close() {
        golden.close();
        near.release();
        join.release();
        looked.release();
    }
}
