package org.shutterline.server.ui;

import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Makes a painted part one that is chosen with the mouse, or with Enter or Space when it has the focus. */
public final class Choosing {
    private Choosing() {}

    /** @param choose run in the event thread when the part is chosen */
    public static void make(JComponent part, Runnable choose) {
        part.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent press) {
                part.requestFocusInWindow();
                choose.run();
            }
        });
        part.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent gained) {
                part.repaint();
            }

            @Override
            public void focusLost(FocusEvent lost) {
                part.repaint();
            }
        });
        for (String key : new String[] {"ENTER", "SPACE"}) {
            part.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "choose");
        }
        part.getActionMap().put("choose", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                choose.run();
            }
        });
    }
}
