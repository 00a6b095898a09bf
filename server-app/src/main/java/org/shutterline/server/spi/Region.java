package org.shutterline.server.spi;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Setting;

/** Where a tool looks, in px of the picture in which the job was taught. */
public sealed interface Region {
    /** Points that stand for a round outline. */
    int ROUND = 48;

    /** A setting that takes every shape. */
    static Setting<Region> setting(String key) {
        return Setting.of(key, RegionText.EXPECTED, RegionText::read).unit("px").as(new Setting.Other("region"));
    }

    /** The rim as a closed polygon, clockwise. */
    List<Point> outline();

    /** What lies inside the rim and is left out, as a closed polygon; empty if there is none. */
    default List<Point> hole() {
        return List.of();
    }

    /** Where it lies when the part lies so. */
    Region after(Pose pose);

    /** As a job's file writes it. */
    Map<String, Object> asWritten();

    /** A rectangle of whole px that lies upright. */
    static Region upright(int x, int y, int width, int height) {
        return new Rectangle(x, y, width, height, 0);
    }

    /**
     * A rectangle, turned about its centre. Written {@code {x, y, width, height}} or {@code {x, y, width, height, angle}}.
     *
     * @param x of the left edge before it is turned
     * @param y of the upper edge before it is turned
     * @param width 1 or more
     * @param height 1 or more
     * @param angleDeg clockwise
     */
    record Rectangle(double x, double y, double width, double height, double angleDeg) implements Region {
        public Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        @Override
        public List<Point> outline() {
            Pose turn = Pose.of(centre(), centre(), angleDeg, 1);
            return Stream.of(
                            new Point(x, y),
                            new Point(x + width, y),
                            new Point(x + width, y + height),
                            new Point(x, y + height))
                    .map(turn::at)
                    .toList();
        }

        @Override
        public Region after(Pose pose) {
            Point moved = pose.at(centre());
            double wide = width * pose.scale();
            double high = height * pose.scale();
            return new Rectangle(moved.x() - wide / 2, moved.y() - high / 2, wide, high, angleDeg + pose.turnDeg());
        }

        @Override
        public Map<String, Object> asWritten() {
            return angleDeg == 0
                    ? RegionText.written("x", x, "y", y, "width", width, "height", height)
                    : RegionText.written("x", x, "y", y, "width", width, "height", height, "angle", angleDeg);
        }
    }

    /** Written {@code {centreX, centreY, radius}}. */
    record Circle(double centreX, double centreY, double radius) implements Region {
        @Override
        public List<Point> outline() {
            return round(centreX, centreY, radius);
        }

        @Override
        public Region after(Pose pose) {
            Point moved = pose.at(new Point(centreX, centreY));
            return new Circle(moved.x(), moved.y(), radius * pose.scale());
        }

        @Override
        public Map<String, Object> asWritten() {
            return RegionText.written("centreX", centreX, "centreY", centreY, "radius", radius);
        }
    }

    /**
     * Between two circles about one centre. Written {@code {centreX, centreY, innerRadius, outerRadius}}.
     *
     * @param innerRadius less than the outer
     */
    record Ring(double centreX, double centreY, double innerRadius, double outerRadius) implements Region {
        @Override
        public List<Point> outline() {
            return round(centreX, centreY, outerRadius);
        }

        @Override
        public List<Point> hole() {
            return round(centreX, centreY, innerRadius);
        }

        @Override
        public Region after(Pose pose) {
            Point moved = pose.at(new Point(centreX, centreY));
            return new Ring(moved.x(), moved.y(), innerRadius * pose.scale(), outerRadius * pose.scale());
        }

        @Override
        public Map<String, Object> asWritten() {
            return RegionText.written(
                    "centreX", centreX, "centreY", centreY, "innerRadius", innerRadius, "outerRadius", outerRadius);
        }
    }

    /**
     * Written {@code {points: [[x, y], [x, y], [x, y]]}}.
     *
     * @param points 3 to 200
     */
    record Polygon(List<Point> points) implements Region {
        public Polygon {
            points = List.copyOf(points);
        }

        @Override
        public List<Point> outline() {
            return points;
        }

        @Override
        public Region after(Pose pose) {
            return new Polygon(points.stream().map(pose::at).toList());
        }

        @Override
        public Map<String, Object> asWritten() {
            return Map.of(
                    "points",
                    points.stream()
                            .map(p -> List.of(RegionText.number(p.x()), RegionText.number(p.y())))
                            .toList());
        }
    }

    private static List<Point> round(double centreX, double centreY, double radius) {
        return IntStream.range(0, ROUND)
                .mapToObj(i -> 2 * Math.PI * i / ROUND)
                .map(turn -> new Point(centreX + radius * Math.cos(turn), centreY + radius * Math.sin(turn)))
                .toList();
    }
}
