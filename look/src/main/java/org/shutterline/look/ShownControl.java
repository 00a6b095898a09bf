package org.shutterline.look;

import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;

/** A value that is set elsewhere. */
final class ShownControl implements SettingControl<String> {
    private final JLabel label = new JLabel();

    ShownControl() {
        label.setFont(Type.WIRE.font());
    }

    @Override
    public JComponent component() {
        return label;
    }

    @Override
    public void show(String text) {
        label.setText(text);
        label.setToolTipText(text);
    }

    @Override
    public void onChange(Consumer<String> told) {
        // It is set elsewhere.
    }
}
