package org.shutterline.server.tool.calibration;

import java.util.List;
import org.shutterline.protocol.message.Point;

/**
 * How a lens bends the picture, from the bent to the straight: with r the distance from its centre in units of
 * {@code radius}, a point moves outwards by 1 + k1 r^2 + k2 r^4 (Brown 1966, read backwards, so that nothing has to be
 * solved for a point).
 *
 * @param centreX where the lens does not bend, px
 * @param centreY likewise
 * @param radius half the diagonal of the picture, px
 */
record Lens(double centreX, double centreY, double radius, double k1, double k2) {
    static final int NUMBERS = 5;

    /** One that bends nothing. */
    static Lens straight(int widthPx, int heightPx) {
        return new Lens(widthPx / 2.0, heightPx / 2.0, Math.hypot(widthPx, heightPx) / 2, 0, 0);
    }

    static Lens of(List<Double> numbers) {
        return new Lens(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4));
    }

    List<Double> numbers() {
        return List.of(centreX, centreY, radius, k1, k2);
    }

    /** From the picture to the straight picture, in units of the radius from the centre. */
    Point straightened(Point picture) {
        double u = (picture.x() - centreX) / radius;
        double v = (picture.y() - centreY) / radius;
        double square = u * u + v * v;
        double out = 1 + square * (k1 + square * k2);
        return new Point(u * out, v * out);
    }
}
