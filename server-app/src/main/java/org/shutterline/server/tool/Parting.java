package org.shutterline.server.tool;

import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Parts a view into what is wanted, dark or light, and the rest. What lies outside the region counts for nothing.
 *
 * @param windowPx of a local threshold: the side of the square around each pixel
 * @param offset of a local threshold: by how much a pixel must differ from the mean around it, grey
 */
record Parting(Threshold threshold, Polarity polarity, int windowPx, int offset) {

    /** @return CV_8UC1, 255 for what is wanted; belongs to {@code mats} */
    Mat of(Mat grey, Optional<Mat> inside, Mats mats) {
        Mat binary = mats.empty();
        switch (threshold.way()) {
            case FIXED -> Imgproc.threshold(grey, binary, threshold.level() - 1, 255, way());
            case OTSU -> otsu(grey, inside, binary);
            case LOCAL -> local(grey, inside, binary, mats);
        }
        inside.ifPresent(mask -> Core.bitwise_and(binary, mask, binary));
        return binary;
    }

    /** The same for what is at least so much darker or lighter than this grey. */
    Parting farFrom(double level, int contrast) {
        int firstLight =
                polarity == Polarity.DARK ? (int) Math.floor(level - contrast) + 1 : (int) Math.ceil(level + contrast);
        return new Parting(new Threshold(Threshold.Way.FIXED, firstLight), polarity, windowPx, offset);
    }

    private int way() {
        return polarity == Polarity.DARK ? Imgproc.THRESH_BINARY_INV : Imgproc.THRESH_BINARY;
    }

    private void otsu(Mat grey, Optional<Mat> inside, Mat binary) {
        if (inside.isEmpty()) {
            Imgproc.threshold(grey, binary, 0, 255, way() | Imgproc.THRESH_OTSU);
        } else {
            Imgproc.threshold(grey, binary, otsu(histogram(grey, inside.get())), 255, way());
        }
    }

    private static float[] histogram(Mat grey, Mat mask) {
        MatOfInt channel = new MatOfInt(0);
        MatOfInt bins = new MatOfInt(256);
        MatOfFloat range = new MatOfFloat(0, 256);
        Mat counts = new Mat();
        try {
            Imgproc.calcHist(List.of(grey), channel, mask, counts, bins, range);
            float[] histogram = new float[256];
            counts.get(0, 0, histogram);
            return histogram;
        } finally {
            counts.release();
            range.release();
            bins.release();
            channel.release();
        }
    }

    /** The last grey that is dark, so that the means of the two sides, weighted by their sizes, are farthest apart. */
    static int otsu(float[] histogram) {
        double all = 0;
        double sum = 0;
        for (int i = 0; i < histogram.length; i++) {
            all += histogram[i];
            sum += i * histogram[i];
        }
        double dark = 0;
        double darkSum = 0;
        double most = -1;
        int best = 0;
        for (int i = 0; i < histogram.length; i++) {
            dark += histogram[i];
            darkSum += i * histogram[i];
            if (dark > 0 && dark < all) {
                double apart = darkSum / dark - (sum - darkSum) / (all - dark);
                double between = dark * (all - dark) * apart * apart;
                if (between > most) {
                    most = between;
                    best = i;
                }
            }
        }
        return best;
    }

    private void local(Mat grey, Optional<Mat> inside, Mat binary, Mats mats) {
        Mat mean = around(grey, inside, mats);
        Mat numbers = mats.empty();
        grey.convertTo(numbers, CvType.CV_32F);
        Mat off = mats.empty();
        if (polarity == Polarity.DARK) {
            Core.subtract(mean, numbers, off);
        } else {
            Core.subtract(numbers, mean, off);
        }
        Core.compare(off, new Scalar(Math.max(offset, 0.5)), binary, Core.CMP_GE);
    }

    /** The mean of the pixels around each that lie inside. */
    private Mat around(Mat grey, Optional<Mat> inside, Mats mats) {
        Mat mean = mats.empty();
        Size window = new Size(windowPx, windowPx);
        if (inside.isEmpty()) {
            Imgproc.boxFilter(grey, mean, CvType.CV_32F, window);
            return mean;
        }
        Mat only = mats.empty();
        Core.bitwise_and(grey, inside.get(), only);
        Imgproc.boxFilter(only, mean, CvType.CV_32F, window);
        Mat share = mats.empty();
        Imgproc.boxFilter(inside.get(), share, CvType.CV_32F, window);
        Core.max(share, new Scalar(1e-3), share);
        Core.divide(mean, share, mean, 255);
        return mean;
    }
}
