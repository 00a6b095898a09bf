package org.shutterline.server.tool.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/**
 * The inner corners of a chessboard, as they lie in a picture and as they are.
 *
 * @param seen px of the picture
 * @param real mm, in the same order
 */
record Board(List<Point> seen, List<Point> real) {
    private static final int HOW =
            Calib3d.CALIB_CB_NORMALIZE_IMAGE | Calib3d.CALIB_CB_EXHAUSTIVE | Calib3d.CALIB_CB_ACCURACY;

    private static final int MOST_WINDOW_PX = 14;
    private static final double SOFT_PX = 1.0;

    Board {
        seen = List.copyOf(seen);
        real = List.copyOf(real);
    }

    /** Empty if it is not there, or not all of it. */
    static Optional<Board> in(View view, int columns, int rows, double squareMm) {
        try (Mats mats = new Mats()) {
            Mat corners = mats.empty();
            if (!Calib3d.findChessboardCornersSB(view.grey(), new Size(columns, rows), corners, HOW)) {
                return Optional.empty();
            }
            float[] at = new float[2 * columns * rows];
            corners.get(0, 0, at);
            Mat soft = mats.empty();
            // edges sharper than the px are found between the px only once they are a little soft
            Imgproc.GaussianBlur(view.grey(), soft, new Size(0, 0), SOFT_PX);
            refine(soft, corners, at, columns);
            corners.get(0, 0, at);
            List<Point> seen = new ArrayList<>();
            List<Point> real = new ArrayList<>();
            for (int i = 0; i < columns * rows; i++) {
                // OpenCV's first pixel has its centre at 0
                seen.add(view.inPicture(at[2 * i] + 0.5, at[2 * i + 1] + 0.5));
                real.add(new Point(i % columns * squareMm, i / columns * squareMm));
            }
            return Optional.of(new Board(seen, real));
        }
    }

    /** The finder is good to a third of a px only; the place where the edges' slopes around a corner meet is far better. */
    private static void refine(Mat grey, Mat corners, float[] at, int columns) {
        double apart = Double.MAX_VALUE;
        for (int i = 0; i + 1 < at.length / 2; i++) {
            if (i % columns != columns - 1) {
                apart = Math.min(apart, Math.hypot(at[2 * i + 2] - at[2 * i], at[2 * i + 3] - at[2 * i + 1]));
            }
        }
        int half = (int) Math.max(2, Math.min(MOST_WINDOW_PX, 0.3 * apart));
        Imgproc.cornerSubPix(
                grey,
                corners,
                new Size(half, half),
                new Size(-1, -1),
                new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 100, 1e-4));
    }
}
