package org.shutterline.server.ui.jobs;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.Palette;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.UiWords;
import org.shutterline.server.ui.settings.Retold;
import org.shutterline.server.ui.settings.ToolWords;

/** A job that is taught: tools, picture, the chosen tool, and the try on many pictures. */
final class EditorPanel extends JPanel {
    private static final Set<String> OF_LESSONS = Set.of("taught", "notTaught");
    private static final Set<String> OF_PICTURE = Set.of("notTaught", "notPlaced");
    private static final int ALL_WORDS_PX = 1_300;

    private final EditorActions actions;
    private final EditorHead head;
    private final QuestionBar question;
    private final GuideBar guide;
    private final Card difference = new Card(new MigLayout("insets 12 16 12 16, fillx", "[grow, fill]"));
    private final CompareCard comparison;
    private final AnswerCard answer;
    private final Paragraph differenceWords = new Paragraph(Type.BODY);
    private final JLabel notice = Headline.changing();
    private final ToolsCard tools;
    private final TeachPicture picture;
    private final ToolColumn column;
    private final TryCard tries;
    private final JPanel body = new JPanel();
    private final Last noticed = new Last();
    private boolean comparing;
    private Optional<OpenJob> shown = Optional.empty();

    EditorPanel(EditorActions actions, Darkroom darkroom, FileQuestion files) {
        super(new BorderLayout());
        this.actions = actions;
        setOpaque(false);
        head = new EditorHead(actions, this::compare, this::showAnswer);
        question = new QuestionBar(actions);
        question.setVisible(false);
        comparison = new CompareCard(actions);
        answer = new AnswerCard(actions);
        answer.setVisible(false);
        tools = new ToolsCard(actions);
        picture = new TeachPicture(actions, darkroom, files);
        column = new ToolColumn(actions, picture, files);
        guide = new GuideBar(actions, picture);
        tries = new TryCard(actions, darkroom, files);
        difference.add(differenceWords, "wmin 0");
        difference.setVisible(false);
        notice.setName("job.notice");
        Needs.mark(Act.EDIT, question, answer, tools, picture, column, guide);
        body.setOpaque(false);
        add(head, BorderLayout.NORTH);
        add(body, BorderLayout.CENTER);
        gaps(16);
    }

    /** The parts for a window with this gap; 12 is a small one. */
    void gaps(int gap) {
        boolean small = gap < 16;
        fit(getWidth());
        body.removeAll();
        body.setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill, hidemode 3",
                small ? "[220!, fill][grow, fill][300!, fill]" : "[280!, fill][grow, fill][368!, fill]",
                gap + "[]0[]0[]0[]0[]0[]0[grow, fill]" + gap + "[" + (small ? "188" : "200") + "!, fill]" + gap));
        body.add(question, "cell 0 0 3 1, growx, wmin 0, gapbottom 12");
        body.add(difference, "cell 0 1 3 1, growx, wmin 0, gapbottom 12");
        body.add(comparison, "cell 0 2 3 1, growx, wmin 0, hmin pref, gapbottom 12");
        body.add(answer, "cell 0 3 3 1, growx, wmin 0, hmin pref, gapbottom 12");
        body.add(guide, "cell 0 4 3 1, growx, wmin 0, hmin pref, gapbottom 12");
        body.add(notice, "cell 0 5 3 1, growx, wmin 0, gapbottom 8");
        body.add(tools, "cell 0 6, hmin 0, wmin 0");
        body.add(picture, "cell 1 6, hmin 0, wmin 0");
        body.add(column, "cell 2 6, hmin 0, wmin 0");
        body.add(tries, "cell 0 7 3 1, growx, hmin 0, wmin 0");
        revalidate();
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit(width);
    }

    /** The words of all buttons stand there only where the name of the job still has room beside them. */
    private void fit(int width) {
        head.narrow(width < ALL_WORDS_PX);
        picture.narrow(width < ALL_WORDS_PX);
    }

    private void showAnswer(boolean yes) {
        answer.setVisible(yes);
        revalidate();
    }

    private void compare(boolean yes) {
        comparing = yes;
        shown.ifPresent(this::difference);
    }

    private void difference(OpenJob job) {
        boolean some = comparing && !job.changes().isEmpty();
        if (some) {
            differenceWords.setText(String.join("\n", job.changes()));
        }
        if (difference.isVisible() != some) {
            difference.setVisible(some);
            revalidate();
        }
    }

    void show(EditorState state, OpenJob job) {
        shown = Optional.of(job);
        picture.stations(state.stations());
        tries.stations(state.stations());
        head.show(job);
        question.show(job, state.stations());
        difference(job);
        comparison.show(state);
        answer.show(job);
        guide.show(job);
        tools.show(job, state.kinds());
        picture.show(job, state.notice().filter(EditorPanel::isOfPicture).map(EditorPanel::words));
        column.show(job.chosenTool());
        tries.show(job);
        notice(notice, noticed, state.notice().filter(said -> !isOfPicture(said) && !isPast(said, job)));
    }

    /** Why nothing could be learned, or placed, stands on the picture. */
    private static boolean isOfPicture(EditorState.Notice said) {
        return OF_PICTURE.contains(said.text());
    }

    /** What a step of a question lacked is there by now. */
    private static boolean isPast(EditorState.Notice said, OpenJob job) {
        return said.text().startsWith("guide.")
                && job.guide().filter(step -> !step.done()).isEmpty();
    }

    static void notice(JLabel label, Last last, Optional<EditorState.Notice> notice) {
        if (!last.differs(notice, UiWords.text("page.jobs"))) {
            return;
        }
        label.setVisible(notice.isPresent());
        label.setText(notice.map(EditorPanel::words).orElse(""));
        label.setToolTipText(label.getText());
        label.setForeground(notice.filter(EditorState.Notice::trouble)
                .map(trouble -> State.NG.text())
                .orElse(Palette.TEXT_SECOND.colour()));
    }

    /** A setting is called as its row is. */
    static String words(EditorState.Notice said) {
        if (said.text().equals("fileRefused")) {
            return UiWords.text(
                    "jobs.notice.fileRefused",
                    said.with().get(0),
                    FileWords.told(said.with().get(1)));
        }
        List<String> with = OF_LESSONS.contains(said.text())
                ? said.with().stream().map(LessonWords::told).toList()
                : said.with();
        return switch (said.text()) {
            case "settingRefused" ->
                UiWords.text(
                        "jobs.notice.settingRefused",
                        with.get(0),
                        ToolWords.setting(with.get(2), with.get(3)),
                        Retold.trouble(with.get(1)));
            case "toolRefused" -> UiWords.text("jobs.notice.toolRefused", with.get(0), Retold.trouble(with.get(1)));
            default -> UiWords.text("jobs.notice." + said.text(), with.toArray());
        };
    }

    /** Starts a try as its card says. */
    void tryNow() {
        tries.start();
    }

    /** Takes back what is going on; false if nothing is. */
    boolean escape() {
        if (picture.cancelDrawing()) {
            return true;
        }
        if (shown.flatMap(OpenJob::question).isPresent()) {
            actions.keepAsDraft();
            return true;
        }
        if (shown.filter(job -> job.tryOn().running()).isPresent()) {
            actions.cancel();
            return true;
        }
        return false;
    }

    boolean isPictureFocused() {
        return picture.pane().isFocusOwner();
    }
}
