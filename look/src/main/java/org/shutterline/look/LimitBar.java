package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.OptionalDouble;

/** A value between its limits: the allowed range in the middle half, ticks at the limits, the marker in state shape. */
public final class LimitBar extends Painted {
    static final int MARKER_PX = 16;
    private static final int HEIGHT_PX = 22;

    private Limits limits = new Limits(OptionalDouble.empty(), OptionalDouble.empty(), 2);
    private OptionalDouble value = OptionalDouble.empty();
    private State state = State.OK;

    /** Shows a value; without one only the limits. */
    public void show(OptionalDouble number, OptionalDouble low, OptionalDouble high, int decimals, State shown) {
        limits = new Limits(low, high, decimals);
        value = number;
        state = shown;
        changed(limits.words());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(180, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        paint(g, limits, value, state, 0, heightPx / 2.0, widthPx);
    }

    /** Paints a bar whose middle line is at {@code y}. */
    static void paint(
            Graphics2D g, Limits limits, OptionalDouble value, State state, double x, double y, double widthPx) {
        double left = x + MARKER_PX / 2.0;
        double room = widthPx - MARKER_PX;
        Brush.fill(g, Palette.TRACK.colour(), x, y - 3, widthPx, 6, 3);
        double from = limits.from() == 0 ? x : left + room * limits.from();
        double to = limits.to() == 1 ? x + widthPx : left + room * limits.to();
        if (!limits.none()) {
            Color allowed = (state == State.OFFLINE ? Palette.TRACK_OLD : Palette.TRACK_OK).colour();
            Brush.fill(g, allowed, from, y - 3, to - from, 6, limits.from() == 0 || limits.to() == 1 ? 3 : 0);
        }
        g.setColor(Palette.TEXT_SECOND.colour());
        g.setStroke(new BasicStroke(2));
        limits.low().ifPresent(low -> g.draw(new Line2D.Double(from, y - 8, from, y + 8)));
        limits.high().ifPresent(high -> g.draw(new Line2D.Double(to, y - 8, to, y + 8)));
        value.ifPresent(number -> marker(g, state, left + room * limits.place(number), y));
    }

    private static void marker(Graphics2D g, State state, double x, double y) {
        double half = MARKER_PX / 2.0;
        g.setColor(Palette.SURFACE.colour());
        double halo = half + 2;
        g.fill(new Ellipse2D.Double(x - halo, y - halo, 2 * halo, 2 * halo));
        StateShape.of(state, MARKER_PX).paint(g, x - half, y - half);
    }
}
