package org.shutterline.client.ui;

import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.look.Buttons;
import org.shutterline.look.Palette;

/** By which job the station of one tab shall work: one that it told, or one that is typed. Esc closes it. */
final class JobDialog {
    private final JDialog dialog;
    private final JComboBox<String> job;

    JobDialog(Sentences sentences, JFrame over, OperatorState state, Consumer<String> chosen) {
        dialog = new JDialog(over, sentences.text("job.title"), false);
        dialog.setName("jobChoice");
        job = new JComboBox<>(state.jobs().toArray(String[]::new));
        job.setEditable(true);
        job.setSelectedItem(state.job());
        job.setName("job");
        JPanel form = new JPanel(new MigLayout("insets 20 24 20 24, gap 12 12, wrap 2", "[][260, grow, fill]", ""));
        form.setBackground(Palette.SURFACE.colour());
        JLabel name = new JLabel(sentences.text("bar.job"));
        name.setLabelFor(job);
        form.add(name);
        form.add(job, "h 40!");
        JButton keep = Buttons.plain(sentences.text("job.keep"));
        keep.addActionListener(pressed -> dialog.dispose());
        JButton change = Buttons.accent(sentences.text("job.change"));
        change.setName("jobChange");
        change.addActionListener(pressed -> {
            chosen.accept(typed());
            dialog.dispose();
        });
        form.add(keep, "span 2, split 2, align right");
        form.add(change);
        dialog.add(form);
        dialog.getRootPane().setDefaultButton(change);
        Escapable.finish(dialog, over);
    }

    private String typed() {
        return ((JTextComponent) job.getEditor().getEditorComponent()).getText().strip();
    }

    void open() {
        dialog.setVisible(true);
    }
}
