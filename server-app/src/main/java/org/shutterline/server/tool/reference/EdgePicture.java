package org.shutterline.server.tool.reference;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** A picture made small, and the strength of its edges: what stays when the light becomes brighter or darker. */
final class EdgePicture {
    private static final double LARGEST_PX = 320;

    private EdgePicture() {}

    /** By how much it is made smaller, at most 1. */
    static double factor(Mat grey) {
        return Math.min(1, LARGEST_PX / Math.max(grey.cols(), grey.rows()));
    }

    /** CV_32FC1; the caller releases it. */
    static Mat of(Mat grey) {
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            double factor = factor(grey);
            Size size = new Size(
                    Math.max(1, Math.round(grey.cols() * factor)), Math.max(1, Math.round(grey.rows() * factor)));
            Imgproc.resize(grey, small, size, 0, 0, Imgproc.INTER_AREA);
            Imgproc.GaussianBlur(small, small, new Size(0, 0), 1);
            Mat across = mats.empty();
            Mat down = mats.empty();
            Imgproc.Sobel(small, across, CvType.CV_32F, 1, 0);
            Imgproc.Sobel(small, down, CvType.CV_32F, 0, 1);
            Mat edges = mats.empty();
            Core.magnitude(across, down, edges);
            return mats.handOver(edges);
        }
    }
}
