package org.shutterline.server.tool;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The area of a patch finer than whole pixels: in a band along its rim each pixel counts by how far its grey is from that
 * of the surroundings towards that of the patch, both taken from beside the band. Noise and texture cancel out, as nothing
 * is cut off. Valid as long as the matrices handed in.
 */
final class BlobArea {
    private static final int BAND = 3;
    private static final int RING = 3;
    private static final int AROUND = BAND + RING + 1;

    private final Mat grey;
    private final Mat binary;
    private final Mat labels;
    private final Optional<Mat> inside;

    BlobArea(Mat grey, Mat binary, Mat labels, Optional<Mat> inside) {
        this.grey = grey;
        this.binary = binary;
        this.labels = labels;
        this.inside = inside;
    }

    /** px^2; the plain number of pixels where the patch is too thin or too near the border for more. */
    double of(Blob blob) {
        if (blob.left() < AROUND
                || blob.top() < AROUND
                || blob.left() + blob.width() + AROUND > grey.cols()
                || blob.top() + blob.height() + AROUND > grey.rows()) {
            return blob.areaPx();
        }
        Rect box = new Rect(
                blob.left() - AROUND, blob.top() - AROUND, blob.width() + 2 * AROUND, blob.height() + 2 * AROUND);
        try (Mats mats = new Mats()) {
            Mat mask = mats.empty();
            Core.inRange(mats.hold(labels.submat(box)), new Scalar(blob.label()), new Scalar(blob.label()), mask);
            Optional<Mat> region = inside.map(all -> mats.hold(all.submat(box)));
            Mat others = mats.empty();
            mats.hold(binary.submat(box)).copyTo(others);
            region.ifPresent(all -> beside(all, others, mats));
            return isNearRim(mask, region, mats)
                    ? blob.areaPx()
                    : weighted(mats.hold(grey.submat(box)), others, mask, blob.areaPx(), mats);
        }
    }

    /** What lies outside the region says nothing of the surroundings either. */
    private static void beside(Mat region, Mat others, Mats mats) {
        Mat outside = mats.empty();
        Core.bitwise_not(region, outside);
        Core.bitwise_or(others, outside, others);
    }

    private static boolean isNearRim(Mat mask, Optional<Mat> region, Mats mats) {
        return region.map(all -> Core.countNonZero(without(grown(mask, BAND, mats), all, mats)) > 0)
                .orElse(false);
    }

    private static double weighted(Mat grey, Mat binary, Mat mask, int pixels, Mats mats) {
        Mat core = shrunk(mask, BAND, mats);
        Mat outer = grown(mask, BAND, mats);
        Mat band = without(outer, core, mats);
        Mat insideRing = without(core, shrunk(core, RING, mats), mats);
        Mat outsideRing = without(without(grown(outer, RING, mats), outer, mats), binary, mats);
        int bandPixels = Core.countNonZero(band);
        if (Core.countNonZero(insideRing) == 0 || Core.countNonZero(outsideRing) == 0) {
            return pixels;
        }
        double inside = Core.mean(grey, insideRing).val[0];
        double outside = Core.mean(grey, outsideRing).val[0];
        double rim = Core.mean(grey, band).val[0];
        double share = (rim - outside) / (inside - outside);
        return Core.countNonZero(core) + bandPixels * Math.max(0, Math.min(1, share));
    }

    private static Mat grown(Mat mask, int byPx, Mats mats) {
        Mat grown = mats.empty();
        Imgproc.dilate(mask, grown, disc(byPx, mats));
        return grown;
    }

    private static Mat shrunk(Mat mask, int byPx, Mats mats) {
        Mat shrunk = mats.empty();
        Imgproc.erode(mask, shrunk, disc(byPx, mats));
        return shrunk;
    }

    private static Mat without(Mat all, Mat part, Mats mats) {
        Mat rest = mats.empty();
        Core.bitwise_not(part, rest);
        Core.bitwise_and(all, rest, rest);
        return rest;
    }

    private static Mat disc(int radiusPx, Mats mats) {
        int size = 2 * radiusPx + 1;
        return mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(size, size)));
    }
}
