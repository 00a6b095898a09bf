package org.shutterline.server.ui.settings;

import javax.swing.JComponent;
import javax.swing.JLabel;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** What only a lesson gives; nobody types it. */
final class TaughtControl implements SettingControl {
    static final Setting.Shape TAUGHT = new Setting.Other("taught");

    private final JLabel words = new JLabel();

    @Override
    public JComponent part() {
        return words;
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        words.setText(UiWords.text(setting.value().isPresent() ? "jobs.taught" : "jobs.notTaught"));
    }
}
