package org.shutterline.look;

import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Scanner;

/**
 * A line drawing from a few letters: M, L, H, V, C and Z as in SVG, all absolute; {@code O x y r} a circle,
 * {@code A x y r start extent} an arc in degrees counter-clockwise, {@code R x y w h corner} a rounded rectangle.
 */
final class Sketch {
    private final Scanner words;
    private final Path2D path = new Path2D.Double();

    private Sketch(String drawing) {
        words = new Scanner(drawing);
    }

    static Path2D of(String drawing) {
        Sketch sketch = new Sketch(drawing);
        while (sketch.words.hasNext()) {
            sketch.stroke(sketch.words.next());
        }
        return sketch.path;
    }

    private void stroke(String letter) {
        switch (letter) {
            case "M" -> path.moveTo(next(), next());
            case "L" -> path.lineTo(next(), next());
            case "H" -> path.lineTo(next(), path.getCurrentPoint().getY());
            case "V" -> path.lineTo(path.getCurrentPoint().getX(), next());
            case "C" -> path.curveTo(next(), next(), next(), next(), next(), next());
            case "Z" -> path.closePath();
            case "O" -> circle(next(), next(), next());
            case "A" -> arc(next(), next(), next(), next(), next());
            case "R" -> rectangle(next(), next(), next(), next(), next());
            default -> throw new IllegalArgumentException("no such stroke: " + letter);
        }
    }

    private void circle(double x, double y, double r) {
        path.append(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), false);
    }

    private void arc(double x, double y, double r, double start, double extent) {
        path.append(new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, start, extent, Arc2D.OPEN), false);
    }

    private void rectangle(double x, double y, double width, double height, double corner) {
        path.append(new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner), false);
    }

    private double next() {
        return Double.parseDouble(words.next());
    }
}
