package org.shutterline.look.edit;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.look.Brush;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.StateShape;
import org.shutterline.look.Type;
import org.shutterline.look.Zoom;

/** How the region that is edited looks: a pale blue wash, a blue line with a dark halo, white handles, small chips. */
record RegionPainting(Zoom zoom, Dimension pane, boolean outside) {
    private static final double CHIP_PX = 24;
    private static final double TURN_RADIUS_PX = 7;
    /** So far labels stay away from the line and from the handles. */
    private static final double KEPT_PX = 6;

    void wash(Graphics2D g, EditShape shape, boolean faint) {
        g.setColor(Palette.REGION.colour(faint ? 0.08 : 0.22));
        g.fill(Grips.inPane(shape.path(), zoom));
    }

    void rim(Graphics2D g, EditShape shape, boolean faint) {
        line(g, Grips.inPane(shape.path(), zoom), faint);
    }

    private void line(Graphics2D g, Shape path, boolean faint) {
        g.setColor(Palette.CHIP.colour(faint ? 0.3 : 0.6));
        g.setStroke(Brush.line(4));
        g.draw(path);
        Palette colour = outside ? Palette.UNKNOWN_ON_PICTURE : Palette.BUSY_ON_PICTURE;
        g.setColor(colour.colour(faint ? 0.5 : 1));
        g.setStroke(Brush.line(2));
        g.draw(path);
    }

    void handles(Graphics2D g, Grips grips, OptionalInt chosen) {
        double turned = grips.shape() instanceof Box box ? Math.toRadians(box.angleDeg()) : 0;
        grips.turn().ifPresent(turn -> turn(g, grips, turn));
        for (Handle handle : grips.handles()) {
            if (handle.role() != Handle.Role.TURN) {
                boolean marked =
                        handle.role() == Handle.Role.POINT && chosen.isPresent() && chosen.getAsInt() == handle.index();
                square(g, grips.place(handle), turned, marked);
            }
        }
    }

    private void square(Graphics2D g, Point2D at, double turned, boolean chosen) {
        double half = Grips.HANDLE_PX / 2;
        AffineTransform placed = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        placed.rotate(turned);
        Rectangle2D inner = new Rectangle2D.Double(1 - half, 1 - half, 2 * half - 2, 2 * half - 2);
        grip(g, placed.createTransformedShape(inner), chosen);
    }

    private static void grip(Graphics2D g, Shape shape, boolean chosen) {
        g.setColor(chosen ? Palette.ACCENT_FILL.colour() : Color.WHITE);
        g.fill(shape);
        g.setColor(chosen ? Color.WHITE : Palette.ACCENT_FILL.colour());
        g.setStroke(Brush.line(2));
        g.draw(shape);
    }

    private void turn(Graphics2D g, Grips grips, Handle turn) {
        Box box = (Box) grips.shape();
        Handle foot = box.turnHandle(0, turn.index() == 1);
        Point2D at = grips.place(turn);
        line(g, new Line2D.Double(grips.place(foot), at), false);
        double r = TURN_RADIUS_PX;
        grip(g, new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r), false);
        if (box.angleDeg() != 0) {
            angle(g, at, Figures.angle(box.angleDeg()));
        }
    }

    private void angle(Graphics2D g, Point2D handle, String words) {
        Font font = Type.WIRE.font();
        Rectangle2D box = angleBox(handle, g.getFontMetrics(font).stringWidth(words));
        chip(g, box.getX(), box.getY(), words, font, Optional.empty());
    }

    private Rectangle2D angleBox(Point2D handle, int wordsPx) {
        double width = wordsPx + 18.0;
        boolean fits = handle.getX() + 17 + width < pane.width;
        double left = fits ? handle.getX() + 17 : handle.getX() - 17 - width;
        return new Rectangle2D.Double(left, handle.getY() - CHIP_PX / 2, width, CHIP_PX);
    }

    /**
     * What the line of a region and its handles cover.
     *
     * @param metrics of the figure at the handle that turns
     */
    List<Shape> covered(Grips grips, FontMetrics metrics) {
        List<Shape> covered = new ArrayList<>();
        covered.add(Brush.line(KEPT_PX).createStrokedShape(grips.path()));
        for (Handle handle : grips.handles()) {
            Point2D at = grips.place(handle);
            double half = Grips.HANDLE_PX / 2 + KEPT_PX / 2;
            covered.add(new Rectangle2D.Double(at.getX() - half, at.getY() - half, 2 * half, 2 * half));
        }
        if (grips.shape() instanceof Box box && box.angleDeg() != 0) {
            grips.turn()
                    .map(turn -> angleBox(grips.place(turn), metrics.stringWidth(Figures.angle(box.angleDeg()))))
                    .ifPresent(covered::add);
        }
        return covered;
    }

    /** The measures while they change, or what is wrong, below the shape or within it. */
    void say(Graphics2D g, EditShape shape, boolean changing) {
        if (!outside && !changing) {
            return;
        }
        Optional<StateShape> mark = outside ? Optional.of(StateShape.onPicture(State.FAULT, 16)) : Optional.empty();
        String words = outside ? EditWords.text("edit.outside") : shape.words();
        Font font = outside ? Type.SECOND.font() : Type.WIRE.font();
        double width = g.getFontMetrics(font).stringWidth(words) + (outside ? 41.0 : 18.0);
        Rectangle2D bounds = Grips.inPane(shape.path(), zoom).getBounds2D();
        double left = Math.max(4, Math.min(pane.width - width - 4, bounds.getCenterX() - width / 2));
        double below = bounds.getMaxY() + 14;
        double top = below + CHIP_PX + 4 <= pane.height ? below : Math.max(4, pane.height - CHIP_PX - 8.0);
        chip(g, left, top, words, font, mark);
    }

    private static void chip(
            Graphics2D g, double left, double top, String words, Font font, Optional<StateShape> mark) {
        double room = mark.isPresent() ? 23 : 0;
        double width = g.getFontMetrics(font).stringWidth(words) + 18 + room;
        Brush.fill(g, Palette.CHIP.colour(0.92), left, top, width, CHIP_PX, 4);
        Graphics2D placed = (Graphics2D) g.create();
        placed.translate(left + 9, top + (CHIP_PX - 16) / 2);
        mark.ifPresent(shape -> shape.paintIcon(null, placed, 0, 0));
        placed.dispose();
        double baseline = Brush.baseline(font, top, CHIP_PX);
        Brush.write(g, words, font, Palette.ON_CHIP.colour(), left + 9 + room, baseline);
    }

    /** What is drawn so far. */
    void drawing(Graphics2D g, Drawing drawing) {
        if (!drawing.outline()) {
            drawing.shape().ifPresent(shape -> {
                rim(g, shape, false);
                say(g, shape, true);
            });
            return;
        }
        Path2D line = drawing.line();
        if (line.getCurrentPoint() != null) {
            line(g, Grips.inPane(line, zoom), false);
            drawing.set().forEach(at -> square(g, zoom.toPane(at.getX(), at.getY()), 0, false));
        }
    }
}
