package org.shutterline.server.ui.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.look.edit.EditShape;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.GuideView;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Numbers;
import org.shutterline.server.ui.settings.ToolWords;
import org.shutterline.server.ui.settings.ValueField;

/** Asks what is to be checked while a job has no tools, and leads through the steps of a question that was chosen. */
final class GuideBar extends Card {
    private final EditorActions actions;
    private final TeachPicture picture;
    private final JLabel title = new JLabel();
    private final Paragraph words = new Paragraph(Type.BODY);
    private final JPanel questions = row();
    private final Map<EditorActions.Question, JButton> asked = new LinkedHashMap<>();
    private final JButton draw = Buttons.plain("");
    private final JButton learn = Buttons.plain("");
    private final JPanel limits = row();
    private final JLabel measured = Headline.changing();
    private final Map<String, ValueField> limit = new LinkedHashMap<>();
    private final ValueField name = new ValueField("guide.name");
    private final JButton leave = Buttons.plain("");
    private final JButton back = Buttons.plain("");
    private final JButton next = Buttons.accent("");
    private Optional<OpenJob> shown = Optional.empty();
    private final Last begun = new Last();
    private final Last armed = new Last();

    GuideBar(EditorActions actions, TeachPicture picture) {
        super(new MigLayout("insets 12 16 12 16, gap 12 4, fillx, hidemode 3", "[grow, fill][][][][]", "[][][]"));
        this.actions = actions;
        this.picture = picture;
        setName("guide");
        title.setFont(Type.CARD_TITLE.font());
        title.setName("guide.title");
        words.setName("guide.words");
        for (EditorActions.Question question : EditorActions.Question.values()) {
            JButton button = Buttons.plain("");
            button.setName("guide.question." + question);
            button.addActionListener(pressed -> actions.addFor(question));
            asked.put(question, button);
            questions.add(button, "wmin 0");
        }
        for (String key : new String[] {"low", "high"}) {
            ValueField field = new ValueField("guide." + key);
            field.onTaken(text -> taken(field, key, text));
            limit.put(key, field);
            limits.add(field, "w 104!, h 40!");
        }
        measured.setName("guide.measured");
        name("guide.draw", draw, () -> picture.draw(EditShape.Kind.BOX));
        name("guide.learn", learn, this::learn);
        name("guide.leave", leave, actions::guideLeave);
        name("guide.back", back, actions::guideBack);
        name("guide.next", next, actions::guideNext);
        name.onTaken(text -> guide().ifPresent(now -> actions.retitle(now.tool(), text)));
        JPanel deed = row();
        deed.add(draw, "h 40!");
        deed.add(limits, "wmin 0");
        deed.add(measured, "wmin 0");
        deed.add(learn, "h 40!");
        deed.add(name, "w 200!, h 40!");
        add(title, "cell 0 0, wmin 0");
        add(words, "cell 0 1, growx, wmin 100");
        add(deed, "cell 1 0 1 2, wmin 0");
        add(leave, "cell 2 0 1 2, h 40!");
        add(back, "cell 3 0 1 2, h 40!");
        add(next, "cell 4 0 1 2, h 40!");
        add(questions, "cell 0 2 5 1, wmin 0");
        setVisible(false);
        Words.follow(this, this::label);
    }

    private static JPanel row() {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3"));
        row.setOpaque(false);
        return row;
    }

    private static void name(String name, JButton button, Runnable done) {
        button.setName(name);
        button.addActionListener(pressed -> done.run());
    }

    private Optional<GuideView> guide() {
        return shown.flatMap(OpenJob::guide);
    }

    private Optional<ToolView> tool() {
        return guide().flatMap(now -> shown.orElseThrow().tools().stream()
                .filter(tool -> tool.id().equals(now.tool()))
                .findFirst());
    }

    private void taken(ValueField field, String key, String text) {
        Optional<Double> number = Numbers.read(text);
        field.bad(!text.isEmpty() && number.isEmpty());
        if (text.isEmpty() || number.isPresent()) {
            guide().ifPresent(now -> actions.limit(now.tool(), now.output(), key, number));
        }
    }

