package org.shutterline.server.ui.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.UiWords;

/** Asks for a file that a setting of a tool is to name. */
record FilePick(EditorActions actions, FileQuestion files) {
    void ask(String tool, SettingView setting) {
        Consumer<Path> picked = file -> actions.setFile(tool, setting.key(), file);
        Setting.Shape shape = setting.shape();
        if (shape.equals(new Setting.FileName(Setting.Content.PICTURE))) {
            files.open(UiWords.text("jobs.pictures"), TeachPicture.PICTURES, picked);
        } else if (shape.equals(new Setting.FileName(Setting.Content.MODEL))) {
            files.open(UiWords.text("jobs.models"), List.of("onnx"), picked);
        } else {
            files.any(picked);
        }
    }
}
