package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * The form of one patch.
 *
 * @param holes how many that are large enough
 * @param roundness its area without its holes left out, over that of the smallest circle around it; 1 for a disc
 */
record BlobShape(int holes, double roundness) {
    /** @param labels one for each patch */
    static BlobShape of(Blob blob, Mat labels, double minHolePx) {
        try (Mats mats = new Mats()) {
            Mat box = mats.hold(labels.submat(new Rect(blob.left(), blob.top(), blob.width(), blob.height())));
            Mat mask = mats.empty();
            Core.inRange(box, new Scalar(blob.label()), new Scalar(blob.label()), mask);
            Mat framed = mats.empty();
            Core.copyMakeBorder(mask, framed, 1, 1, 1, 1, Core.BORDER_CONSTANT, new Scalar(0));
            List<MatOfPoint> outlines = new ArrayList<>();
            Mat levels = mats.empty();
            Imgproc.findContours(framed, outlines, levels, Imgproc.RETR_CCOMP, Imgproc.CHAIN_APPROX_SIMPLE);
            outlines.forEach(mats::hold);
            int filled = blob.areaPx();
            int holes = 0;
            // one outline around it, the others around its holes
            for (int hole : outlines.size() > 1 ? holes(framed, mats) : List.<Integer>of()) {
                filled += hole;
                holes += hole >= minHolePx ? 1 : 0;
            }
            return new BlobShape(holes, Math.min(1, filled / circle(outermost(outlines, levels), mats)));
        }
    }

    /** The areas of what is not the patch and not outside it. */
    private static List<Integer> holes(Mat framed, Mats mats) {
        Mat rest = mats.empty();
        Core.bitwise_not(framed, rest);
        Mat labels = mats.empty();
        Mat statistics = mats.empty();
        Mat centres = mats.empty();
        Imgproc.connectedComponentsWithStats(rest, labels, statistics, centres, 4, CvType.CV_32S);
        List<Integer> areas = new ArrayList<>();
        for (Blob part : Blob.read(statistics, centres)) {
            if (!part.touchesBorder(framed.cols(), framed.rows())) {
                areas.add(part.areaPx());
            }
        }
        return areas;
    }

    /** The one that no other is around. */
    private static MatOfPoint outermost(List<MatOfPoint> outlines, Mat levels) {
        int[] table = new int[4 * outlines.size()];
        levels.get(0, 0, table);
        int at = 0;
        while (table[4 * at + 3] >= 0) {
            at++;
        }
        return outlines.get(at);
    }

    /** The area of the smallest circle around all pixels. */
    private static double circle(MatOfPoint outline, Mats mats) {
        MatOfPoint2f points = new MatOfPoint2f();
        mats.hold(points);
        outline.convertTo(points, CvType.CV_32F);
        float[] radius = new float[1];
        Imgproc.minEnclosingCircle(points, new org.opencv.core.Point(), radius);
        // the outline runs through the centres of the pixels
        double half = radius[0] + 0.5;
        return Math.PI * half * half;
    }
}
