package org.shutterline.server.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Words;
import org.shutterline.server.settings.SettingOwner;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.ui.UiWords;

/** The name of a file of the job, which is typed, or comes with a file that is picked. */
final class FileControl implements SettingControl {
    private final TypedControl name;
    private final JPanel both = new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow, fill][]", "[fill]"));

    FileControl(SettingView setting, Consumer<Optional<Object>> set, Runnable pick) {
        name = new TypedControl(setting, set);
        JButton choose = Buttons.plain("");
        choose.setName("setting." + setting.key() + ".choose");
        choose.addActionListener(pressed -> pick.run());
        both.setOpaque(false);
        both.add(name.part(), "wmin 40, growy");
        both.add(choose, "growy, hmin 0");
        Words.follow(both, () -> choose.setText(UiWords.text("jobs.chooseFile")));
    }

    @Override
    public JComponent part() {
        return both;
    }

    /** Beside its word there is no room for a name and the button. */
    @Override
    public boolean isNarrow() {
        return false;
    }

    @Override
    public void live() {
        name.live();
    }

    @Override
    public void show(SettingOwner owner, SettingView setting) {
        name.show(owner, setting);
        name.part().setToolTipText(setting.value().map(String::valueOf).orElse(null));
    }
}
