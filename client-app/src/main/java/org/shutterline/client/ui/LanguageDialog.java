package org.shutterline.client.ui;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;

/** In which language the station of one tab is talked to. It does not stop the work beside it; Esc closes it. */
final class LanguageDialog {
    private final Sentences sentences;
    private final JDialog dialog;
    private final JComboBox<LanguageFinder.Known> dialect;
    private final JTextField file = new JTextField(28);

    LanguageDialog(
            Sentences sentences,
            JFrame over,
            List<LanguageFinder.Known> known,
            LanguageChoice now,
            Consumer<LanguageChoice> chosen) {
        this.sentences = sentences;
        dialog = new JDialog(over, sentences.text("speech.title"), false);
        dialog.setName("speech");
        dialect = new JComboBox<>(known.toArray(LanguageFinder.Known[]::new));
        dialect.setRenderer(new NamedRenderer(choice -> ((LanguageFinder.Known) choice).title()));
        dialect.setName("dialect");
        known.stream()
                .filter(choice -> choice.id().equals(now.dialect()))
                .findFirst()
                .ifPresent(dialect::setSelectedItem);
        file.setText(now.settingsFile());
        file.setName("dialectSettings");
        file.setFont(Type.WIRE.font());
        dialog.add(form(chosen));
        Escapable.finish(dialog, over);
    }

    private JPanel form(Consumer<LanguageChoice> chosen) {
        JPanel form = new JPanel(new MigLayout("insets 20 24 20 24, gap 12 12, wrap 3", "[][grow, fill][]", ""));
        form.setBackground(Palette.SURFACE.colour());
        form.add(named("speech.dialect", dialect));
        form.add(dialect, "span 2, h 40!");
        form.add(named("speech.file", file));
        form.add(file, "h 40!");
        JButton look = Buttons.icon(Icons.FOLDER, sentences.text("speech.look"));
        look.addActionListener(pressed -> lookForFile());
        form.add(look, "w 40!, h 40!");
        JLabel hint = new JLabel(sentences.text("speech.hint"));
        hint.setFont(Type.SECOND.font());
        hint.setForeground(Palette.TEXT_SECOND.colour());
        form.add(hint, "span 3");
        JButton use = Buttons.accent(sentences.text("speech.use"));
        use.setName("speechUse");
        use.addActionListener(pressed -> {
            chosen.accept(choice());
            dialog.dispose();
        });
        JButton keep = Buttons.plain(sentences.text("speech.keep"));
        keep.addActionListener(pressed -> dialog.dispose());
        form.add(keep, "span 3, split 2, align right");
        form.add(use);
        dialog.getRootPane().setDefaultButton(use);
        return form;
    }

    private JLabel named(String key, JComponent field) {
        JLabel name = new JLabel(sentences.text(key));
        name.setLabelFor(field);
        return name;
    }

    private LanguageChoice choice() {
        LanguageFinder.Known known = (LanguageFinder.Known) dialect.getSelectedItem();
        return new LanguageChoice(
                known == null ? LanguageChoice.USUAL.dialect() : known.id(),
                file.getText().strip());
    }

    private void lookForFile() {
        JFileChooser chooser = new JFileChooser(file.getText());
        chooser.setDialogTitle(sentences.text("speech.file"));
        if (chooser.showOpenDialog(dialog) == JFileChooser.APPROVE_OPTION) {
            file.setText(chooser.getSelectedFile().toString());
        }
    }

    void open() {
        dialog.setVisible(true);
    }
}
