package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import org.shutterline.protocol.message.Measurement;

/** The values of a result, one row each, against their limits. */
public final class ValueRows extends JPanel implements Scrollable {
    private static final int UNIT_PX = 20;

    private final List<ValueRow> rows = new ArrayList<>();
    private final EmptyLine empty = new EmptyLine();
    private Consumer<String> listener = name -> {};
    private boolean compact;

    public ValueRows() {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        add(empty);
    }

    /** Told the name of the value whose row was clicked. */
    public void onChosen(Consumer<String> told) {
        listener = told;
    }

    /** Rows of 40 px for small windows, in place of 60; they are also small where large ones would not all be seen. */
    public void compact(boolean small) {
        compact = small;
        revalidate();
    }

    @Override
    public Dimension getPreferredSize() {
        fit();
        return super.getPreferredSize();
    }

    /** Room for large rows, so that rows which were small for want of it are large again. */
    @Override
    public Dimension getPreferredScrollableViewportSize() {
        Dimension now = getPreferredSize();
        int tall = rows.size() * ValueRow.TALL_PX;
        return compact ? now : new Dimension(now.width, Math.max(now.height, tall));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
        return UNIT_PX;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
        return seen.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }

    @Override
    public void doLayout() {
        fit();
        super.doLayout();
    }

    private void fit() {
        boolean tight = getParent() instanceof JViewport view
                && view.getHeight() > 0
                && rows.size() * ValueRow.TALL_PX > view.getHeight();
        boolean changed = false;
        for (ValueRow row : rows) {
            changed |= row.compact(compact || tight);
        }
        if (changed && getLayout() instanceof BoxLayout box) {
            // it may be asked while it lays out, when no row can tell it of its new height
            box.invalidateLayout(this);
        }
    }

    /**
     * Shows the values of a result.
     *
     * @param old whether they are no longer the present ones, as after a lost connection
     */
    public void show(List<Measurement> values, boolean old) {
        empty.setVisible(values.isEmpty());
        while (rows.size() > values.size()) {
            remove(rows.remove(rows.size() - 1));
        }
        while (rows.size() < values.size()) {
            ValueRow row = new ValueRow(name -> listener.accept(name));
            rows.add(row);
            add(row);
        }
        for (int i = 0; i < values.size(); i++) {
            rows.get(i).show(values.get(i), old, i + 1 < values.size());
        }
        revalidate();
        repaint();
    }

    private static final class EmptyLine extends Painted {
        EmptyLine() {
            Words.follow(this, () -> changed(LookWords.text("rows.empty")));
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(200, 60);
        }

        @Override
        void paintOn(Graphics2D g, int widthPx, int heightPx) {
            String words = Brush.fit(g.getFontMetrics(Type.BODY.font()), LookWords.text("rows.empty"), widthPx - 40);
            double baseline = Brush.baseline(Type.BODY.font(), 0, heightPx);
            Brush.write(g, words, Type.BODY.font(), Palette.TEXT_SECOND.colour(), 20, baseline);
        }
    }
}
