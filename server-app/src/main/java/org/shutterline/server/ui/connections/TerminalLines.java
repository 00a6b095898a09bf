package org.shutterline.server.ui.connections;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.WireLine;
import org.shutterline.look.WireText;
import org.shutterline.server.terminal.TerminalRow;
import org.shutterline.server.ui.UiWords;

/** The talk of the terminal: each line with its ends, and below it what it means. */
final class TerminalLines extends JList<TerminalRow> {
    private static final int LEFT_PX = 34;

    private final DefaultListModel<TerminalRow> model = new DefaultListModel<>();
    private final JScrollPane scroll = new JScrollPane(this);
    private List<TerminalRow> shown = List.of();

    TerminalLines() {
        setModel(model);
        setName("terminal.lines");
        setCellRenderer(new Line());
        setBackground(Palette.SUNKEN.colour());
        setBorder(BorderFactory.createEmptyBorder(6, 6, 6, 6));
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
    }

    JScrollPane scroll() {
        return scroll;
    }

    void label() {
        getAccessibleContext().setAccessibleName(UiWords.text("terminal.lines"));
        repaint();
    }

    void show(List<TerminalRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        model.clear();
        model.addAll(rows);
        SwingUtilities.invokeLater(() -> ensureIndexIsVisible(model.size() - 1));
    }

    /** As wide as its view, so that a long line is cut before its end and not the view. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (model.isEmpty()) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(
                    java.awt.RenderingHints.KEY_TEXT_ANTIALIASING, java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setFont(Type.SECOND.font());
            g.setColor(Palette.TEXT_SECOND.colour());
            g.drawString(UiWords.text("terminal.empty"), 12, 26);
            g.dispose();
        }
    }

    private static final class Line implements ListCellRenderer<TerminalRow> {
        private final WireText wire = new WireText(true);
        private final JLabel meaning = new JLabel();
        private final JPanel panel =
                new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fillx, hidemode 3", "[grow, fill]", ""));

        private Line() {
            meaning.setFont(Type.CAPTION.font());
            meaning.putClientProperty("html.disable", true);
            meaning.setBorder(BorderFactory.createEmptyBorder(0, LEFT_PX - 8, 4, 4));
            panel.add(wire, "wmin 0, h 26!");
            panel.add(meaning, "wmin 0");
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends TerminalRow> list, TerminalRow row, int index, boolean selected, boolean focused) {
            wire.show(new WireLine(row.text(), row.out(), row.ended(), row.refused()));
            String words = row.meaning().map(MeaningWords::of).orElse("");
            meaning.setVisible(!words.isEmpty());
            meaning.setText(words);
            meaning.setForeground(row.refused() ? State.NG.text() : Palette.TEXT_SECOND.colour());
            panel.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
            panel.setToolTipText(words.isEmpty() ? wire.getToolTipText() : wire.getToolTipText() + "  " + words);
            return panel;
        }
    }
}
