package org.shutterline.server.ui.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.editor.ToolView.SettingView;

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
    public void show(ToolView tool, SettingView setting) {
        box.setSelected(
                Boolean.TRUE.equals(setting.value().or(setting::byDefault).orElse(false)));
    }
}
