package org.shutterline.server.ui.jobs;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.JTextField;

/** A text that is taken with Enter or when the focus leaves; Esc brings back what stood there. Up and down change a number. */
final class ValueField extends JTextField {
    private String given = "";
    private Consumer<String> taken = text -> {};

    ValueField(String name) {
        setName(name);
        addActionListener(entered -> take());
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                take();
            }
        });
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent key) {
                if (key.getKeyCode() == KeyEvent.VK_ESCAPE && !getText().equals(given)) {
                    setText(given);
                    key.consume();
                }
            }
        });
    }

    void onTaken(Consumer<String> told) {
        taken = told;
    }

    /** What stands there when nothing is given. */
    void placeholder(String words) {
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words);
    }

    /** Shows a value; what is being typed stays. */
    void give(String value) {
        boolean typing = isFocusOwner() && !getText().equals(given);
        given = value;
        if (!typing && !getText().equals(value)) {
            setText(value);
        }
    }

    void bad(boolean yes) {
        putClientProperty(FlatClientProperties.OUTLINE, yes ? FlatClientProperties.OUTLINE_ERROR : null);
    }

    private void take() {
        if (!getText().equals(given)) {
            given = getText();
            taken.accept(given.strip());
        }
    }
}
