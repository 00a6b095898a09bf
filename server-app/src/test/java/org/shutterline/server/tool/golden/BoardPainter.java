package org.shutterline.server.tool.golden;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Rect;

/** Paints the copper of one board by chance, and the same with defects. 255 is copper. */
final class BoardPainter {
    static final int SIDE_PX = 720;
    static final int MARGIN_PX = 40;

    private static final int FROM_RIM_PX = 62;

    private final Random dice;
    private final int clearancePx;
    private final BufferedImage good = sheet();
    private final BufferedImage taken = sheet();
    private final BufferedImage scratch = sheet();
    private final List<Trace> traces = new ArrayList<>();
    private final List<Rectangle2D> used = new ArrayList<>();
    private final List<Board.Flaw> flaws = new ArrayList<>();
    private BufferedImage bad = good;

    /** A straight piece of copper. */
    private record Trace(double x1, double y1, double x2, double y2, double width) {
        double length() {
            return Math.hypot(x2 - x1, y2 - y1);
        }

        Point2D at(double t) {
            return new Point2D.Double(x1 + t * (x2 - x1), y1 + t * (y2 - y1));
        }

        double angle() {
            return Math.atan2(y2 - y1, x2 - x1);
        }
    }

    BoardPainter(Random dice) {
        this.dice = dice;
        this.clearancePx = 5 + dice.nextInt(8);
    }

    /** Paints it. */
    void paint() {
        planes();
        pads();
        buses();
        wires();
        bad = sheet();
        bad.createGraphics().drawImage(good, 0, 0, null);
        int wanted = 3 + dice.nextInt(10);
        for (int tries = 0; flaws.size() < wanted && tries < 600; tries++) {
            flaw(dice.nextInt(6));
        }
    }

    BufferedImage good() {
        return good;
    }

    BufferedImage bad() {
        return bad;
    }

    /** Where the defects are, in px of the sheet. */
    List<Board.Flaw> flaws() {
        return flaws;
    }

    private void planes() {
        int count = dice.nextInt(3);
        for (int i = 0; i < count; i++) {
            double w = 80 + dice.nextInt(240);
            double h = 60 + dice.nextInt(200);
            Shape plane = new Rectangle2D.Double(dice.nextInt(SIDE_PX) - w / 2, dice.nextInt(SIDE_PX) - h / 2, w, h);
            if (place(plane, clearancePx)) {
                for (int hole = dice.nextInt(6); hole > 0; hole--) {
                    double r = 6 + dice.nextInt(10);
                    Rectangle2D in = plane.getBounds2D();
                    draw(good, disc(in.getX() + dice.nextDouble() * w, in.getY() + dice.nextDouble() * h, r), false);
                }
            }
        }
    }

    private void pads() {
        boolean round = dice.nextBoolean();
        int fields = dice.nextInt(4);
        for (int field = 0; field < fields; field++) {
            int pitch = 26 + dice.nextInt(30);
            double size = pitch * (0.4 + 0.25 * dice.nextDouble());
            double x0 = dice.nextInt(SIDE_PX);
            double y0 = dice.nextInt(SIDE_PX);
            int columns = 2 + dice.nextInt(8);
            int rows = 1 + dice.nextInt(6);
            for (int i = 0; i < columns * rows; i++) {
                double x = x0 + i % columns * pitch;
                double y = y0 + i / columns * pitch;
                Shape pad = round
                        ? disc(x, y, size / 2)
                        : new Rectangle2D.Double(x - size / 2, y - size / 2, size, size * 1.4);
                if (place(pad, clearancePx) && round && size > 20) {
                    draw(good, disc(x, y, size / 5), false);
                }
            }
        }
    }

    private void buses() {
        int count = 2 + dice.nextInt(4);
        for (int i = 0; i < count; i++) {
            double width = 7 + dice.nextInt(14);
            double pitch = width + clearancePx + 2 + dice.nextInt(8);
            double angle = dice.nextInt(4) * Math.PI / 4;
            double x = dice.nextInt(SIDE_PX);
            double y = dice.nextInt(SIDE_PX);
            double length = 150 + dice.nextInt(500);
            double bend = angle + (dice.nextBoolean() ? 1 : -1) * Math.PI / 4;
            double second = 60 + dice.nextInt(300);
            int lines = 2 + dice.nextInt(7);
            double step = Math.tan((bend - angle) / 2) * pitch;
            for (int line = 0; line < lines; line++) {
                double sx = x - Math.sin(angle) * pitch * line;
                double sy = y + Math.cos(angle) * pitch * line;
                double reach = length - step * line;
                double kx = sx + Math.cos(angle) * reach;
                double ky = sy + Math.sin(angle) * reach;
                wire(width, sx, sy, kx, ky, kx + Math.cos(bend) * second, ky + Math.sin(bend) * second);
            }
        }
    }

