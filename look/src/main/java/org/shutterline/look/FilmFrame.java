package org.shutterline.look;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shutterline.protocol.message.Verdict;

/**
 * One frame of the film, painted: thumb, verdict, number and time.
 *
 * @param framed whether it is the chosen one
 * @param focused whether the keys go to it
 * @param compact lower, and without the time
 */
record FilmFrame(FilmEntry entry, boolean framed, boolean focused, boolean compact) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final int HEIGHT_PX = 70;
    private static final int HEIGHT_COMPACT_PX = 58;
    private static final int EDGE_PX = 3;
    private static final int WORDS_PX = 20;
    private static final int SHAPE_PX = 14;

    static int heightPx(boolean compact) {
        return thumbPx(compact) + 2 * EDGE_PX + WORDS_PX;
    }

    private static int thumbPx(boolean compact) {
        return compact ? HEIGHT_COMPACT_PX : HEIGHT_PX;
    }

    private int thumbPx() {
        return thumbPx(compact);
    }

    void paint(Graphics2D g, int x, int widthPx) {
        int height = thumbPx() + 2 * EDGE_PX;
        int innerWidth = widthPx - 2 * EDGE_PX;
        new Thumb(entry.thumbnail()).paint(g, x + EDGE_PX, EDGE_PX, innerWidth, thumbPx());
        if (entry.verdict() != Verdict.OK) {
            Color edge = State.of(entry.verdict()).fill();
            Brush.frame(g, edge, 2, x + EDGE_PX, EDGE_PX, innerWidth, thumbPx(), 4);
        }
        if (framed) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 3, x, 0, widthPx, height, 6);
            if (focused) {
                Brush.frame(g, Palette.SURFACE.colour(), 2, x + 3, 3, innerWidth, thumbPx(), 4);
            }
        }
        chip(g, x + EDGE_PX, EDGE_PX + 5, innerWidth);
        words(g, x + EDGE_PX, height, innerWidth);
    }

    /** A verdict is never shortened: in a narrow frame the chip gives up its margins. */
    private void chip(Graphics2D g, int x, int y, int roomPx) {
        State state = State.of(entry.verdict());
        Font font = Type.CAPTION_STRONG.font();
        int word = g.getFontMetrics(font).stringWidth(state.word());
        boolean tight = 6 + SHAPE_PX + 5 + word + 7 > roomPx - 6;
        int pad = tight ? 4 : 6;
        int left = x + (tight ? 2 : 5);
        int gap = tight ? 3 : 5;
        Brush.fill(g, Palette.CHIP.colour(0.88), left, y, 2 * pad + SHAPE_PX + gap + word + 1, 22, 4);
        StateShape.onPicture(state, SHAPE_PX).paint(g, left + pad, y + 4);
        double baseline = Brush.baseline(font, y, 22);
        Brush.write(g, state.word(), font, Palette.ON_CHIP.colour(), left + pad + SHAPE_PX + gap, baseline);
    }

    private void words(Graphics2D g, int x, int y, int widthPx) {
        Font font = (framed ? Type.CAPTION_STRONG : Type.CAPTION).font();
        Color colour = (framed ? Palette.TEXT : Palette.TEXT_SECOND).colour();
        double baseline = y + 15;
        int number =
                Brush.write(g, LookWords.text("film.id", Long.toString(entry.id())), font, colour, x + 2, baseline);
        String time = TIME.format(entry.time());
        int width = g.getFontMetrics(Type.CAPTION.font()).stringWidth(time);
        if (!compact && number + width + 10 < widthPx) {
            Brush.write(g, time, Type.CAPTION.font(), Palette.TEXT_SECOND.colour(), x + widthPx - width - 2, baseline);
        }
    }
}
