package org.shutterline.server.ui;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;

/** Parts one below the other that scroll up and down, always as wide as their view. */
public final class ScrollColumn extends JPanel implements Scrollable {
    private static final int STEP_PX = 24;

    private boolean fills;

    public ScrollColumn(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    /** At least as high as its view, so that parts that grow take what is left. */
    public ScrollColumn filling() {
        fills = true;
        return this;
    }

    /** A view of it without an edge, through which the card behind is seen. */
    public JScrollPane inView() {
        JScrollPane scroll = new JScrollPane(this);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar().setUnitIncrement(STEP_PX);
        return scroll;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return STEP_PX;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return fills && getParent() != null && getParent().getHeight() > getPreferredSize().height;
    }
}
