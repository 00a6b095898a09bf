package org.shutterline.server.ui;

import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import javax.swing.KeyStroke;

/** The keys of one window, wherever in it the focus is; a table or a field would keep some of them for itself. */
final class WindowKeys implements KeyEventDispatcher {
    private final JFrame window;
    private final Map<KeyStroke, BooleanSupplier> deeds = new HashMap<>();

    WindowKeys(JFrame window) {
        this.window = window;
    }

    void on(String key, Runnable deed) {
        onIf(key, () -> {
            deed.run();
            return true;
        });
    }

    /** A key that goes on to the focused part if the deed says false. */
    void onIf(String key, BooleanSupplier deed) {
        deeds.put(KeyStroke.getKeyStroke(key), deed);
    }

    void install() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    void remove() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        if (KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow() != window) {
            return false;
        }
        BooleanSupplier deed = deeds.get(KeyStroke.getKeyStrokeForEvent(event));
        return deed != null && deed.getAsBoolean();
    }
}
