package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;
import org.shutterline.server.tool.Mats;

/** The plain way with the same library: ECC on reduced pictures, warpAffine, absdiff, threshold, open, components. */
final class BareDifference {
    private BareDifference() {}

    static List<Rect> boxes(Mat golden, Mat tested) {
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            Mat smallTested = mats.empty();
            Imgproc.resize(golden, small, new Size(), 0.25, 0.25, Imgproc.INTER_AREA);
            Imgproc.resize(tested, smallTested, new Size(), 0.25, 0.25, Imgproc.INTER_AREA);
            Mat affine = mats.hold(Mat.eye(2, 3, CvType.CV_32F));
            TermCriteria until = new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 30, 1e-3);
            Video.findTransformECC(small, smallTested, affine, Video.MOTION_AFFINE, until, mats.empty(), 5);
            float[] a = new float[6];
            affine.get(0, 0, a);
            // the linear part is the same in all sizes; the middle of the first reduced pixel lies at 1.5 px
            a[2] = 4 * a[2] + 1.5f * (1 - a[0] - a[1]);
            a[5] = 4 * a[5] + 1.5f * (1 - a[3] - a[4]);
            affine.put(0, 0, a);
            Mat aligned = mats.empty();
            Imgproc.warpAffine(
                    tested,
                    aligned,
                    affine,
                    golden.size(),
                    Imgproc.INTER_LINEAR + Imgproc.WARP_INVERSE_MAP,
                    Core.BORDER_REPLICATE,
                    new Scalar(0));
            Mat difference = mats.empty();
            Core.absdiff(golden, aligned, difference);
            Imgproc.threshold(difference, difference, 60, 255, Imgproc.THRESH_BINARY);
            Mat three = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
            Imgproc.morphologyEx(difference, difference, Imgproc.MORPH_OPEN, three);
            Mat five = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5)));
            Imgproc.dilate(difference, difference, five);
            Mat stats = mats.empty();
            int count = Imgproc.connectedComponentsWithStats(
                    difference, mats.empty(), stats, mats.empty(), 8, CvType.CV_32S);
            List<Rect> boxes = new ArrayList<>();
            int[] stat = new int[5 * count];
            stats.get(0, 0, stat);
            for (int i = 1; i < count; i++) {
                if (stat[5 * i + 4] >= 40) {
                    boxes.add(new Rect(stat[5 * i], stat[5 * i + 1], stat[5 * i + 2], stat[5 * i + 3]));
                }
            }
            return boxes;
        }
    }
}
