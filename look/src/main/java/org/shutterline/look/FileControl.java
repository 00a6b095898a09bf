package org.shutterline.look;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A file's name and a button that lets a person choose one. */
final class FileControl implements SettingControl<String> {
    private final TextControl name = new TextControl();
    private final JButton choose = Buttons.square(Icons.FOLDER, "");
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, gap 8, fill", "[grow, fill, 0:pref][34!, fill]", "[fill]"));
    private Consumer<String> listener = set -> {};

    FileControl(Supplier<Optional<String>> asked) {
        panel.setOpaque(false);
        panel.add(name.component(), "wmin 0");
        panel.add(choose, "w 34!, h 34!");
        choose.addActionListener(pressed -> asked.get().ifPresent(chosen -> {
            name.show(chosen);
            listener.accept(chosen);
        }));
        Words.follow(panel, () -> Buttons.named(choose, LookWords.text("setting.file")));
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public JComponent field() {
        return name.component();
    }

    @Override
    public void enable(boolean enabled) {
        name.enable(enabled);
        choose.setEnabled(enabled);
    }

    @Override
    public void show(String file) {
        name.show(file);
    }

    @Override
    public void onChange(Consumer<String> told) {
        listener = told;
        name.onChange(told);
    }
}
