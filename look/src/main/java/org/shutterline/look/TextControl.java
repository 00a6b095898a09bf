package org.shutterline.look;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** A line of text; it counts when Enter is pressed or the field is left. */
final class TextControl implements SettingControl<String> {
    private final JTextField field = new JTextField();
    private String before = "";
    private Consumer<String> listener = set -> {};

    TextControl() {
        field.addActionListener(entered -> leave());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                leave();
            }
        });
    }

    private void leave() {
        if (!field.getText().equals(before)) {
            before = field.getText();
            listener.accept(before);
        }
    }

    @Override
    public JComponent component() {
        return field;
    }

    /** What a person is writing is not overwritten by the value of before. */
    @Override
    public void show(String text) {
        if (!text.equals(before)) {
            before = text;
            field.setText(text);
        }
    }

    @Override
    public void onChange(Consumer<String> told) {
        listener = told;
    }
}
