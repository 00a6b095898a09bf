package org.shutterline.protocol.message;

/**
 * A place in a picture.
 *
 * @param x px to the right of the picture's left edge; the centre of the first pixel is 0.5
 * @param y px below the picture's upper edge
 */
public record Point(double x, double y) {
    public double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
