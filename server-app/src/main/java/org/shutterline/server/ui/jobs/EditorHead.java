package org.shutterline.server.ui.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Chip;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.VersionRow;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.UiWords;

/** The name of the job, how far its draft is from what is in service, and the way there. */
final class EditorHead extends JPanel {
    private final EditorActions actions;
    private final JButton back = Buttons.icon(Icons.ARROW_LEFT, "");
    private final JLabel name = new JLabel();
    private final Chip draft = new Chip(State.BUSY, Icons.SLIDERS, " ");
    private final JButton undo = Buttons.icon(Icons.UNDO, "");
    private final JButton redo = Buttons.icon(Icons.REDO, "");
    private final JButton versions = Buttons.plain("", Icons.HISTORY);
    private final JToggleButton compare = new JToggleButton();
    private final JToggleButton answer = new JToggleButton();
    private final JButton discard = Buttons.plain("");
    private final JButton activate = Buttons.accent("", Icons.CHECK);
    private final JButton more = Buttons.icon(Icons.MORE, "");
    private Optional<OpenJob> shown = Optional.empty();

    /**
     * @param compared told whether the differences are wanted
     * @param answered told whether the list of what is answered is wanted
     */
    EditorHead(EditorActions actions, Consumer<Boolean> compared, Consumer<Boolean> answered) {
        super(new MigLayout("insets 12 16 12 16, gap 8, fillx, hidemode 3", "[][0:pref][]push[][][]", "[40!]"));
        this.actions = actions;
        setBackground(Palette.SURFACE.colour());
        name.setFont(Type.PAGE_TITLE.font());
        name.setName("job.name");
        back.setName("job.back");
        undo.setName("job.undo");
        redo.setName("job.redo");
        versions.setName("job.versions");
        compare.setName("job.compare");
        answer.setName("job.answer");
        discard.setName("job.discard");
        activate.setName("job.activate");
        more.setName("job.more");
        Needs.mark(Act.EDIT, undo, redo, discard, activate);
        more.setVisible(false);
        more.addActionListener(pressed -> everything().show(more, 0, more.getHeight() + 4));
        add(back);
        add(name, "wmin 40");
        add(draft, "wmin pref");
        add(undo);
        add(redo);
        JPanel deeds = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3", "", "[40!]"));
        deeds.setOpaque(false);
        deeds.add(answer, "h 40!");
        deeds.add(versions);
        deeds.add(compare, "h 40!");
        deeds.add(discard);
        deeds.add(more);
        deeds.add(activate);
        add(deeds);
        back.addActionListener(pressed -> actions.close());
        undo.addActionListener(pressed -> actions.undo());
        redo.addActionListener(pressed -> actions.redo());
        compare.addActionListener(pressed -> compared.accept(compare.isSelected()));
        answer.addActionListener(pressed -> answered.accept(answer.isSelected()));
        discard.addActionListener(pressed -> actions.discard());
        activate.addActionListener(pressed -> actions.activate());
        versions.addActionListener(pressed -> menu().show(versions, 0, versions.getHeight() + 4));
        Words.follow(this, this::label);
    }

    private void label() {
        Buttons.named(more, UiWords.text("jobs.more"));
        Buttons.named(back, UiWords.text("jobs.back"));
        Buttons.named(undo, UiWords.text("jobs.undo") + " (Ctrl+Z)");
        Buttons.named(redo, UiWords.text("jobs.redo") + " (Ctrl+Y)");
        versions.setText(UiWords.text("jobs.versions"));
        discard.setText(UiWords.text("jobs.discard"));
        answer.setText(UiWords.text("jobs.answer"));
        activate.setText(UiWords.text("jobs.activate"));
        activate.setToolTipText("Ctrl+Enter");
        shown.ifPresent(this::show);
    }

    /** In a narrow window what is seldom wanted stands in a menu, so that name and draft stay in view. */
    void narrow(boolean yes) {
        if (more.isVisible() == yes) {
            return;
        }
        more.setVisible(yes);
        for (JComponent seldom : List.of(answer, versions, compare, discard)) {
            seldom.setVisible(!yes);
        }
    }

    private JPopupMenu everything() {
        JPopupMenu menu = menu();
        if (menu.getComponentCount() > 0) {
            menu.addSeparator();
        }
        menu.add(answer.getText()).addActionListener(chosen -> answer.doClick());
        JMenuItem changes = menu.add(compare.getText());
        changes.setEnabled(compare.isEnabled());
        changes.addActionListener(chosen -> compare.doClick());
        JMenuItem away = menu.add(discard.getText());
        away.setEnabled(discard.isEnabled());
        Permits.at(this).shut(away, Act.EDIT);
        away.addActionListener(chosen -> discard.doClick());
        return menu;
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new VersionsMenu(
                        shown.map(OpenJob::versions).orElse(List.of()), Permits.at(this), actions::goBack)
                .popup();
        shown.flatMap(OpenJob::base).ifPresent(base -> {
            JMenuItem compared = menu.add(UiWords.text("jobs.compareVersions"));
            compared.setName("versions.compare");
            compared.addActionListener(chosen -> shown.ifPresent(job -> CompareCard.begin(
                    actions,
                    job.name(),
                    base.number(),
                    job.versions().stream().map(VersionRow::number).toList())));
        });
        return menu;
    }

    void show(OpenJob job) {
        shown = Optional.of(job);
        name.setText(job.name());
        name.setToolTipText(job.name());
        int changes = job.changes().size();
        draft.show(
                changes > 0 || job.base().isEmpty() ? State.BUSY : State.OK,
                job.base()
                        .map(version -> changes == 0
                                ? UiWords.text("jobs.isVersion", version.number())
                                : UiWords.text("jobs.draftOf", version.number(), changes))
                        .orElse(UiWords.text("jobs.neverSaved")));
        undo.setEnabled(job.canUndo());
        redo.setEnabled(job.canRedo());
        versions.setEnabled(job.versions().size() > 1);
        compare.setText(job.base()
                .map(version -> UiWords.text("jobs.compare", version.number()))
                .orElse(UiWords.text("jobs.compareNone")));
        compare.setEnabled(changes > 0);
        discard.setEnabled(changes > 0);
        boolean ready = !job.tools().isEmpty()
                && (changes > 0 || job.base().isEmpty() || job.stations().isEmpty() || job.waits());
        // while it is asked, the button of the question is the one
        activate.setEnabled(ready && job.question().isEmpty());
        activate.setToolTipText(ready ? "Ctrl+Enter" : UiWords.text("jobs.nothingToActivate"));
    }
}
