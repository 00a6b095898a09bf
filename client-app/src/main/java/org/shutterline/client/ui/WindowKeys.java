package org.shutterline.client.ui;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.shutterline.look.SegmentedSwitch;

/** All keys of the window. It sees them before any part does, so that no part keeps one for itself. */
final class WindowKeys implements KeyEventDispatcher {

    /** Where keys that go on to the part field end up. */
    interface Target {
        JTextField partField();

        void capture();
    }

    private final JFrame window;
    private final Target target;
    private final ScanCatcher scans;
    private final Map<KeyStroke, Runnable> everywhere = new HashMap<>();
    private final Map<KeyStroke, Runnable> outsideFields = new HashMap<>();
    private boolean swallowSpace;

    WindowKeys(JFrame window, Target target) {
        this.window = window;
        this.target = target;
        this.scans = new ScanCatcher(target);
    }

    void everywhere(int key, int modifiers, Runnable action) {
        everywhere.put(KeyStroke.getKeyStroke(key, modifiers), action);
    }

    /** Not where the key has a meaning of its own: in text fields, choices and figures. */
    void outsideFields(int key, int modifiers, Runnable action) {
        outsideFields.put(KeyStroke.getKeyStroke(key, modifiers), action);
    }

    void listen() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    void stop() {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        Component focus = event.getComponent();
        Window owner = focus instanceof Window same ? same : SwingUtilities.getWindowAncestor(focus);
        boolean menuOpen = MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
        if (owner != window || menuOpen || event.isConsumed()) {
            return false;
        }
        return scans.take(event, focus) || space(event, focus) || enter(event, focus) || stroke(event, focus);
    }

    private boolean space(KeyEvent event, Component focus) {
        if (focus instanceof JTextComponent || event.getModifiersEx() != 0) {
            return false;
        }
        if (event.getID() == KeyEvent.KEY_TYPED) {
            return event.getKeyChar() == ' ';
        }
        if (event.getKeyCode() != KeyEvent.VK_SPACE) {
            return false;
        }
        // one capture a press, however long the key is held
        if (event.getID() == KeyEvent.KEY_PRESSED && !swallowSpace) {
            swallowSpace = true;
            target.capture();
        } else if (event.getID() == KeyEvent.KEY_RELEASED) {
            swallowSpace = false;
        }
        return true;
    }

    /** Space belongs to Capture, so Enter presses the button that has the focus. */
    private static boolean enter(KeyEvent event, Component focus) {
        boolean pressed = event.getID() == KeyEvent.KEY_PRESSED && event.getKeyCode() == KeyEvent.VK_ENTER;
        if (pressed && event.getModifiersEx() == 0 && focus instanceof AbstractButton button) {
            button.doClick();
            return true;
        }
        return false;
    }

    private boolean stroke(KeyEvent event, Component focus) {
        KeyStroke stroke = KeyStroke.getKeyStrokeForEvent(event);
        Runnable action = everywhere.get(stroke);
        if (action == null && !isField(focus)) {
            action = outsideFields.get(stroke);
        }
        if (action == null || event.getID() != KeyEvent.KEY_PRESSED) {
            return false;
        }
        action.run();
        return true;
    }

    private static boolean isField(Component focus) {
        return focus instanceof JTextComponent
                || focus instanceof JComboBox<?>
                || focus instanceof JSpinner
                || focus instanceof JTabbedPane
                || SwingUtilities.getAncestorOfClass(SegmentedSwitch.class, focus) != null;
    }
}
