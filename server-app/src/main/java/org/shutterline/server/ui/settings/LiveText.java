package org.shutterline.server.ui.settings;

import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Tells of each change of a text, once when it is whole: what takes the place of another text is two changes. */
public final class LiveText implements DocumentListener {
    private final Runnable told;
    private boolean waiting;

    private LiveText(Runnable told) {
        this.told = told;
    }

    public static void follow(JTextComponent text, Runnable told) {
        text.getDocument().addDocumentListener(new LiveText(told));
    }

    private void changed() {
        if (!waiting) {
            waiting = true;
            SwingUtilities.invokeLater(() -> {
                waiting = false;
                told.run();
            });
        }
    }

    @Override
    public void insertUpdate(DocumentEvent inserted) {
        changed();
    }

    @Override
    public void removeUpdate(DocumentEvent removed) {
        changed();
    }

    @Override
    public void changedUpdate(DocumentEvent styled) {
        // plain text has no styles
    }
}
