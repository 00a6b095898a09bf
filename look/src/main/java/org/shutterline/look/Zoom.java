package org.shutterline.look;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * How a picture lies in its pane.
 *
 * @param scale logical px of the pane for one px of the picture
 * @param leftPx where the picture's left edge is in the pane
 * @param topPx where its upper edge is
 */
public record Zoom(double scale, double leftPx, double topPx) {
    static final double LEAST = 0.02;
    static final double MOST = 40;

    /** The whole picture, in the middle. */
    static Zoom fit(double paneWidth, double paneHeight, double pictureWidth, double pictureHeight) {
        double scale = clamp(Math.min(paneWidth / pictureWidth, paneHeight / pictureHeight));
        return new Zoom(scale, (paneWidth - scale * pictureWidth) / 2, (paneHeight - scale * pictureHeight) / 2);
    }

    /** Another scale; the place of the picture under the given place of the pane stays there. */
    Zoom scaledTo(double newScale, double x, double y) {
        double clamped = clamp(newScale);
        double factor = clamped / scale;
        return new Zoom(clamped, x - (x - leftPx) * factor, y - (y - topPx) * factor);
    }

    Zoom movedBy(double dx, double dy) {
        return new Zoom(scale, leftPx + dx, topPx + dy);
    }

    /** Moved so that a picture smaller than the pane stands in the middle and a larger one leaves no gap. */
    Zoom kept(double paneWidth, double paneHeight, double pictureWidth, double pictureHeight) {
        return new Zoom(
                scale, edge(leftPx, paneWidth, scale * pictureWidth), edge(topPx, paneHeight, scale * pictureHeight));
    }

    private static double edge(double at, double room, double size) {
        return size <= room ? (room - size) / 2 : Math.max(room - size, Math.min(0, at));
    }

    /** A place of the pane as a place of the picture. */
    public Point2D toPicture(double x, double y) {
        return new Point2D.Double((x - leftPx) / scale, (y - topPx) / scale);
    }

    /** A place of the picture as a place of the pane. */
    public Point2D toPane(double x, double y) {
        return new Point2D.Double(leftPx + x * scale, topPx + y * scale);
    }

    Rectangle2D frame(double pictureWidth, double pictureHeight) {
        return new Rectangle2D.Double(leftPx, topPx, pictureWidth * scale, pictureHeight * scale);
    }

    AffineTransform transform() {
        return new AffineTransform(scale, 0, 0, scale, leftPx, topPx);
    }

    private static double clamp(double scale) {
        return Math.max(LEAST, Math.min(MOST, scale));
    }
}
