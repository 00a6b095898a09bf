package org.shutterline.server.ui.jobs;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Words;
import org.shutterline.server.editor.Answer;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.ToolWords;
import org.shutterline.server.ui.settings.ValueField;

/** The values that are answered: what they are called, and in which order they come. */
final class AnswerCard extends Card {
    private final EditorActions actions;
    private final ScrollColumn rows = new ScrollColumn(
            new MigLayout("insets 0, gap 8 4, fillx", "[24!, right][160:240:300, fill][grow, fill][][]", ""));
    private final Last last = new Last();
    private List<Answer> shown = List.of();

    AnswerCard(EditorActions actions) {
        super(new MigLayout("insets 12 16 12 16, gapy 8, fillx", "[grow, fill]", "[][]"));
        this.actions = actions;
        setName("answer");
        JPanel head = new JPanel(new MigLayout("insets 0, gap 12, fillx", "[][grow, 0:pref]", ""));
        head.setOpaque(false);
        head.add(Headline.card("jobs.answer"));
        head.add(Headline.second("jobs.answerHint"), "wmin 0");
        add(head, "wmin 0, wrap");
        add(rows.inView(), "wmin 0, h ::150");
        Words.follow(this, () -> {
            last.forget();
            fill();
        });
    }

    void show(OpenJob job) {
        if (last.differs(job.answers())) {
            shown = job.answers();
            fill();
        }
    }

    private void fill() {
        rows.removeAll();
        for (int i = 0; i < shown.size(); i++) {
            row(i, shown.get(i));
        }
        if (shown.isEmpty()) {
            rows.add(Headline.second("jobs.answerNone"), "span, wmin 0");
        }
        revalidate();
        repaint();
    }

    private void row(int index, Answer answer) {
        ValueField name = new ValueField("answer." + index);
        name.give(answer.name());
        name.onTaken(text -> actions.renameAnswer(index, text));
        JButton up = Buttons.icon(Icons.CHEVRON_UP, UiWords.text("jobs.earlier"));
        JButton down = Buttons.icon(Icons.CHEVRON_DOWN, UiWords.text("jobs.later"));
        up.setName("answer." + index + ".up");
        down.setName("answer." + index + ".down");
        up.setEnabled(index > 0);
        down.setEnabled(index + 1 < shown.size());
        up.addActionListener(pressed -> actions.moveAnswer(index, index - 1));
        down.addActionListener(pressed -> actions.moveAnswer(index, index + 1));
        rows.add(Headline.text(String.valueOf(index + 1)));
        rows.add(name, "h 34!");
        rows.add(
                Headline.text(
                        UiWords.text("jobs.answerOf", answer.tool(), ToolWords.output(answer.kind(), answer.output()))),
                "wmin 0");
        rows.add(up, "h 34!, w 34!");
        rows.add(down, "h 34!, w 34!, wrap");
    }
}
