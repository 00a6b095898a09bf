package org.shutterline.server.ui.settings;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** A text of which dots are shown; it is taken as it is typed, with its blanks. */
final class SecretControl implements SettingControl {
    private final JPasswordField field = new JPasswordField();
    private final TypedText text = new TypedText(field);

    SecretControl(String key, Consumer<Optional<Object>> set) {
        field.setName("setting." + key);
        text.onTaken(typed -> set.accept(typed.isEmpty() ? Optional.empty() : Optional.of(typed)));
    }

    @Override
    public JComponent part() {
        return field;
    }

    @Override
    public void live() {
        text.live();
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, UiWords.text("jobs.notSet"));
        text.give(setting.value().map(String::valueOf).orElse(""));
        boolean bad = setting.trouble().isPresent();
        field.putClientProperty(FlatClientProperties.OUTLINE, bad ? FlatClientProperties.OUTLINE_ERROR : null);
    }
}
