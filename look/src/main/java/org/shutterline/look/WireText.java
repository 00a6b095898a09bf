package org.shutterline.look;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.stream.Collectors;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;

/** A line of wire text in mono with its line ends as tags, alone or as a cell of a table of {@link WireLine}. */
public final class WireText extends Painted implements TableCellRenderer {
    private static final int TAG_GAP_PX = 4;
    private static final int TAG_HEIGHT_PX = 18;
    private static final int ARROW_PX = 18;

    private final boolean arrow;
    private int leftPx;
    private WireLine line = new WireLine("", true, true, false);

    /** With an arrow before the text that says which way it went, or without. */
    public WireText(boolean arrow) {
        this.arrow = arrow;
    }

    /** The arrow of a direction: in is blue and points right, out is grey and points left. */
    public static Icon arrow(boolean in) {
        return in
                ? Icons.ARROW_RIGHT.icon(ARROW_PX, Palette.ACCENT_TEXT.colour())
                : Icons.ARROW_LEFT.icon(ARROW_PX, Palette.TEXT_SECOND.colour());
    }

    public void show(WireLine shown) {
        line = shown;
        String words = shown.pieces().stream()
                .map(piece -> piece.tag() ? "<" + piece.text() + ">" : piece.text())
                .collect(Collectors.joining());
        setToolTipText(words);
        changed(LookWords.text("wire.spoken", LookWords.text(shown.in() ? "wire.in" : "wire.out"), words));
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        leftPx = 12;
        setOpaque(true);
        setBackground(selected ? table.getSelectionBackground() : table.getBackground());
        show((WireLine) value);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics mono = getFontMetrics(Type.WIRE.font());
        FontMetrics tag = getFontMetrics(Type.TAG.font());
        int width = leftPx + (arrow ? ARROW_PX + 8 : 0) + 4;
        for (WireLine.Piece piece : line.pieces()) {
            width += piece.tag() ? tag.stringWidth(piece.text()) + 10 + TAG_GAP_PX : mono.stringWidth(piece.text());
        }
        if (!line.ended()) {
            width += getFontMetrics(Type.CAPTION_STRONG.font()).stringWidth(LookWords.text("wire.noEnd"))
                    + 30
                    + TAG_GAP_PX;
        }
        return new Dimension(width, 26);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        if (isOpaque()) {
            g.setColor(getBackground());
            g.fillRect(0, 0, widthPx, heightPx);
        }
        double x = leftPx;
        if (arrow) {
            arrow(line.in()).paintIcon(this, g, (int) x, (heightPx - ARROW_PX) / 2);
            x += ARROW_PX + 8;
        }
        Color ink = line.refused() ? State.NG.text() : (line.in() ? Palette.TEXT : Palette.TEXT_SECOND).colour();
        int ends = endWidth(g);
        for (WireLine.Piece piece : line.pieces()) {
            x += piece.tag()
                    ? TAG_GAP_PX + tag(g, piece.text(), x + TAG_GAP_PX / 2.0, heightPx)
                    : text(g, piece.text(), ink, x, heightPx, (int) (widthPx - x - ends - 4));
        }
        if (!line.ended()) {
            noEnd(g, x + TAG_GAP_PX, heightPx);
        }
    }

    /** The room that tags need, so that a long text is cut before them and not they. */
    private int endWidth(Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics(Type.TAG.font());
        int width = line.pieces().stream()
                .filter(WireLine.Piece::tag)
                .mapToInt(piece -> metrics.stringWidth(piece.text()) + 10 + TAG_GAP_PX)
                .sum();
        int noEnd = g.getFontMetrics(Type.CAPTION_STRONG.font()).stringWidth(LookWords.text("wire.noEnd")) + 34;
        return width + (line.ended() ? 0 : noEnd);
    }

    private static int text(Graphics2D g, String text, Color ink, double x, int heightPx, int roomPx) {
        Font font = Type.WIRE.font();
        String fitting = Brush.fit(g.getFontMetrics(font), text, Math.max(0, roomPx));
        return Brush.write(g, fitting, font, ink, x, Brush.baseline(font, 0, heightPx));
    }

    private static int tag(Graphics2D g, String name, double x, int heightPx) {
        Font font = Type.TAG.font();
        int width = g.getFontMetrics(font).stringWidth(name) + 10;
        double y = (heightPx - TAG_HEIGHT_PX) / 2.0;
        Brush.fill(g, Palette.OFFLINE_TINT.colour(), x, y, width, TAG_HEIGHT_PX, 3);
        Brush.frame(g, Palette.CONTROL_EDGE.colour(0.7), 1, x, y, width, TAG_HEIGHT_PX, 3);
        Brush.write(g, name, font, Palette.TEXT_SECOND.colour(), x + 5, Brush.baseline(font, y, TAG_HEIGHT_PX));
        return width;
    }

    private static void noEnd(Graphics2D g, double x, int heightPx) {
        Font font = Type.CAPTION_STRONG.font();
        String words = LookWords.text("wire.noEnd");
        int width = g.getFontMetrics(font).stringWidth(words) + 28;
        double y = (heightPx - TAG_HEIGHT_PX) / 2.0;
        Brush.fill(g, State.FAULT.tint(), x, y, width, TAG_HEIGHT_PX, 3);
        Brush.frame(g, State.FAULT.fill(), 1, x, y, width, TAG_HEIGHT_PX, 3);
        StateShape.of(State.FAULT, 12).paint(g, x + 6, y + 3);
        Brush.write(g, words, font, State.FAULT.text(), x + 22, Brush.baseline(font, y, TAG_HEIGHT_PX));
    }
}
