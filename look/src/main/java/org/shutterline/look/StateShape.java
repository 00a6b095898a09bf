package org.shutterline.look;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/**
 * The shape of a state: a disc with a tick, a diamond with a cross, a triangle with ? or !, a ring with a bar, a half
 * disc. Drawn as a vector at any size.
 *
 * @param state which shape
 * @param sizePx width and height
 * @param fill of the shape
 * @param mark what stands in it; unused by the ring and the half disc
 */
public record StateShape(State state, int sizePx, Color fill, Color mark) implements Icon {
    private static final Path2D DIAMOND = Sketch.of("M 12 0.4 L 23.6 12 L 12 23.6 L 0.4 12 Z");
    private static final Path2D TRIANGLE = Sketch.of("M 12 2 L 23 21.4 H 1 Z");
    private static final Path2D TICK = Sketch.of("M 6.7 12.5 L 10.4 16.1 L 17.3 8.3");
    private static final Path2D CROSS = Sketch.of("M 8.4 8.4 L 15.6 15.6 M 15.6 8.4 L 8.4 15.6");
    private static final Path2D ASK =
            Sketch.of("M 9.8 11 C 9.8 7.8 14.2 7.8 14.2 11 C 14.2 13 12 12.8 12 15 M 12 18.2 V 18.3");
    private static final Path2D CALL = Sketch.of("M 12 9 V 14.4 M 12 18.1 V 18.2");

    /** In the state's own colours, for a surface. */
    public static StateShape of(State state, int sizePx) {
        return new StateShape(state, sizePx, state.fill(), state.onFill());
    }

    /** On a card that is filled with the state's colour. */
    public static StateShape onFill(State state, int sizePx) {
        return new StateShape(state, sizePx, state.onFill(), state.fill());
    }

    /** On the dark chip of a picture. */
    public static StateShape onPicture(State state, int sizePx) {
        return new StateShape(state, sizePx, state.onPicture(), Palette.CHIP.colour());
    }

    @Override
    public void paintIcon(Component c, Graphics graphics, int x, int y) {
        Graphics2D g = Brush.of(graphics);
        paint(g, x, y);
        g.dispose();
    }

    /** Paints with the upper left corner at the given place. */
    void paint(Graphics2D graphics, double x, double y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.translate(x, y);
        g.scale(sizePx / 24.0, sizePx / 24.0);
        switch (state) {
            case OK -> filled(g, new Ellipse2D.Double(0.5, 0.5, 23, 23), TICK, 2.8);
            case NG -> filled(g, DIAMOND, CROSS, 2.8);
            case UNKNOWN -> filled(g, TRIANGLE, ASK, 2.2);
            case FAULT -> filled(g, TRIANGLE, CALL, 2.6);
            case OFFLINE -> ring(g);
            case BUSY -> half(g);
        }
        g.dispose();
    }

    private void filled(Graphics2D g, Shape shape, Path2D inside, double linePx) {
        g.setColor(fill);
        g.fill(shape);
        g.setStroke(Brush.line(1));
        g.draw(shape);
        g.setColor(mark);
        g.setStroke(Brush.line(linePx));
        g.draw(inside);
    }

    private void ring(Graphics2D g) {
        g.setColor(fill);
        g.setStroke(Brush.line(2.4));
        g.draw(new Ellipse2D.Double(1.7, 1.7, 20.6, 20.6));
        g.draw(Sketch.of("M 7 12 H 17"));
    }

    private void half(Graphics2D g) {
        g.setColor(fill);
        g.setStroke(Brush.line(2.2));
        g.draw(new Ellipse2D.Double(1.6, 1.6, 20.8, 20.8));
        g.fill(new Arc2D.Double(2, 2, 20, 20, 90, 180, Arc2D.CHORD));
    }

    @Override
    public int getIconWidth() {
        return sizePx;
    }

    @Override
    public int getIconHeight() {
        return sizePx;
    }
}
