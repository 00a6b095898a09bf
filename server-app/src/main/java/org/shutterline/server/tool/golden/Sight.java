package org.shutterline.server.tool.golden;

import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.shutterline.server.tool.Mats;

/**
 * What is seen where the golden picture was taken, and around it, so that a part that lies elsewhere is seen too.
 *
 * @param grey CV_8UC1, not written to
 * @param left px of it that lie to the left of the golden picture; below 0 if it begins further right
 * @param top px of it that lie above the golden picture
 */
record Sight(Mat grey, int left, int top) {
    /** As large as the golden picture. */
    static Sight of(Mat grey) {
        return new Sight(grey, 0, 0);
    }

    int widthPx() {
        return grey.cols();
    }

    int heightPx() {
        return grey.rows();
    }

    /** Reduced so that its pixels are those of the golden picture; released by the caller. */
    Mat smooth(int reduction) {
        int x = Math.floorMod(left, reduction);
        int y = Math.floorMod(top, reduction);
        try (Mats mats = new Mats()) {
            Mat whole = mats.hold(grey.submat(new Rect(x, y, grey.cols() - x, grey.rows() - y)));
            return Level.smooth(whole, reduction);
        }
    }

    /** Reduced px to the left of the golden picture in {@link #smooth}. */
    int left(int reduction) {
        return Math.floorDiv(left, reduction);
    }

    int top(int reduction) {
        return Math.floorDiv(top, reduction);
    }
}
