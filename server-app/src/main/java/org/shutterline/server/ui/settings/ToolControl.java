package org.shutterline.server.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** One of the tools that run before. */
final class ToolControl implements SettingControl {
    private final JComboBox<String> box = new JComboBox<>();
    private List<String> ids = List.of();
    private boolean filling;

    ToolControl(String key, Consumer<Optional<Object>> set) {
        box.setName("setting." + key);
        box.addActionListener(chosen -> {
            int index = box.getSelectedIndex();
            if (!filling && index >= 0) {
                set.accept(index == 0 ? Optional.empty() : Optional.of(ids.get(index - 1)));
            }
        });
    }

    @Override
    public JComponent part() {
        return box;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        if (box.isPopupVisible()) {
            return;
        }
        filling = true;
        ids = List.copyOf(owner.earlier().keySet());
        box.removeAllItems();
        box.addItem(UiWords.text("jobs.notSet"));
        owner.earlier().values().forEach(box::addItem);
        box.setSelectedIndex(
                setting.value().map(String::valueOf).map(ids::indexOf).orElse(-1) + 1);
        filling = false;
    }
}
