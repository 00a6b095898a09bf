package org.shutterline.server.tool.gauge;

import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Plane;

/** From the plane back to the picture, so that what was measured there can be drawn. */
final class WayBack {
    private static final int MOST_STEPS = 20;
    private static final double GOOD_PX = 1e-4;

    private WayBack() {}

    /**
     * Newton's way with the slope taken from neighbours.
     *
     * @param wanted in the plane
     * @param near where to begin, in the picture
     */
    static Point picture(Plane plane, Point wanted, Point near) {
        Point p = near;
        for (int step = 0; step < MOST_STEPS; step++) {
            Point here = plane.at(p);
            Point right = plane.at(new Point(p.x() + 1, p.y()));
            Point below = plane.at(new Point(p.x(), p.y() + 1));
            double a = right.x() - here.x();
            double b = below.x() - here.x();
            double c = right.y() - here.y();
            double d = below.y() - here.y();
            double det = a * d - b * c;
            double offX = wanted.x() - here.x();
            double offY = wanted.y() - here.y();
            double dx = (d * offX - b * offY) / det;
            double dy = (a * offY - c * offX) / det;
            if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
                return p;
            }
            p = new Point(p.x() + dx, p.y() + dy);
            if (Math.hypot(dx, dy) < GOOD_PX) {
                return p;
            }
        }
        return p;
    }
}
