package org.shutterline.look;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** Paints the rows of a tool list: icon, title and value, what it took, and the state as its shape. */
final class ToolRowPainting extends Painted implements ListCellRenderer<ToolRow> {
    static final int HEIGHT_PX = 56;
    /** Where title and value begin. */
    static final int WORDS_PX = 52;

    private static final int ICON_PX = 24;
    private static final int ICON_LEFT_PX = 16;
    private static final int PAD_PX = 16;
    private static final int STRIPE_PX = 5;
    private static final int SHAPE_PX = 18;
    private static final int GAP_PX = 8;

    private ToolRow row =
            new ToolRow("", Icons.TOOL, "", "", OptionalDouble.empty(), Optional.empty(), ToolRow.Mark.REQUIRED);
    private boolean chosen;
    private boolean focused;

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ToolRow> list, ToolRow shown, int index, boolean isSelected, boolean hasFocus) {
        row = shown;
        chosen = isSelected;
        focused = isSelected && list.isFocusOwner();
        getAccessibleContext().setAccessibleName(shown.spoken());
        return this;
    }

    static Font title(boolean chosen) {
        return chosen ? Type.CARD_TITLE.font() : Type.BODY.font().deriveFont(15f);
    }

    /** Whether title or value would end in an ellipsis in a row of that width. */
    boolean cuts(ToolRow shown, boolean isChosen, int widthPx) {
        row = shown;
        chosen = isChosen;
        return getFontMetrics(title(isChosen)).stringWidth(shown.title()) > titleRoom(widthPx)
                || getFontMetrics(Type.SECOND_STRONG.font()).stringWidth(shown.second()) > valueRoom(widthPx);
    }

    private int titleRoom(int widthPx) {
        return right(widthPx) - WORDS_PX - width(row.markWord());
    }

    private int valueRoom(int widthPx) {
        return right(widthPx) - WORDS_PX - width(row.took());
    }

    private int width(String beside) {
        FontMetrics metrics = getFontMetrics(Type.CAPTION.font());
        return beside.isEmpty() ? 0 : metrics.stringWidth(beside) + GAP_PX;
    }

    /** Where what stands left of the shape ends. */
    private static int right(int widthPx) {
        return widthPx - PAD_PX - SHAPE_PX - GAP_PX;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(240, HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        boolean off = row.mark() == ToolRow.Mark.OFF;
        ground(g, widthPx, heightPx);
        Color quiet = Palette.TEXT_SECOND.colour(off ? 0.6 : 1);
        Color ink = off ? quiet : Palette.TEXT.colour();
        Color icon = chosen && !off ? Palette.ACCENT_TEXT.colour() : quiet;
        row.icon().icon(ICON_PX, icon).paintIcon(this, g, ICON_LEFT_PX, (heightPx - ICON_PX) / 2);
        title(g, widthPx, ink, quiet);
        value(g, widthPx, quiet);
        if (!off) {
            double left = widthPx - PAD_PX - SHAPE_PX;
            row.sign().ifPresent(state -> StateShape.of(state, SHAPE_PX).paint(g, left, (heightPx - SHAPE_PX) / 2.0));
        }
    }

    private void ground(Graphics2D g, int widthPx, int heightPx) {
        if (chosen) {
            g.setColor(Palette.ACCENT_TINT.colour());
            g.fillRect(0, 0, widthPx, heightPx);
            g.setColor(Palette.ACCENT_TEXT.colour());
            g.fillRect(0, 0, STRIPE_PX, heightPx);
        }
        if (focused) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, 1, 1, widthPx - 2.0, heightPx - 2.0, 4);
        }
    }

    private void title(Graphics2D g, int widthPx, Color ink, Color quiet) {
        double baseline = Brush.baseline(title(chosen), 8, 22);
        String fitting = Brush.fit(g.getFontMetrics(title(chosen)), row.title(), titleRoom(widthPx));
        Brush.write(g, fitting, title(chosen), ink, WORDS_PX, baseline);
        right(g, row.markWord(), quiet, widthPx, baseline);
    }

    private void value(Graphics2D g, int widthPx, Color quiet) {
        Font font = Type.SECOND_STRONG.font();
        double baseline = Brush.baseline(font, 28, 20);
        boolean bad = row.mark() != ToolRow.Mark.OFF
                && row.sign().filter(state -> state != State.OK).isPresent();
        Color colour = bad ? row.sign().orElseThrow().text() : quiet;
        Brush.write(
                g,
                Brush.fit(g.getFontMetrics(font), row.second(), valueRoom(widthPx)),
                font,
                colour,
                WORDS_PX,
                baseline);
        right(g, row.took(), quiet, widthPx, baseline);
    }

    private static void right(Graphics2D g, String words, Color colour, int widthPx, double baseline) {
        Font font = Type.CAPTION.font();
        double left = right(widthPx) - g.getFontMetrics(font).stringWidth(words);
        Brush.write(g, words, font, colour, left, baseline);
    }
}
