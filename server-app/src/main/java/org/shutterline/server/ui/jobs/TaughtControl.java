package org.shutterline.server.ui.jobs;

import javax.swing.JComponent;
import javax.swing.JLabel;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.editor.ToolView.SettingView;
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
    public void show(ToolView tool, SettingView setting) {
        words.setText(UiWords.text(setting.value().isPresent() ? "jobs.taught" : "jobs.notTaught"));
    }
}
