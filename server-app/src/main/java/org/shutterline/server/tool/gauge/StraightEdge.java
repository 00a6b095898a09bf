package org.shutterline.server.tool.gauge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Point;

/**
 * A straight line through the edge points of the search lines, of which some may be wrong: position = offset + slope *
 * across. First the median of all slopes (Theil and Sen), then least squares over the points that lie near it.
 *
 * @param offset position at across = 0, px
 * @param slope px for each px across
 * @param points that lie near it
 */
record StraightEdge(double offset, double slope, List<Point> points) {
    private static final double NEAR_PX = 1.0;

    StraightEdge {
        points = List.copyOf(points);
    }

    /**
     * @param points x: across, y: position
     * @param least how many points must lie on the line
     */
    static Optional<StraightEdge> through(List<Point> points, int least) {
        return through(points, least, NEAR_PX);
    }

    /** @param nearPx how far off a point may be */
    static Optional<StraightEdge> through(List<Point> points, int least, double nearPx) {
        if (points.isEmpty() || points.size() < least) {
            return Optional.empty();
        }
        StraightEdge rough = rough(points);
        List<Point> near = points.stream()
                .filter(p -> Math.abs(p.y() - rough.at(p.x())) <= nearPx)
                .toList();
        return near.isEmpty() || near.size() < least ? Optional.empty() : Optional.of(leastSquares(near));
    }

    double at(double across) {
        return offset + slope * across;
    }

    /** The standard error of its position in the middle of its points, px. */
    double standardErrorPx() {
        double squares = points.stream()
                .mapToDouble(p -> p.y() - at(p.x()))
                .map(off -> off * off)
                .sum();
        int free = Math.max(1, points.size() - 2);
        return Math.sqrt(squares / free / points.size());
    }

    private static StraightEdge rough(List<Point> points) {
        int n = points.size();
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[count++] = (points.get(j).y() - points.get(i).y())
                        / (points.get(j).x() - points.get(i).x());
            }
        }
        double slope = count == 0 ? 0 : median(slopes);
        double offset =
                median(points.stream().mapToDouble(p -> p.y() - slope * p.x()).toArray());
        return new StraightEdge(offset, slope, List.of());
    }

    private static StraightEdge leastSquares(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::x).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::y).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (Point p : points) {
            xx += (p.x() - meanX) * (p.x() - meanX);
            xy += (p.x() - meanX) * (p.y() - meanY);
        }
        double slope = xx == 0 ? 0 : xy / xx;
        return new StraightEdge(meanY - slope * meanX, slope, points);
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int middle = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }
}
