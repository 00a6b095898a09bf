package org.shutterline.server.spi;

import org.shutterline.protocol.message.Point;

/** Where lengths are measured: the picture itself in px, or the plane in which the part lies in mm. Immutable. */
public interface Plane {
    /** The picture itself. */
    Plane PX = new Plane() {
        @Override
        public String unit() {
            return "px";
        }

        @Override
        public Point at(Point picture) {
            return picture;
        }
    };

    /** {@code px} or {@code mm}. */
    String unit();

    /** Where a point of the picture lies in the plane, in its unit. */
    Point at(Point picture);

    /** The distance of two points of the picture, in the plane's unit. */
    default double length(Point a, Point b) {
        return at(a).distanceTo(at(b));
    }

    /** How much of the plane one px is near a point of the picture: the square root of the area of that px. */
    default double perPx(Point near) {
        Point here = at(near);
        Point right = at(new Point(near.x() + 1, near.y()));
        Point below = at(new Point(near.x(), near.y() + 1));
        return Math.sqrt(Math.abs(
                (right.x() - here.x()) * (below.y() - here.y()) - (right.y() - here.y()) * (below.x() - here.x())));
    }
}
