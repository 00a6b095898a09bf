package org.shutterline.look.edit;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shutterline.look.Zoom;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;

/**
 * The regions of the other tools, as their marks draw them.
 *
 * @param atMostPx larger ones are left out; px of the pane, squared
 */
record OtherRegions(List<Overlay> overlays, Zoom zoom, double atMostPx) {
    /** The tool whose region is there; of several the smallest. */
    Optional<String> at(double x, double y) {
        return overlays.stream()
                .filter(overlay -> overlay.kind() == Overlay.Kind.REGION
                        && overlay.points().size() >= Outline.FEWEST
                        && areaPx(path(overlay)) < atMostPx
                        && path(overlay).contains(x, y))
                .min(Comparator.comparingDouble(overlay -> areaPx(path(overlay))))
                .map(Overlay::tool);
    }

    private Shape path(Overlay overlay) {
        Path2D path = new Path2D.Double();
        for (Point point : overlay.points()) {
            Point2D at = zoom.toPane(point.x(), point.y());
            if (path.getCurrentPoint() == null) {
                path.moveTo(at.getX(), at.getY());
            } else {
                path.lineTo(at.getX(), at.getY());
            }
        }
        path.closePath();
        return path;
    }

    /** The area of the box around it. */
    static double areaPx(Shape path) {
        Rectangle2D bounds = path.getBounds2D();
        return bounds.getWidth() * bounds.getHeight();
    }
}