    private void wires() {
        int tries = 40 + dice.nextInt(120);
        for (int i = 0; i < tries; i++) {
            double width = 7 + dice.nextInt(14);
            double angle = dice.nextInt(8) * Math.PI / 4;
            double bend = angle + (dice.nextInt(3) - 1) * Math.PI / 4;
            double sx = dice.nextInt(SIDE_PX);
            double sy = dice.nextInt(SIDE_PX);
            double first = 40 + dice.nextInt(200);
            double second = 30 + dice.nextInt(160);
            double kx = sx + Math.cos(angle) * first;
            double ky = sy + Math.sin(angle) * first;
            wire(width, sx, sy, kx, ky, kx + Math.cos(bend) * second, ky + Math.sin(bend) * second);
        }
    }

    private void wire(double width, double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        path.lineTo(xy[2], xy[3]);
        path.lineTo(xy[4], xy[5]);
        boolean round = dice.nextBoolean();
        Shape thin = stroke(path, width, round);
        if (!place(thin, clearancePx)) {
            return;
        }
        traces.add(new Trace(xy[0], xy[1], xy[2], xy[3], width));
        traces.add(new Trace(xy[2], xy[3], xy[4], xy[5], width));
        for (int end = 0; end < 6; end += 4) {
            if (dice.nextInt(3) == 0) {
                double r = width * (0.8 + 0.5 * dice.nextDouble());
                Shape via = disc(xy[end], xy[end + 1], r);
                draw(good, via, true);
                draw(taken, disc(xy[end], xy[end + 1], r + clearancePx), true);
                if (r > 9) {
                    draw(good, disc(xy[end], xy[end + 1], r * 0.4), false);
                }
            }
        }
    }

    private static Shape stroke(Shape path, double width, boolean round) {
        int cap = round ? java.awt.BasicStroke.CAP_ROUND : java.awt.BasicStroke.CAP_BUTT;
        return new java.awt.BasicStroke((float) width, cap, java.awt.BasicStroke.JOIN_ROUND).createStrokedShape(path);
    }

    /** Paints copper unless it would come too near to other copper. */
    private boolean place(Shape shape, double clearance) {
        if (meetsCopper(shape)) {
            return false;
        }
        draw(good, shape, true);
        draw(taken, shape, true);
        draw(taken, new java.awt.BasicStroke((float) (2 * clearance)).createStrokedShape(shape), true);
        return true;
    }

    /** To draw it on a sheet of its own and to look only around it is much faster than to compare whole sheets. */
    private boolean meetsCopper(Shape shape) {
        Rectangle around = shape.getBounds();
        around.grow(2, 2);
        around = around.intersection(new Rectangle(SIDE_PX, SIDE_PX));
        if (around.isEmpty()) {
            return false;
        }
        draw(scratch, shape, true);
        byte[] mine = bytes(scratch);
        byte[] others = bytes(taken);
        boolean meets = false;
        for (int y = around.y; y < around.y + around.height; y++) {
            for (int at = y * SIDE_PX + around.x; at < y * SIDE_PX + around.x + around.width; at++) {
                meets |= mine[at] != 0 && others[at] != 0;
                mine[at] = 0;
            }
        }
        return meets;
    }

    private void flaw(int kind) {
        if (traces.isEmpty()) {
            return;
        }
        Trace trace = traces.get(dice.nextInt(traces.size()));
        if (trace.length() < 30) {
            return;
        }
        double t = 0.15 + 0.7 * dice.nextDouble();
        Point2D on = trace.at(t);
        double side = dice.nextBoolean() ? 1 : -1;
        double nx = -Math.sin(trace.angle()) * side;
        double ny = Math.cos(trace.angle()) * side;
        double half = trace.width() / 2;
        switch (kind) {
            case 0 -> open(trace, on);
            case 1 -> bridge(on, nx, ny, half);
            case 2 -> bite(trace, on, nx, ny, half);
            case 3 -> spur(trace, on, nx, ny, half);
            case 4 -> pinHole(on, half);
            default -> stray();
        }
    }

    private void open(Trace trace, Point2D on) {
        double gap = 2.5 + dice.nextInt(14);
        Shape cut = turned(on, trace.angle(), gap, trace.width() + 3);
        commit("open", cut, false);
    }

    private void bridge(Point2D on, double nx, double ny, double half) {
        double reach = half + 2;
        while (reach < half + 36 && !isCopper(good, on.getX() + nx * reach, on.getY() + ny * reach)) {
            reach++;
        }
        if (reach >= half + 36 || reach < half + 5) {
            return;
        }
        double length = reach - half + 3;
        double middle = half + length / 2 - 1.5;
        Point2D centre = new Point2D.Double(on.getX() + nx * middle, on.getY() + ny * middle);
        commit("short", turned(centre, Math.atan2(ny, nx), length, 3 + dice.nextInt(12)), true);
    }

