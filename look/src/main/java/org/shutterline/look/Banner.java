package org.shutterline.look;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A notice over the full width: amber for lost connections and faults, red for lost data. */
public final class Banner extends JPanel {
    static final int HEIGHT_PX = 72;

    private final JLabel icon = new JLabel();
    private final JLabel title = new JLabel();
    private final JLabel line = new JLabel();
    private final Ring ring = new Ring();
    private final JButton fix = new FixButton();
    private Notice notice;

    public Banner(Notice shown) {
        super(new MigLayout("insets 0 24 0 24, hidemode 3, gap 0", "[32!]18[grow, 0:pref]16[]0[]", "push[]2[]push"));
        setOpaque(true);
        title.setFont(Type.BANNER.font());
        line.setFont(Type.BODY.font());
        add(icon, "cell 0 0, spany 2, aligny center");
        add(title, "cell 1 0, growx, wmin 0");
        add(ring, "cell 2 0, gapright 16, spany 2, aligny center");
        add(fix, "cell 3 0, spany 2, aligny center, h 48!");
        add(line, "cell 1 1, growx, wmin 0");
        fix.addActionListener(
                pressed -> notice.fix().ifPresent(wanted -> wanted.action().run()));
        show(shown);
    }

    /** Changes the words and the countdown in place, so that the button keeps the focus. */
    public void show(Notice shown) {
        notice = shown;
        boolean lost = shown.level() == Notice.Level.DATA_LOST;
        setBackground((lost ? Palette.NG_FILL : Palette.UNKNOWN_FILL).colour());
        Color ink = (lost ? Palette.ON_VERDICT : Palette.ON_UNKNOWN).colour();
        icon.setIcon(shown.icon().icon(30, ink));
        title.setForeground(ink);
        title.setText(shown.title());
        title.setToolTipText(shown.title());
        line.setForeground(ink);
        line.setText(shown.line());
        line.setToolTipText(shown.line());
        ring.setVisible(shown.countdown().isPresent());
        shown.countdown().ifPresent(left -> ring.show(left, ink));
        fix.setVisible(shown.fix().isPresent());
        shown.fix().ifPresent(wanted -> fix.setText(wanted.words()));
        fix.setBackground(ink);
        fix.setForeground(getBackground());
        getAccessibleContext().setAccessibleName(shown.title() + " " + shown.line());
        revalidate();
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, HEIGHT_PX);
    }

    /** Dark on amber, so that it is no second blue button beside the page's own. */
    private static final class FixButton extends JButton {
        FixButton() {
            setContentAreaFilled(false);
            setBorderPainted(false);
            setOpaque(false);
            setFont(Type.BODY_STRONG.font());
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(getFontMetrics(getFont()).stringWidth(getText()) + 60, 48);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Brush.of(graphics);
            Brush.fill(g, getBackground(), 0, 0, getWidth(), getHeight(), 4);
            boolean dark = getBackground().getRed() < 128;
            Color ink = dark ? Color.WHITE : getForeground();
            double x = (getWidth() - g.getFontMetrics(getFont()).stringWidth(getText())) / 2.0;
            Brush.write(g, getText(), getFont(), ink, x, Brush.baseline(getFont(), 0, getHeight()));
            if (isFocusOwner() || pressed(this)) {
                Brush.frame(g, ink, 2, 3, 3, getWidth() - 6, getHeight() - 6, 3);
            }
            g.dispose();
        }

        private static boolean pressed(AbstractButton button) {
            return button.getModel().isPressed();
        }
    }

    /** The seconds left, as a number and as a ring that closes. */
    private static final class Ring extends Painted {
        private static final int SIZE_PX = 48;

        private Notice.Countdown left = new Notice.Countdown(0, 1);
        private Color ink = Color.BLACK;

        void show(Notice.Countdown shown, Color colour) {
            left = shown;
            ink = colour;
            changed(LookWords.text("notice.seconds", Integer.toString(shown.leftS())));
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(SIZE_PX, SIZE_PX);
        }

        @Override
        void paintOn(Graphics2D g, int widthPx, int heightPx) {
            g.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 60));
            g.draw(new Ellipse2D.Double(3, 3, SIZE_PX - 6.0, SIZE_PX - 6.0));
            g.setColor(ink);
            double part = Math.min(1, left.leftS() / (double) Math.max(1, left.ofS()));
            g.draw(new Arc2D.Double(3, 3, SIZE_PX - 6.0, SIZE_PX - 6.0, 90, -360 * part, Arc2D.OPEN));
            Font font = Type.BANNER.font();
            String number = Integer.toString(left.leftS());
            double x = (widthPx - g.getFontMetrics(font).stringWidth(number)) / 2.0;
            Brush.write(g, number, font, ink, x, Brush.baseline(font, 0, heightPx));
        }
    }
}
