package org.shutterline.server.tool.calibration;

import java.util.Arrays;
import java.util.List;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Plane;

/** A plane that the camera sees through a lens that bends and from any side. */
final class LensPlane implements Plane {
    static final int NUMBERS = 9;

    private final Lens lens;
    private final double[] h;

    /** @param toMm nine numbers, row by row: the homography from the straightened picture to mm */
    LensPlane(Lens lens, double[] toMm) {
        this.lens = lens;
        this.h = toMm.clone();
    }

    static LensPlane of(Lens lens, List<Double> numbers) {
        return new LensPlane(
                lens, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    List<Double> numbers() {
        return Arrays.stream(h).boxed().toList();
    }

    @Override
    public String unit() {
        return "mm";
    }

    @Override
    public Point at(Point picture) {
        Point p = lens.straightened(picture);
        double w = h[6] * p.x() + h[7] * p.y() + h[8];
        return new Point((h[0] * p.x() + h[1] * p.y() + h[2]) / w, (h[3] * p.x() + h[4] * p.y() + h[5]) / w);
    }

    /**
     * The same plane, laid as the picture is: in its middle x goes to the right, y down, and mm begin in the upper left corner as
     * if the scale were that of the middle everywhere.
     */
    LensPlane laidLike(Point middle) {
        Point here = at(middle);
        Point right = at(new Point(middle.x() + 1, middle.y()));
        Point below = at(new Point(middle.x(), middle.y() + 1));
        double acrossX = right.x() - here.x();
        double acrossY = right.y() - here.y();
        boolean mirrored = acrossX * (below.y() - here.y()) - acrossY * (below.x() - here.x()) < 0;
        double length = Math.hypot(acrossX, acrossY);
        double cos = acrossX / length;
        double sin = acrossY / length;
        double flip = mirrored ? -1 : 1;
        double perPx = perPx(middle);
        double[] turned = new double[NUMBERS];
        for (int i = 0; i < 3; i++) {
            turned[i] = cos * h[i] + sin * h[3 + i];
            turned[3 + i] = flip * (-sin * h[i] + cos * h[3 + i]);
            turned[6 + i] = h[6 + i];
        }
        Point at = new LensPlane(lens, turned).at(middle);
        for (int i = 0; i < 3; i++) {
            turned[i] += (middle.x() * perPx - at.x()) * h[6 + i];
            turned[3 + i] += (middle.y() * perPx - at.y()) * h[6 + i];
        }
        return new LensPlane(lens, turned);
    }
}
