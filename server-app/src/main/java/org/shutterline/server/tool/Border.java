package org.shutterline.server.tool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Which patches touch the border of the region.
 *
 * @param onRim the labels that do in a region that is no rectangle
 */
record Border(int width, int height, Set<Integer> onRim) {
    /** @param labels CV_32S, one for each patch */
    static Border of(Mat labels, Optional<Mat> inside, Mats mats) {
        return new Border(
                labels.cols(),
                labels.rows(),
                inside.map(mask -> onRim(labels, mask, mats)).orElse(Set.of()));
    }

    private static Set<Integer> onRim(Mat labels, Mat mask, Mats mats) {
        Mat cross = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
        Mat rim = mats.empty();
        Imgproc.erode(mask, rim, cross);
        Core.bitwise_xor(mask, rim, rim);
        Mat places = mats.empty();
        Core.findNonZero(rim, places);
        Set<Integer> touching = new HashSet<>();
        if (!places.empty()) {
            int[] at = new int[2 * places.rows()];
            places.get(0, 0, at);
            int[] table = new int[labels.rows() * labels.cols()];
            labels.get(0, 0, table);
            for (int i = 0; i < at.length; i += 2) {
                touching.add(table[at[i + 1] * labels.cols() + at[i]]);
            }
        }
        return touching;
    }

    boolean touches(Blob blob) {
        return blob.touchesBorder(width, height) || onRim.contains(blob.label());
    }
}
