package org.shutterline.server.ui.settings;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.JTextField;

/**
 * When what is typed into a field counts: with Enter or when the focus leaves, and Esc brings back what stood there; or, where
 * it is wanted so, with every key.
 */
final class TypedText {
    private final JTextField field;
    private String given = "";
    private Consumer<String> taken = text -> {};
    private boolean live;

    TypedText(JTextField field) {
        this.field = field;
        field.addActionListener(entered -> take());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                take();
            }
        });
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent key) {
                if (key.getKeyCode() == KeyEvent.VK_ESCAPE && !field.getText().equals(given)) {
                    field.setText(given);
                    key.consume();
                }
            }
        });
    }

    /** From now on every key counts. */
    void live() {
        live = true;
        LiveText.follow(field, this::take);
    }

    void onTaken(Consumer<String> told) {
        taken = told;
    }

    /** Shows a value; what is being typed stays. */
    void give(String value) {
        boolean typing = field.isFocusOwner() && (live || !field.getText().equals(given));
        given = value;
        if (!typing && !field.getText().equals(value)) {
            field.setText(value);
        }
    }

    void take() {
        if (!field.getText().equals(given)) {
            given = field.getText();
            taken.accept(given);
        }
    }
}
