package org.shutterline.look;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** Mouse and keys of a picture pane. */
final class PictureHands extends MouseAdapter {
    private static final double WHEEL_STEP = 1.2;
    private static final double KEY_STEP = 1.25;
    private static final double ARROW_PX = 40;

    private final PicturePane pane;
    private Optional<PictureLayer> holder = Optional.empty();
    private Point last = new Point();

    PictureHands(PicturePane pane) {
        this.pane = pane;
    }

    void takeHold() {
        pane.addMouseListener(this);
        pane.addMouseMotionListener(this);
        pane.addMouseWheelListener(this);
        key("ctrl 0", pane::fit);
        key("ctrl NUMPAD0", pane::fit);
        key("ctrl 1", pane::oneToOne);
        key("ctrl NUMPAD1", pane::oneToOne);
        key("ctrl PLUS", () -> pane.zoomBy(KEY_STEP));
        key("ctrl ADD", () -> pane.zoomBy(KEY_STEP));
        key("ctrl EQUALS", () -> pane.zoomBy(KEY_STEP));
        key("ctrl MINUS", () -> pane.zoomBy(1 / KEY_STEP));
        key("ctrl SUBTRACT", () -> pane.zoomBy(1 / KEY_STEP));
        key("F9", () -> pane.marks(!pane.marks()));
        key("shift LEFT", () -> pane.moveBy(ARROW_PX, 0));
        key("shift RIGHT", () -> pane.moveBy(-ARROW_PX, 0));
        key("shift UP", () -> pane.moveBy(0, ARROW_PX));
        key("shift DOWN", () -> pane.moveBy(0, -ARROW_PX));
    }

    private void key(String stroke, Runnable move) {
        pane.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        pane.getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                move.run();
            }
        });
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent wheel) {
        pane.zoomBy(Math.pow(WHEEL_STEP, -wheel.getPreciseWheelRotation()), wheel.getX(), wheel.getY());
        pane.pointAt(wheel.getX(), wheel.getY());
    }

    @Override
    public void mousePressed(MouseEvent press) {
        pane.requestFocusInWindow();
        last = press.getPoint();
        holder = pane.layer().filter(layer -> layer.pressed(press, pane.zoom()));
        pane.repaint();
    }

    @Override
    public void mouseDragged(MouseEvent drag) {
        if (holder.isPresent()) {
            holder.get().dragged(drag, pane.zoom());
            pane.repaint();
        } else if (!SwingUtilities.isRightMouseButton(drag)) {
            pane.moveBy(drag.getX() - last.x, drag.getY() - last.y);
            pane.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
        }
        last = drag.getPoint();
        pane.pointAt(drag.getX(), drag.getY());
    }

    @Override
    public void mouseReleased(MouseEvent release) {
        holder.ifPresent(layer -> layer.released(release, pane.zoom()));
        holder = Optional.empty();
        pane.setCursor(
                pane.layer().map(layer -> layer.cursor(release, pane.zoom())).orElseGet(Cursor::getDefaultCursor));
        pane.repaint();
    }

    @Override
    public void mouseClicked(MouseEvent click) {
        boolean taken =
                pane.layer().filter(layer -> layer.clicked(click, pane.zoom())).isPresent();
        if (click.getClickCount() == 2 && !taken) {
            pane.fit();
        }
    }

    @Override
    public void mouseMoved(MouseEvent move) {
        pane.layer().ifPresent(layer -> {
            layer.moved(move, pane.zoom());
            pane.setCursor(layer.cursor(move, pane.zoom()));
        });
        pane.pointAt(move.getX(), move.getY());
    }

    @Override
    public void mouseExited(MouseEvent exit) {
        pane.pointAway();
    }
}
