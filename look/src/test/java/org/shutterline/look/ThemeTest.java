package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.UIManager;
import javax.swing.plaf.basic.BasicFileChooserUI;
import org.junit.jupiter.api.Test;

final class ThemeTest {
    @Test
    void whoeverIsAskedForAFileCanNeitherRenameNorMakeOne() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            theme.install();
            theme.show();
            assertThat(UIManager.getBoolean("FileChooser.readOnly")).isTrue();
            BasicFileChooserUI chooser = (BasicFileChooserUI) new JFileChooser().getUI();
            assertThat(chooser.getNewFolderAction().isEnabled()).isFalse();
        }
    }
}