    private void learn() {
        tool().ifPresent(tool -> {
            if (tool.needsDrawing()) {
                picture.drawLesson();
            } else {
                actions.teach(tool.id(), Optional.empty(), EditorActions.Lessons.THIS_PICTURE);
            }
        });
    }

    private void label() {
        asked.forEach((question, button) -> button.setText(UiWords.text("jobs.question." + question)));
        draw.setText(UiWords.text("jobs.guide.draw"));
        leave.setText(UiWords.text("jobs.guide.leave"));
        back.setText(UiWords.text("jobs.guide.back"));
        limit.get("low").placeholder(UiWords.text("jobs.guide.low"));
        limit.get("high").placeholder(UiWords.text("jobs.guide.high"));
        shown.ifPresent(this::show);
    }

    void show(OpenJob job) {
        shown = Optional.of(job);
        boolean offers = job.guide().isEmpty() && job.tools().isEmpty();
        boolean visible = offers || job.guide().isPresent();
        questions.setVisible(offers);
        for (JButton button : new JButton[] {leave, back, next}) {
            button.setVisible(!offers);
        }
        if (offers) {
            title.setText(UiWords.text("jobs.guide.first"));
            words.setText(UiWords.text("jobs.guide.firstWhy"));
        }
        job.guide().ifPresent(this::title);
        if (begun.differs(job.guide().map(GuideView::tool), job.guide().map(GuideView::step))) {
            limit.values().forEach(ValueField::forget);
        }
        step(job.guide().map(GuideView::step));
        arm(job);
        if (visible != isVisible()) {
            setVisible(visible);
        }
        revalidate();
    }

    /** A step that wants something drawn takes the next drag on the picture, without a button. */
    private void arm(OpenJob job) {
        if (job.picture().isEmpty()
                || !armed.differs(job.guide().map(GuideView::tool), job.guide().map(GuideView::step))) {
            return;
        }
        picture.cancelDrawing();
        job.guide().map(GuideView::step).ifPresent(step -> {
            if (step == GuideView.Step.REGION) {
                picture.offer(EditShape.Kind.BOX);
            } else if (step == GuideView.Step.TEACH
                    && tool().filter(ToolView::needsDrawing).isPresent()) {
                picture.offerLesson();
            }
        });
    }

    private void title(GuideView guide) {
        title.setText(UiWords.text("jobs.question." + guide.question()) + "  "
                + UiWords.text("jobs.guide.step", guide.number(), guide.of()));
        words.setText(UiWords.text(
                guide.step() == GuideView.Step.NAME
                        ? "jobs.guide.NAME"
                        : "jobs.guide." + guide.step() + "." + guide.question()));
        back.setEnabled(guide.number() > 1);
        next.setText(UiWords.text(guide.number() == guide.of() ? "jobs.guide.done" : "jobs.guide.next"));
    }

    private void step(Optional<GuideView.Step> step) {
        draw.setVisible(step.filter(GuideView.Step.REGION::equals).isPresent());
        learn.setVisible(step.filter(GuideView.Step.TEACH::equals).isPresent());
        limits.setVisible(step.filter(GuideView.Step.LIMIT::equals).isPresent());
        name.setVisible(step.filter(GuideView.Step.NAME::equals).isPresent());
        measured.setText("");
        tool().ifPresent(tool -> {
            learn.setText(UiWords.text(tool.needsDrawing() ? "jobs.teachDraw" : "jobs.teachThis"));
            name.give(tool.title());
            tool.outputs().stream()
                    .filter(output -> output.name().equals(guide().orElseThrow().output()))
                    .findFirst()
                    .ifPresent(this::limits);
        });
        boolean naming = step.filter(GuideView.Step.NAME::equals).isPresent();
        measured.setVisible(!naming && !measured.getText().isEmpty());
    }

    private void limits(ToolView.OutputView output) {
        limit.forEach(
                (key, field) -> field.give(Optional.ofNullable(output.limits().get(key))
                        .map(Numbers::shown)
                        .orElse("")));
        measured.setText(output.measured()
                .map(now -> UiWords.text("jobs.guide.now", ToolWords.value(now)))
                .orElse(""));
    }
}
