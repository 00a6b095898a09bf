package org.shutterline.server.ui.jobs;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import org.shutterline.server.ui.ScrollColumn;

/** A column that scrolls, and its foot, which stays in view; where there is no room for both, it scrolls along. */
final class StayingFoot extends JPanel {
    /** So much is left to what scrolls, px. */
    private static final int LEAST_ABOVE = 240;

    private final JPanel foot = new JPanel(new BorderLayout(0, 8));
    private final JPanel within;
    private final JPanel below = place();

    /**
     * @param within the place in the column where the foot is when there is little room
     * @param insetPx at the sides of the foot where it stays
     */
    StayingFoot(ScrollColumn column, JPanel within, JComponent foot, int insetPx) {
        super(new BorderLayout());
        this.within = within;
        this.foot.setOpaque(false);
        this.foot.add(new JSeparator(), BorderLayout.NORTH);
        this.foot.add(foot);
        setOpaque(false);
        within.add(this.foot);
        JScrollPane view = column.inView();
        int barPx = view.getVerticalScrollBar().getPreferredSize().width;
        below.setBorder(BorderFactory.createEmptyBorder(0, insetPx, 0, insetPx + barPx));
        add(view);
        add(below, BorderLayout.SOUTH);
    }

    /** An empty place for a foot. */
    static JPanel place() {
        JPanel place = new JPanel(new BorderLayout());
        place.setOpaque(false);
        return place;
    }

    @Override
    public void doLayout() {
        JPanel fits = foot.getPreferredSize().height + LEAST_ABOVE <= getHeight() ? below : within;
        if (foot.getParent() != fits) {
            fits.add(foot);
            within.revalidate();
        }
        super.doLayout();
    }
}
