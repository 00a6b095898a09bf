package org.shutterline.server.tool.gauge;

import org.opencv.core.Mat;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.View;

/**
 * Search lines from a centre outwards, or from outside towards it.
 *
 * @param centre in the view, px
 * @param inner radius at which they begin, px
 * @param outer radius at which they end, px
 * @param count how many, all around
 * @param inward whether they are searched from outside
 */
record Rays(Point centre, double inner, double outer, int count, boolean inward) {
    /** The grey along each, 1 px apart, mixed from the four px around each place. */
    Strips greyOf(View view) {
        Mat grey = view.grey();
        int width = grey.cols();
        int height = grey.rows();
        byte[] levels = new byte[width * height];
        grey.get(0, 0, levels);
        int length = Math.max(1, (int) Math.floor(outer - inner));
        byte[] along = new byte[count * length];
        for (int ray = 0; ray < count; ray++) {
            double cos = Math.cos(turn(ray));
            double sin = Math.sin(turn(ray));
            for (int i = 0; i < length; i++) {
                double radius = radius(i + 0.5);
                double x = Math.max(0, Math.min(width - 1.001, centre.x() + radius * cos - 0.5));
                double y = Math.max(0, Math.min(height - 1.001, centre.y() + radius * sin - 0.5));
                along[ray * length + i] = mixed(levels, width, height, x, y);
            }
        }
        return new Strips(along, length);
    }

    private static byte mixed(byte[] levels, int width, int height, double x, double y) {
        int left = (int) Math.max(0, x);
        int top = (int) Math.max(0, y);
        int right = Math.min(width - 1, left + 1);
        int below = Math.min(height - 1, top + 1);
        double toRight = x - left;
        double down = y - top;
        double upper =
                (levels[top * width + left] & 0xFF) * (1 - toRight) + (levels[top * width + right] & 0xFF) * toRight;
        double lower = (levels[below * width + left] & 0xFF) * (1 - toRight)
                + (levels[below * width + right] & 0xFF) * toRight;
        return (byte) (int) (upper + (lower - upper) * down + 0.5);
    }

    /** Where a place on a ray lies in the view. */
    Point at(double ray, double along) {
        double radius = radius(along);
        return new Point(centre.x() + radius * Math.cos(turn(ray)), centre.y() + radius * Math.sin(turn(ray)));
    }

    private double radius(double along) {
        return inward ? outer - along : inner + along;
    }

    private double turn(double ray) {
        return 2 * Math.PI * ray / count;
    }
}
