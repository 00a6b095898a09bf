package org.shutterline.client.ui;

import java.awt.event.KeyEvent;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;

/** What each key does. It stands beside the work and does not stop it; Esc or F1 closes it. */
final class KeyList {
    private static final int ROWS = 17;

    private final JDialog dialog;

    KeyList(Sentences sentences, JFrame over) {
        dialog = new JDialog(over, sentences.text("keys.title"), false);
        dialog.setName("keys");
        JPanel list = new JPanel(new MigLayout("insets 20 24 20 24, gap 24 8, wrap 2", "[][]"));
        list.setBackground(Palette.SURFACE.colour());
        for (int row = 1; row <= ROWS; row++) {
            JLabel key = new JLabel(sentences.text("keys." + row + ".key"));
            key.setFont(Type.BODY_STRONG.font());
            list.add(key);
            list.add(new JLabel(sentences.text("keys." + row + ".does")));
        }
        dialog.add(list);
        for (int key : new int[] {KeyEvent.VK_ESCAPE, KeyEvent.VK_F1}) {
            dialog.getRootPane()
                    .registerKeyboardAction(
                            closing -> dialog.dispose(),
                            KeyStroke.getKeyStroke(key, 0),
                            JComponent.WHEN_IN_FOCUSED_WINDOW);
        }
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.pack();
        dialog.setLocationRelativeTo(over);
    }

    void open() {
        dialog.setVisible(true);
    }
}
