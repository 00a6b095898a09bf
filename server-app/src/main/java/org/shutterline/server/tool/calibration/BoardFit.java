package org.shutterline.server.tool.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.tool.Mats;

/**
 * The lens and the plane by which the corners of chessboards lie where they should. For a lens, each board's homography is
 * found by itself; the lens, which all boards share, is what leaves least (Levenberg and Marquardt, with the slopes by small
 * steps). One board will do, several know the lens better.
 *
 * @param lens of all boards
 * @param plane that of the first board
 * @param rmsPx how far the corners are from where they should be, px
 */
record BoardFit(Lens lens, LensPlane plane, double rmsPx) {
    private static final int ROUNDS = 40;
    private static final int UNKNOWNS = 4;
    /** Of the centre in radii, and of k1 and k2: small against what they bend by. */
    private static final double[] STEPS = {1e-3, 1e-3, 1e-4, 1e-4};
    /** How far a centre is expected from the middle of the picture, so that a lens that bends nothing has one too. */
    private static final double CENTRE_SPREAD = 0.03;

    private static final double WEIGHT_OF_CENTRE = 0.05;

    /** Empty if the corners lie so that there is no plane. */
    static Optional<BoardFit> of(List<Board> boards, int widthPx, int heightPx) {
        Lens straight = Lens.straight(widthPx, heightPx);
        double[] best = new double[UNKNOWNS];
        Optional<double[]> first = residuals(boards, straight, best);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        double[] left = first.get();
        double damping = 1e-3;
        for (int round = 0; round < ROUNDS && damping < 1e9; round++) {
            Optional<double[]> tried = step(boards, straight, best, left, damping);
            Optional<double[]> then = tried.flatMap(numbers -> residuals(boards, straight, numbers));
            if (then.isPresent() && squares(then.get()) < squares(left)) {
                boolean done = squares(left) - squares(then.get()) < 1e-9 * squares(left);
                best = tried.orElseThrow();
                left = then.get();
                damping /= 5;
                if (done) {
                    break;
                }
            } else {
                damping *= 8;
            }
        }
        return fitted(boards, lens(straight, best), new Point(widthPx / 2.0, heightPx / 2.0));
    }

    private static Optional<BoardFit> fitted(List<Board> boards, Lens lens, Point middle) {
        double squares = 0;
        int count = 0;
        Optional<LensPlane> first = Optional.empty();
        for (Board board : boards) {
            Optional<LensPlane> plane = plane(board, lens);
            if (plane.isEmpty()) {
                return Optional.empty();
            }
            first = first.isPresent() ? first : plane;
            for (int i = 0; i < board.seen().size(); i++) {
                Point seen = board.seen().get(i);
                double off = plane.get().at(seen).distanceTo(board.real().get(i))
                        / plane.get().perPx(seen);
                squares += off * off;
                count++;
            }
        }
        double rms = Math.sqrt(squares / count);
        return first.map(plane -> new BoardFit(lens, plane.laidLike(middle), rms));
    }

    /** By how much lengths across the first board are wrong, root of the mean of the squares, percent. */
    double errorPercent(Board board) {
        double squares = 0;
        int count = 0;
        int n = board.seen().size();
        double half = board.real().get(0).distanceTo(board.real().get(n - 1)) / 2;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double real = board.real().get(i).distanceTo(board.real().get(k));
                if (real >= half) {
                    double off = plane.length(board.seen().get(i), board.seen().get(k)) / real - 1;
                    squares += off * off;
                    count++;
                }
            }
        }
        return 100 * Math.sqrt(squares / Math.max(1, count));
    }

    private static Lens lens(Lens straight, double[] numbers) {
        return new Lens(
                straight.centreX() + numbers[0] * straight.radius(),
                straight.centreY() + numbers[1] * straight.radius(),
                straight.radius(),
                numbers[2],
                numbers[3]);
    }

    /** Of all corners in px of the middle of their board, and of the centre. */
    private static Optional<double[]> residuals(List<Board> boards, Lens straight, double[] numbers) {
        Lens lens = lens(straight, numbers);
        List<Double> left = new ArrayList<>();
        for (Board board : boards) {
            Optional<LensPlane> plane = plane(board, lens);
            if (plane.isEmpty()) {
                return Optional.empty();
            }
            double mmPerPx = plane.get().perPx(board.seen().get(board.seen().size() / 2));
            for (int i = 0; i < board.seen().size(); i++) {
                Point at = plane.get().at(board.seen().get(i));
                left.add((at.x() - board.real().get(i).x()) / mmPerPx);
                left.add((at.y() - board.real().get(i).y()) / mmPerPx);
            }
        }
        left.add(WEIGHT_OF_CENTRE * numbers[0] / CENTRE_SPREAD);
        left.add(WEIGHT_OF_CENTRE * numbers[1] / CENTRE_SPREAD);
        return left.stream().allMatch(Double::isFinite)
                ? Optional.of(left.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    private static Optional<LensPlane> plane(Board board, Lens lens) {
        try (Mats mats = new Mats()) {
            MatOfPoint2f from = new MatOfPoint2f();
            MatOfPoint2f to = new MatOfPoint2f();
            mats.hold(from);
            mats.hold(to);
            from.fromList(board.seen().stream()
                    .map(lens::straightened)
                    .map(p -> new org.opencv.core.Point(p.x(), p.y()))
                    .toList());
            to.fromList(board.real().stream()
                    .map(p -> new org.opencv.core.Point(p.x(), p.y()))
                    .toList());
            Mat homography = mats.hold(Calib3d.findHomography(from, to, 0));
            if (homography.empty()) {
                return Optional.empty();
            }
            double[] numbers = new double[LensPlane.NUMBERS];
            homography.get(0, 0, numbers);
            return Optional.of(new LensPlane(lens, numbers));
        }
    }

    private static Optional<double[]> step(
            List<Board> boards, Lens straight, double[] at, double[] left, double damping) {
        try (Mats mats = new Mats()) {
            Mat slopes = mats.hold(new Mat(left.length, UNKNOWNS, CvType.CV_64F));
            for (int k = 0; k < UNKNOWNS; k++) {
                double[] beside = at.clone();
                beside[k] += STEPS[k];
                Optional<double[]> then = residuals(boards, straight, beside);
                if (then.isEmpty()) {
                    return Optional.empty();
                }
                for (int i = 0; i < left.length; i++) {
                    slopes.put(i, k, (then.get()[i] - left[i]) / STEPS[k]);
                }
            }
            Mat wrong = mats.hold(new Mat(left.length, 1, CvType.CV_64F));
            wrong.put(0, 0, left);
            return Optional.of(moved(at, slopes, wrong, damping, mats));
        }
    }

    private static double[] moved(double[] at, Mat slopes, Mat wrong, double damping, Mats mats) {
        Mat square = mats.empty();
        Core.mulTransposed(slopes, square, true);
        for (int k = 0; k < UNKNOWNS; k++) {
            square.put(k, k, square.get(k, k)[0] * (1 + damping) + 1e-12);
        }
        Mat down = mats.empty();
        Core.gemm(slopes, wrong, -1, mats.empty(), 0, down, Core.GEMM_1_T);
        Mat step = mats.empty();
        Core.solve(square, down, step, Core.DECOMP_SVD);
        double[] moved = at.clone();
        for (int k = 0; k < UNKNOWNS; k++) {
            moved[k] += step.get(k, 0)[0];
        }
        return moved;
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }
}
