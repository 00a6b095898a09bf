package org.shutterline.look;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** One limit on a chart: a line with a square grip, dragged, or moved by the arrow keys. */
final class LimitHandle extends Painted {
    static final int WIDTH_PX = 24;
    private static final int GRIP_PX = 12;

    /** What moving a handle does. */
    interface Mover {
        /** So many steps of the last decimal, by keys. */
        void by(int steps);

        /** To a place, in px of the chart. */
        void to(double x);

        /** The button or the key is up. */
        void done();
    }

    private final int axisPx;
    private boolean held;

    /** A handle whose grip stands on an axis so far above its lower end. */
    LimitHandle(Mover mover, int axisAboveEndPx) {
        axisPx = axisAboveEndPx;
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.E_RESIZE_CURSOR));
        key("LEFT", () -> mover.by(-1));
        key("RIGHT", () -> mover.by(1));
        key("DOWN", () -> mover.by(-1));
        key("UP", () -> mover.by(1));
        key("shift LEFT", () -> mover.by(-10));
        key("shift RIGHT", () -> mover.by(10));
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyReleased(KeyEvent released) {
                mover.done();
            }
        });
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent press) {
                requestFocusInWindow();
                held = SwingUtilities.isLeftMouseButton(press);
            }

            @Override
            public void mouseDragged(MouseEvent drag) {
                if (held) {
                    mover.to(getX() + (double) drag.getX());
                }
            }

            @Override
            public void mouseReleased(MouseEvent release) {
                held = false;
                mover.done();
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent gained) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent lost) {
                mover.done();
                repaint();
            }
        });
    }

    private void key(String stroke, Runnable move) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                move.run();
            }
        });
    }

    /** One that is shut cannot be moved, and looks so. */
    void lock(boolean shut) {
        setEnabled(!shut);
        setFocusable(!shut);
        setCursor(Cursor.getPredefinedCursor(shut ? Cursor.DEFAULT_CURSOR : Cursor.E_RESIZE_CURSOR));
        repaint();
    }

    /** Whether it is being dragged. */
    boolean held() {
        return held;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(WIDTH_PX, 180);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        Palette free = isFocusOwner() ? Palette.ACCENT_TEXT : Palette.TEXT;
        Color ink = (isEnabled() ? free : Palette.TEXT_SECOND).colour();
        double middle = widthPx / 2.0;
        double axis = heightPx - axisPx;
        g.setColor(ink);
        g.fill(new java.awt.geom.Rectangle2D.Double(middle - 1, 0, 2, axis));
        double half = GRIP_PX / 2.0;
        if (!isEnabled()) {
            return;
        }
        Brush.fill(g, ink, middle - half, axis - 4, GRIP_PX, GRIP_PX, 2);
        if (isFocusOwner()) {
            Brush.frame(g, ink, 2, middle - half - 4, axis - 8, GRIP_PX + 8.0, GRIP_PX + 8.0, 4);
        }
    }
}
