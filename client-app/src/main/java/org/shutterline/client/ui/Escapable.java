package org.shutterline.client.ui;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.KeyStroke;

/** A dialog that Escape closes. */
final class Escapable {
    private Escapable() {}

    /** Everything is in it: it gets its size, and its place over what it belongs to. */
    static void finish(JDialog dialog, Component over) {
        dialog.getRootPane()
                .registerKeyboardAction(
                        closing -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.pack();
        dialog.setLocationRelativeTo(over);
    }
}
