package org.shutterline.client.ui;

import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/**
 * Leads what a barcode scanner types to the part field, wherever the focus is. Outside text fields every character
 * belongs there; in another text field a burst faster than a hand can type is taken out of it again.
 */
final class ScanCatcher {
    /** A scanner leaves less than this between two characters; a hand does not over five in a row. */
    private static final long BURST_GAP_MS = 35;

    private static final int BURST_LENGTH = 6;

    /** As long after the last character, Enter and blanks still belong to the scan. */
    private static final long SCAN_END_MS = 120;

    private final WindowKeys.Target target;
    private final StringBuilder burst = new StringBuilder();
    private Optional<String> before = Optional.empty();
    private Optional<JTextComponent> field = Optional.empty();
    private long lastWhenMs;
    private boolean scanning;

    ScanCatcher(WindowKeys.Target target) {
        this.target = target;
    }

    /** Whether the key was taken for the part field. */
    boolean take(KeyEvent event, Component focus) {
        // where a part cannot be named, a scan would be lost
        if (focus == target.partField() || !target.partField().isEnabled()) {
            scanning = false;
            return false;
        }
        if (scanning && event.getWhen() - lastWhenMs > SCAN_END_MS) {
            scanning = false;
        }
        if (event.getID() == KeyEvent.KEY_TYPED) {
            return typed(event, focus);
        }
        return scanning && during(event);
    }

    private boolean during(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED && event.getKeyCode() == KeyEvent.VK_ENTER) {
            scanning = false;
            target.capture();
            return true;
        }
        boolean modified = (event.getModifiersEx() & (InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK)) != 0;
        boolean printable = event.getKeyChar() != KeyEvent.CHAR_UNDEFINED && event.getKeyChar() >= ' ';
        return printable && !modified;
    }

    private boolean typed(KeyEvent event, Component focus) {
        char character = event.getKeyChar();
        int modifiers = event.getModifiersEx()
                & (InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK);
        if (character < ' '
                || character == KeyEvent.VK_DELETE
                || character == KeyEvent.CHAR_UNDEFINED
                || modifiers != 0) {
            return false;
        }
        if (focus instanceof JTextComponent text && text.isEditable()) {
            return scanning ? append(event) : maybeScan(event, text);
        }
        // a blank alone is the key for Capture; within a scan it is part of it
        return (scanning || character != ' ') && append(event);
    }

    private boolean append(KeyEvent event) {
        JTextField part = target.partField();
        if (!scanning) {
            part.setText("");
        }
        scanning = true;
        lastWhenMs = event.getWhen();
        part.setText(part.getText() + event.getKeyChar());
        part.requestFocusInWindow();
        return true;
    }

    private boolean maybeScan(KeyEvent event, JTextComponent text) {
        boolean goesOn = field.filter(it -> it == text).isPresent() && event.getWhen() - lastWhenMs <= BURST_GAP_MS;
        if (!goesOn) {
            burst.setLength(0);
            before = Optional.of(text.getText());
            field = Optional.of(text);
        }
        lastWhenMs = event.getWhen();
        burst.append(event.getKeyChar());
        if (burst.length() < BURST_LENGTH) {
            return false;
        }
        text.setText(before.orElseThrow());
        target.partField().setText(burst.toString());
        target.partField().requestFocusInWindow();
        burst.setLength(0);
        scanning = true;
        return true;
    }
}
