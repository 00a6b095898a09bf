package org.shutterline.server.tool;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.View;

/** A view in L*a*b*, CV_32FC3 (OpenCV's conversion of 32 bit floats: sRGB, D65, L 0 to 100); without a mask all counts. */
final class LabPicture {
    private final Mat lab;
    private final Mat inside;
    private final Mats mats;

    private LabPicture(Mat lab, Mat inside, Mats mats) {
        this.lab = lab;
        this.inside = inside;
        this.mats = mats;
    }

    /** @param mats releases what it needs */
    static LabPicture of(View view, Mats mats) {
        Mat lab = mats.empty();
        view.colour().convertTo(lab, CvType.CV_32FC3, 1 / 255.0);
        Imgproc.cvtColor(lab, lab, Imgproc.COLOR_BGR2Lab);
        Mat inside = view.mask()
                .orElseGet(() -> mats.hold(new Mat(lab.rows(), lab.cols(), CvType.CV_8UC1, new Scalar(255))));
        return new LabPicture(lab, inside, mats);
    }

    /** How many px of the view are in the region. */
    int count() {
        return Core.countNonZero(inside);
    }

    Lab mean() {
        double[] mean = Core.mean(lab, inside).val;
        return new Lab(mean[0], mean[1], mean[2]);
    }

    /** How far the region's px lie from a colour, root of the mean square. */
    double spread(Lab colour) {
        return Math.sqrt(Core.mean(squares(colour), inside).val[0]);
    }

    /** Percent of the region's px that are no farther than this from a colour. */
    double share(Lab colour, double maxDistance) {
        Mat near = mats.empty();
        Core.inRange(squares(colour), new Scalar(-1), new Scalar(maxDistance * maxDistance), near);
        Core.bitwise_and(near, inside, near);
        return 100.0 * Core.countNonZero(near) / count();
    }

    private Mat squares(Lab colour) {
        Mat off = mats.empty();
        Core.subtract(lab, new Scalar(colour.l(), colour.a(), colour.b()), off);
        Core.multiply(off, off, off);
        Mat squared = mats.empty();
        Core.transform(off, squared, sum());
        return squared;
    }

    private Mat sum() {
        return mats.hold(new Mat(1, 3, CvType.CV_32F, new Scalar(1)));
    }
}
