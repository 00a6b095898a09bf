package org.shutterline.server.tool.code;

import java.util.List;
import org.shutterline.protocol.message.Point;

/**
 * A code that was read.
 *
 * @param corners around it; px in the region; two if it is bars whose height is not known, none if nothing is known
 */
record ReadCode(String text, Symbology symbology, List<Point> corners) {
    ReadCode {
        corners = List.copyOf(corners);
    }

    /** Whether both are the same one, read twice. */
    boolean isSame(ReadCode other) {
        return symbology == other.symbology
                && text.equals(other.text)
                && left() <= other.right()
                && other.left() <= right()
                && top() <= other.bottom()
                && other.top() <= bottom();
    }

    /** The corners, this many times as far from their middle. */
    List<Point> grown(double factor) {
        double middleX = corners.stream().mapToDouble(Point::x).average().orElse(0);
        double middleY = corners.stream().mapToDouble(Point::y).average().orElse(0);
        return corners.stream()
                .map(p -> new Point(middleX + factor * (p.x() - middleX), middleY + factor * (p.y() - middleY)))
                .toList();
    }

    double left() {
        return corners.stream().mapToDouble(Point::x).min().orElse(0);
    }

    double right() {
        return corners.stream().mapToDouble(Point::x).max().orElse(0);
    }

    double top() {
        return corners.stream().mapToDouble(Point::y).min().orElse(0);
    }

    double bottom() {
        return corners.stream().mapToDouble(Point::y).max().orElse(0);
    }

    double middleY() {
        return (top() + bottom()) / 2;
    }
}
