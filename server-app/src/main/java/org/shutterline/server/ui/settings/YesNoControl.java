package org.shutterline.server.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;

/** A box that is checked or not. */
final class YesNoControl implements SettingControl {
    private final JCheckBox box = new JCheckBox();

    YesNoControl(String key, Consumer<Optional<Object>> set) {
        box.setName("setting." + key);
        box.setOpaque(false);
        box.addActionListener(pressed -> set.accept(Optional.of(box.isSelected())));
    }

    @Override
    public JComponent part() {
        return box;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        box.setSelected(
                Boolean.TRUE.equals(setting.value().or(setting::byDefault).orElse(false)));
    }
}