    private void bite(Trace trace, Point2D on, double nx, double ny, double half) {
        double depth = Math.min(trace.width() - 2, 5 + dice.nextInt(6));
        double along = 5 + dice.nextInt(14);
        Point2D edge = new Point2D.Double(on.getX() + nx * half, on.getY() + ny * half);
        commit("mouse bite", ellipse(edge, trace.angle(), along, 2 * depth), false);
    }

    private void spur(Trace trace, Point2D on, double nx, double ny, double half) {
        double out = Math.min(clearancePx - 1, 5 + dice.nextInt(8));
        if (out < 5) {
            return;
        }
        double along = 5 + dice.nextInt(10);
        Point2D edge = new Point2D.Double(on.getX() + nx * half, on.getY() + ny * half);
        commit("spur", ellipse(edge, trace.angle(), along, 2 * out), true);
    }

    private void pinHole(Point2D on, double half) {
        double size = Math.min(2 * half - 3, 5 + dice.nextInt(8));
        if (size < 5) {
            return;
        }
        commit("pin hole", ellipse(on, dice.nextDouble(), size, size * (0.8 + 0.3 * dice.nextDouble())), false);
    }

    private void stray() {
        double x = FROM_RIM_PX + dice.nextInt(SIDE_PX - 2 * FROM_RIM_PX);
        double y = FROM_RIM_PX + dice.nextInt(SIDE_PX - 2 * FROM_RIM_PX);
        double size = 5 + dice.nextInt(12);
        Shape blob =
                ellipse(new Point2D.Double(x, y), dice.nextDouble() * 3, size, size * (0.7 + 0.6 * dice.nextDouble()));
        Rectangle2D box = blob.getBounds2D();
        for (double yy = box.getMinY() - 2; yy <= box.getMaxY() + 2; yy++) {
            for (double xx = box.getMinX() - 2; xx <= box.getMaxX() + 2; xx++) {
                if (isCopper(good, xx, yy)) {
                    return;
                }
            }
        }
        commit("stray copper", blob, true);
    }

    /** Paints the defect if it stands alone and changes what is to be seen. */
    private void commit(String kind, Shape shape, boolean copper) {
        Rectangle2D box = shape.getBounds2D();
        if (box.getMinX() < FROM_RIM_PX
                || box.getMinY() < FROM_RIM_PX
                || box.getMaxX() > SIDE_PX - FROM_RIM_PX
                || box.getMaxY() > SIDE_PX - FROM_RIM_PX) {
            return;
        }
        Rectangle2D wide =
                new Rectangle2D.Double(box.getX() - 15, box.getY() - 15, box.getWidth() + 30, box.getHeight() + 30);
        if (used.stream().anyMatch(wide::intersects)) {
            return;
        }
        BufferedImage after = sheet();
        after.createGraphics().drawImage(bad, 0, 0, null);
        draw(after, shape, copper);
        Rect changed = changed(bytes(bad), bytes(after));
        if (Math.max(changed.width, changed.height) < 4) {
            return;
        }
        bad = after;
        used.add(box);
        flaws.add(new Board.Flaw(kind, changed));
    }

    private static Rect changed(byte[] before, byte[] after) {
        int left = SIDE_PX;
        int top = SIDE_PX;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < before.length; i++) {
            if (Math.abs((before[i] & 255) - (after[i] & 255)) > 127) {
                left = Math.min(left, i % SIDE_PX);
                right = Math.max(right, i % SIDE_PX + 1);
                top = Math.min(top, i / SIDE_PX);
                bottom = Math.max(bottom, i / SIDE_PX + 1);
            }
        }
        return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static Shape turned(Point2D centre, double angle, double length, double width) {
        AffineTransform to = AffineTransform.getTranslateInstance(centre.getX(), centre.getY());
        to.rotate(angle);
        return to.createTransformedShape(new Rectangle2D.Double(-length / 2, -width / 2, length, width));
    }

    private static Shape ellipse(Point2D centre, double angle, double length, double width) {
        AffineTransform to = AffineTransform.getTranslateInstance(centre.getX(), centre.getY());
        to.rotate(angle);
        return to.createTransformedShape(new Ellipse2D.Double(-length / 2, -width / 2, length, width));
    }

    private static Shape disc(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private static boolean isCopper(BufferedImage sheet, double x, double y) {
        int px = (int) Math.round(x);
        int py = (int) Math.round(y);
        return px >= 0 && py >= 0 && px < SIDE_PX && py < SIDE_PX && (bytes(sheet)[py * SIDE_PX + px] & 255) > 127;
    }

    private static void draw(BufferedImage sheet, Shape shape, boolean copper) {
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(copper ? Color.WHITE : Color.BLACK);
        pen.fill(shape);
        pen.dispose();
    }

    private static BufferedImage sheet() {
        return new BufferedImage(SIDE_PX, SIDE_PX, BufferedImage.TYPE_BYTE_GRAY);
    }

    static byte[] bytes(BufferedImage sheet) {
        return ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
    }
}
