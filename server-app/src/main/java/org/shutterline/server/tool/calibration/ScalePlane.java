package org.shutterline.server.tool.calibration;

import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Plane;

/** The same scale everywhere. */
record ScalePlane(double mmPerPx) implements Plane {
    @Override
    public String unit() {
        return "mm";
    }

    @Override
    public Point at(Point picture) {
        return new Point(picture.x() * mmPerPx, picture.y() * mmPerPx);
    }
}
