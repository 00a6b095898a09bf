package org.shutterline.server.ui.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;

/** Asks once before a draft goes into service; says which verdicts would change, and where it will run. */
final class QuestionBar extends Card {
    private final Paragraph words = new Paragraph(Type.BODY_STRONG);
    private final JPanel where = new JPanel(new MigLayout("insets 0, gap 12"));
    private final Map<Integer, JCheckBox> stations = new LinkedHashMap<>();
    private final JButton cancel = Buttons.plain("");
    private final JButton yes = Buttons.accent("");

    QuestionBar(EditorActions actions) {
        super(new MigLayout("insets 12 16 12 16, gap 12, fillx", "[grow, fill][][][]", "[]"));
        where.setOpaque(false);
        words.setName("question");
        words.setForeground(Palette.TEXT.colour());
        cancel.setName("question.cancel");
        yes.setName("question.yes");
        Needs.mark(Act.LOOK, cancel);
        add(words, "wmin 100");
        add(where);
        add(cancel);
        add(yes);
        cancel.addActionListener(pressed -> actions.keepAsDraft());
        yes.addActionListener(pressed -> actions.confirmActivate(chosen()));
        Words.follow(this, () -> {
            cancel.setText(UiWords.text("controls.cancel"));
            yes.setText(UiWords.text("jobs.activate"));
        });
    }

    private Set<Integer> chosen() {
        Set<Integer> chosen = new TreeSet<>();
        stations.forEach((number, box) -> {
            if (box.isSelected()) {
                chosen.add(number);
            }
        });
        return chosen;
    }

    /** @param all the numbers of all stations */
    void show(OpenJob job, List<Integer> all) {
        boolean asked = job.question().isPresent();
        boolean fresh = asked && !isVisible();
        setVisible(asked);
        job.question().ifPresent(question -> {
            words.setText(words(job, question));
            boolean plain = question.flips() == 0
                    && question.without() == 0
                    && question.overtaken().isEmpty();
            tone(plain ? Tone.PLAIN : Tone.WARNING);
        });
        if (fresh) {
            offer(job, all);
            cancel.requestFocusInWindow();
        }
    }

    private static String words(OpenJob job, OpenJob.Question question) {
        if (question.of() == 0) {
            return UiWords.text("jobs.ask.untried", job.name());
        }
        int known = question.of() - question.without();
        List<String> said = new ArrayList<>();
        question.overtaken().ifPresent(version -> said.add(UiWords.text("jobs.ask.overtaken", version)));
        if (question.flips() > 0) {
            said.add(UiWords.text("jobs.ask.flips", question.flips(), known, question.toNg(), question.toOk()));
        } else if (known > 0) {
            said.add(UiWords.text("jobs.ask.same", known));
        }
        if (question.without() > 0) {
            said.add(UiWords.text("jobs.ask.without", question.without()));
        }
        return String.join(" ", said);
    }

    /** A job that runs nowhere yet goes to the first station unless the technician says otherwise. */
    private void offer(OpenJob job, List<Integer> all) {
        where.removeAll();
        stations.clear();
        for (int number : all) {
            JCheckBox box = new JCheckBox(UiWords.text("jobs.ask.station", number));
            box.setName("question.station." + number);
            box.setOpaque(false);
            boolean runs = job.stations().contains(number);
            box.setSelected(runs || job.stations().isEmpty() && all.size() == 1);
            box.setEnabled(!runs);
            stations.put(number, box);
            where.add(box);
        }
        where.revalidate();
    }
}
