package org.shutterline.docs.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * The calls of OpenCV that count and measure dark patches.
 *
 * @param diameterPx of the largest, between px; 0 if there is none
 * @param roundness of the largest, as a share of the circle around it
 */
record BarePatches(int count, double diameterPx, double roundness) {
    private static final float BAND_PX = 3.3f;
    private static final float RING_PX = 6.5f;
    private static final int AROUND_PX = 7;

    /**
     * Those of a region that are darker than a level.
     *
     * @param least px^2
     * @param inside whether those at the border are left out
     */
    static BarePatches in(Mat grey, Rect region, int level, int least, boolean inside) {
        Mat part = grey.submat(region);
        Mat binary = new Mat();
        Mat labels = new Mat();
        Mat statistics = new Mat();
        Mat centres = new Mat();
        Imgproc.threshold(part, binary, level - 1.0, 255, Imgproc.THRESH_BINARY_INV);
        int found = Imgproc.connectedComponentsWithStats(binary, labels, statistics, centres, 8, CvType.CV_32S);
        int[] table = new int[5 * found];
        statistics.get(0, 0, table);
        int count = 0;
        int largest = 0;
        for (int at = 5; at < table.length; at += 5) {
            boolean whole = table[at] > 0
                    && table[at + 1] > 0
                    && table[at] + table[at + 2] < region.width
                    && table[at + 1] + table[at + 3] < region.height;
            if (table[at + 4] >= least && (whole || !inside)) {
                count++;
                largest = largest == 0 || table[at + 4] > table[largest + 4] ? at : largest;
            }
        }
        BarePatches patches = count == 0
                ? new BarePatches(0, 0, 0)
                : measured(count, part, binary, labels, largest / 5, Arrays.copyOfRange(table, largest, largest + 5));
        BareCalls.release(centres, statistics, labels, binary, part);
        return patches;
    }

    private static BarePatches measured(int count, Mat grey, Mat binary, Mat labels, int label, int[] row) {
        Rect box = new Rect(row[0] - AROUND_PX, row[1] - AROUND_PX, row[2] + 2 * AROUND_PX, row[3] + 2 * AROUND_PX);
        if (box.x < 0 || box.y < 0 || box.x + box.width > grey.cols() || box.y + box.height > grey.rows()) {
            return new BarePatches(count, 2 * Math.sqrt(row[4] / Math.PI), 0);
        }
        Mat labelsHere = labels.submat(box);
        Mat greyHere = grey.submat(box);
        Mat binaryHere = binary.submat(box);
        Mat mask = new Mat();
        Core.inRange(labelsHere, new Scalar(label), new Scalar(label), mask);
        double round = row[4] / circle(mask);
        double area = area(greyHere, binaryHere, mask);
        BareCalls.release(mask, binaryHere, greyHere, labelsHere);
        return new BarePatches(count, 2 * Math.sqrt(area / Math.PI), round);
    }

    private static double circle(Mat mask) {
        List<MatOfPoint> outlines = new ArrayList<>();
        Mat levels = new Mat();
        Imgproc.findContours(mask, outlines, levels, Imgproc.RETR_CCOMP, Imgproc.CHAIN_APPROX_SIMPLE);
        MatOfPoint2f points = new MatOfPoint2f();
        outlines.get(0).convertTo(points, CvType.CV_32F);
        float[] radius = new float[1];
        Imgproc.minEnclosingCircle(points, new Point(), radius);
        BareCalls.release(points, levels);
        outlines.forEach(Mat::release);
        return Math.PI * (radius[0] + 0.5) * (radius[0] + 0.5);
    }

    /** By how grey the rim is between the greys on its two sides, px^2. */
    private static double area(Mat grey, Mat binary, Mat mask) {
        float[] depth = toNearest(mask);
        Core.bitwise_not(mask, mask);
        float[] away = toNearest(mask);
        byte[] levels = bytes(grey);
        byte[] patches = bytes(binary);
        double[] sums = new double[4];
        int[] counts = new int[4];
        for (int i = 0; i < levels.length; i++) {
            int zone = zone(depth[i], away[i], patches[i]);
            sums[zone] += levels[i] & 0xFF;
            counts[zone]++;
        }
        double outside = sums[3] / counts[3];
        double share = (sums[2] / counts[2] - outside) / (sums[1] / counts[1] - outside);
        int core = 0;
        for (float px : depth) {
            core += px > BAND_PX ? 1 : 0;
        }
        return core + counts[2] * Math.max(0, Math.min(1, share));
    }

    /** 1 within the patch, 2 at its rim, 3 around it, 0 elsewhere. */
    private static int zone(float depth, float away, byte patch) {
        if (depth > BAND_PX) {
            return depth <= RING_PX ? 1 : 0;
        }
        if (away <= BAND_PX) {
            return 2;
        }
        return away <= RING_PX && patch == 0 ? 3 : 0;
    }

    private static float[] toNearest(Mat mask) {
        Mat distances = new Mat();
        Imgproc.distanceTransform(mask, distances, Imgproc.DIST_L2, Imgproc.DIST_MASK_5);
        float[] all = new float[(int) distances.total()];
        distances.get(0, 0, all);
        distances.release();
        return all;
    }

    static byte[] bytes(Mat mat) {
        byte[] all = new byte[(int) mat.total()];
        mat.get(0, 0, all);
        return all;
    }
}
