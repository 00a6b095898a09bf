package org.shutterline.server.tool.gauge;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shutterline.protocol.message.Point;

/**
 * A circle through points of which some may be wrong. Circles through three points by chance, the one with most points near
 * it (RANSAC; Fischler and Bolles 1981); then Taubin's fit of those (Taubin 1991, in the form of Chernov, Circular and Linear
 * Regression, 2010), and from there the least squares of the distances from the rim (Gauss and Newton).
 *
 * @param radius above 0
 */
record CircleFit(double x, double y, double radius) {
    private static final int TRIALS = 80;
    private static final int STEPS = 8;
    private static final int ROUNDS = 3;

    /**
     * @param near how far off the rim a point may be
     * @param least how many must be near it, 3 or more
     */
    static Optional<CircleFit> through(List<Point> points, double near, int least) {
        Optional<CircleFit> best = points.size() < Math.max(3, least) ? Optional.empty() : byChance(points, near);
        for (int round = 0; round < ROUNDS && best.isPresent(); round++) {
            List<Point> good = best.get().near(points, near);
            best = good.size() < Math.max(3, least)
                    ? Optional.empty()
                    : taubin(good).map(circle -> circle.refined(good)).filter(CircleFit::isFinite);
        }
        return best;
    }

    /** Those within this distance of the rim. */
    List<Point> near(List<Point> points, double distance) {
        return points.stream().filter(p -> Math.abs(off(p)) <= distance).toList();
    }

    /** How far outside the rim a point lies. */
    double off(Point p) {
        return Math.hypot(p.x() - x, p.y() - y) - radius;
    }

    /** From the innermost of the points to the outermost. */
    double roundness(List<Point> points) {
        double most = points.stream().mapToDouble(this::off).max().orElse(0);
        double least = points.stream().mapToDouble(this::off).min().orElse(0);
        return most - least;
    }

    private static Optional<CircleFit> byChance(List<Point> points, double near) {
        SplittableRandom dice = new SplittableRandom(1);
        Optional<CircleFit> best = Optional.empty();
        int most = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Optional<CircleFit> circle = through(any(points, dice), any(points, dice), any(points, dice));
            int count = circle.map(c -> c.near(points, near).size()).orElse(0);
            if (count > most) {
                most = count;
                best = circle;
            }
        }
        return best;
    }

    private static Point any(List<Point> points, SplittableRandom dice) {
        return points.get(dice.nextInt(points.size()));
    }

    private static Optional<CircleFit> through(Point a, Point b, Point c) {
        double bx = b.x() - a.x();
        double by = b.y() - a.y();
        double cx = c.x() - a.x();
        double cy = c.y() - a.y();
        double twice = 2 * (bx * cy - by * cx);
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        double x = (cy * b2 - by * c2) / twice;
        double y = (bx * c2 - cx * b2) / twice;
        return Optional.of(new CircleFit(a.x() + x, a.y() + y, Math.hypot(x, y)))
                .filter(CircleFit::isFinite);
    }

    private static Optional<CircleFit> taubin(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
        double[] m = new double[6];
        for (Point p : points) {
            double x = p.x() - meanX;
            double y = p.y() - meanY;
            double z = x * x + y * y;
            m[0] += x * x / points.size();
            m[1] += y * y / points.size();
            m[2] += x * y / points.size();
            m[3] += x * z / points.size();
            m[4] += y * z / points.size();
            m[5] += z * z / points.size();
        }
        return root(m, m[0] + m[1], meanX, meanY);
    }

    /** @param m the means of xx, yy, xy, xz, yz, zz, where z = xx + yy */
    private static Optional<CircleFit> root(double[] m, double mz, double meanX, double meanY) {
        double cov = m[0] * m[1] - m[2] * m[2];
        double var = m[5] - mz * mz;
        double a3 = 4 * mz;
        double a2 = -3 * mz * mz - m[5];
        double a1 = var * mz + 4 * cov * mz - m[3] * m[3] - m[4] * m[4];
        double a0 = m[3] * (m[3] * m[1] - m[4] * m[2]) + m[4] * (m[4] * m[0] - m[3] * m[2]) - var * cov;
        double at = 0;
        double value = a0;
        for (int i = 0; i < 99; i++) {
            double next = at - value / (a1 + at * (2 * a2 + 3 * a3 * at));
            double then = a0 + next * (a1 + next * (a2 + next * a3));
            if (next == at || !Double.isFinite(next) || Math.abs(then) >= Math.abs(value)) {
                break;
            }
            at = next;
            value = then;
        }
        double det = at * at - at * mz + cov;
        double x = (m[3] * (m[1] - at) - m[4] * m[2]) / det / 2;
        double y = (m[4] * (m[0] - at) - m[3] * m[2]) / det / 2;
        return Optional.of(new CircleFit(x + meanX, y + meanY, Math.sqrt(x * x + y * y + mz)))
                .filter(CircleFit::isFinite);
    }

    private CircleFit refined(List<Point> points) {
        CircleFit circle = this;
        for (int step = 0; step < STEPS; step++) {
            circle = circle.better(points);
        }
        return circle;
    }

    /** One step: with u the direction from the centre, move it and the radius so that the distances vanish. */
    private CircleFit better(List<Point> points) {
        double[][] left = new double[3][4];
        for (Point p : points) {
            double distance = Math.max(1e-12, Math.hypot(p.x() - x, p.y() - y));
            double[] row = {(p.x() - x) / distance, (p.y() - y) / distance, 1, distance - radius};
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 4; k++) {
                    left[i][k] += row[i] * row[k];
                }
            }
        }
        double[] step = solved(left);
        return new CircleFit(x + step[0], y + step[1], radius + step[2]);
    }

    /** Gauss's way, without exchange of rows: the matrix is that of least squares. */
    private static double[] solved(double[][] a) {
        for (int i = 0; i < 3; i++) {
            for (int row = 0; row < 3; row++) {
                if (row != i) {
                    double share = a[row][i] / a[i][i];
                    for (int k = i; k < 4; k++) {
                        a[row][k] -= share * a[i][k];
                    }
                }
            }
        }
        return new double[] {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2]};
    }

    private boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(radius) && radius > 0;
    }
}
