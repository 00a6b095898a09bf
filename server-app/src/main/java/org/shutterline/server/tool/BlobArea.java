package org.shutterline.server.tool;

import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * The area of a patch finer than whole pixels: in a band along its rim each pixel counts by how far its grey is from that
 * of the surroundings towards that of the patch, both taken from beside the band. Noise and texture cancel out, as nothing
 * is cut off. Valid as long as the matrices handed in.
 */
final class BlobArea {
    /** Whole pixels in a disc of 3 px are up to 3.2 px away, the next are 3.6. */
    private static final float BAND = 3.3f;

    private static final float RING = 6.5f;
    private static final int AROUND = 7;

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
            float[] depth = toNearest(mask, mats);
            Core.bitwise_not(mask, mask);
            float[] away = toNearest(mask, mats);
            byte[] levels = pixels(mats.hold(grey.submat(box)));
            byte[] patches = pixels(mats.hold(binary.submat(box)));
            Optional<byte[]> region = inside.map(all -> pixels(mats.hold(all.submat(box))));
            return region.isPresent() && isNearRim(away, region.get())
                    ? blob.areaPx()
                    : weighted(levels, patches, region, depth, away).orElse(blob.areaPx());
        }
    }

    /** How far each pixel is from the nearest that is 0, px; 0 for these. */
    private static float[] toNearest(Mat mask, Mats mats) {
        Mat distances = mats.empty();
        Imgproc.distanceTransform(mask, distances, Imgproc.DIST_L2, Imgproc.DIST_MASK_5);
        float[] all = new float[(int) distances.total()];
        distances.get(0, 0, all);
        return all;
    }

    private static byte[] pixels(Mat mat) {
        byte[] all = new byte[(int) mat.total()];
        mat.get(0, 0, all);
        return all;
    }

    private static boolean isNearRim(float[] away, byte[] region) {
        for (int i = 0; i < away.length; i++) {
            if (region[i] == 0 && away[i] <= BAND) {
                return true;
            }
        }
        return false;
    }

    /** What lies outside the region, and other patches, say nothing of the surroundings. */
    private static OptionalDouble weighted(
            byte[] grey, byte[] patches, Optional<byte[]> region, float[] depth, float[] away) {
        byte[] allowed = region.orElse(null);
        Level core = new Level();
        Level within = new Level();
        Level rim = new Level();
        Level around = new Level();
        for (int i = 0; i < grey.length; i++) {
            if (depth[i] > BAND) {
                core.add(grey[i]);
                if (depth[i] <= RING) {
                    within.add(grey[i]);
                }
            } else if (away[i] <= BAND) {
                rim.add(grey[i]);
            } else if (away[i] <= RING && patches[i] == 0 && (allowed == null || allowed[i] != 0)) {
                around.add(grey[i]);
            }
        }
        if (within.count == 0 || around.count == 0) {
            return OptionalDouble.empty();
        }
        double share = (rim.mean() - around.mean()) / (within.mean() - around.mean());
        return OptionalDouble.of(core.count + rim.count * Math.max(0, Math.min(1, share)));
    }

    /** The mean grey of some pixels. */
    private static final class Level {
        private long sum;
        private int count;

        void add(byte grey) {
            sum += grey & 0xFF;
            count++;
        }

        double mean() {
            return (double) sum / count;
        }
    }
}
