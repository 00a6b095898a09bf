package org.shutterline.server.ui.cameras;

import java.awt.Color;
import java.awt.Graphics;
import java.lang.reflect.InvocationTargetException;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.shutterline.server.guard.LatencyMeasure.Light;

/** A field of the screen that is black or white, whatever the theme, for a camera to see it change. */
final class LightField extends JPanel implements Light {
    private boolean bright;

    /** Comes back when the change is on its way to the screen. Called on the thread that measures. */
    @Override
    public void change() throws InterruptedException {
        try {
            SwingUtilities.invokeAndWait(this::changeNow);
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException("the field cannot be painted", broken);
        }
    }

    private void changeNow() {
        bright = !bright;
        paintImmediately(0, 0, getWidth(), getHeight());
        getToolkit().sync();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(bright ? Color.WHITE : Color.BLACK);
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
