package org.shutterline.server.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;

/** One of several words. */
final class ChoiceControl implements SettingControl {
    private final List<String> words;
    private final JComboBox<String> box;
    private boolean filling;

    ChoiceControl(String kind, String key, List<String> words, Consumer<Optional<Object>> set) {
        this.words = words;
        box = new JComboBox<>(
                words.stream().map(word -> ToolWords.choice(kind, key, word)).toArray(String[]::new));
        box.setName("setting." + key);
        box.addActionListener(chosen -> {
            if (!filling) {
                set.accept(Optional.of(words.get(Math.max(0, box.getSelectedIndex()))));
            }
        });
    }

    @Override
    public JComponent part() {
        return box;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        setting.value().or(setting::byDefault).ifPresent(raw -> {
            int index = words.indexOf(String.valueOf(raw).toLowerCase(Locale.ROOT));
            if (index >= 0 && !box.isPopupVisible()) {
                filling = true;
                box.setSelectedIndex(index);
                filling = false;
            }
        });
    }
}
