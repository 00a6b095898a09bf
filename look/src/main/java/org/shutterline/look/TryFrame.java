package org.shutterline.look;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.shutterline.protocol.message.Verdict;

/**
 * One frame of a try-on, painted: thumb, number, and the verdict or how it changes.
 *
 * @param chosen whether it is shown in full
 * @param focused whether the keys go to it
 */
record TryFrame(TryEntry entry, boolean chosen, boolean focused) {
    static final int HEIGHT_PX = 118;

    private static final int THUMB_PX = 86;
    private static final int SHAPE_PX = 14;
    private static final int EDGE_PX = 2;
    private static final int ARROW_PX = 14;

    void paint(Graphics2D g, int x, int widthPx) {
        if (chosen) {
            Brush.fill(g, Palette.ACCENT_TINT.colour(), x, 0, widthPx, HEIGHT_PX, 6);
        }
        new Thumb(entry.thumbnail().get())
                .paint(g, x + EDGE_PX, EDGE_PX, widthPx - 2 * EDGE_PX, THUMB_PX - 2 * EDGE_PX);
        if (entry.changes() || chosen) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), chosen ? 3 : 2, x, 0, widthPx, THUMB_PX, 6);
        }
        if (focused) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, x, 0, widthPx, HEIGHT_PX, 6);
        }
        words(g, x, widthPx);
    }

    private void words(Graphics2D g, int x, int widthPx) {
        double middle = THUMB_PX + (HEIGHT_PX - THUMB_PX) / 2.0;
        int right = x + widthPx - 4;
        double left = verdict(g, entry.now(), right, middle);
        if (entry.changes()) {
            left -= ARROW_PX + 4;
            Icons.ARROW_RIGHT
                    .icon(ARROW_PX, Palette.TEXT_SECOND.colour())
                    .paintIcon(null, g, (int) Math.round(left), (int) Math.round(middle - ARROW_PX / 2.0));
            left = verdict(g, entry.before().orElseThrow(), left - 4, middle);
        }
        Font font = (chosen ? Type.CAPTION_STRONG : Type.CAPTION).font();
        Color colour = (chosen ? Palette.TEXT : Palette.TEXT_SECOND).colour();
        String number = LookWords.text("film.id", Long.toString(entry.id()));
        if (g.getFontMetrics(font).stringWidth(number) <= left - x - 8) {
            Brush.write(g, number, font, colour, x + 3.0, Brush.baseline(font, middle - 10, 20));
        }
    }

    /** Shape and word up to the given right edge; returns where they begin. A change leaves out UNKNOWN's long word. */
    private double verdict(Graphics2D g, Verdict verdict, double right, double middle) {
        State state = State.of(verdict);
        Font font = Type.CAPTION_STRONG.font();
        FontMetrics metrics = g.getFontMetrics(font);
        boolean shapeAlone = entry.changes() && verdict == Verdict.UNKNOWN;
        double left = right;
        if (!shapeAlone) {
            left -= metrics.stringWidth(state.word());
            Brush.write(g, state.word(), font, state.text(), left, Brush.baseline(font, middle - 10, 20));
            left -= 4;
        }
        left -= SHAPE_PX;
        StateShape.of(state, SHAPE_PX).paint(g, left, middle - SHAPE_PX / 2.0);
        return left;
    }
}
