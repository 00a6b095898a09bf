package org.shutterline.server.ui.jobs;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Card;
import org.shutterline.look.Icons;
import org.shutterline.look.Lockable;
import org.shutterline.look.Palette;
import org.shutterline.look.PictureBar;
import org.shutterline.look.PicturePane;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.look.edit.EditShape;
import org.shutterline.look.edit.RegionEditor;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.server.access.Act;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.ToolView;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.FileQuestion;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.UiWords;

/** The picture on which a job is taught, with the region of the chosen tool to be drawn, moved, turned and resized. */
final class TeachPicture extends Card implements Lockable {
    static final List<String> PICTURES = List.of("png", "jpg", "jpeg", "bmp", "tif", "tiff");

    private final EditorActions actions;
    private final Darkroom darkroom;
    private final PicturePane pane = new PicturePane();
    private final RegionEditor editor = new RegionEditor(pane);
    private final JLabel title = Headline.card("jobs.picture");
    private final JLabel caption = Headline.changing();
    private final JButton older = Buttons.plain("");
    private final JButton newer = Buttons.plain("");
    private final JButton file = Buttons.plain("", Icons.FOLDER);
    private final JButton take = Buttons.plain("", Icons.CAMERA);
    private final JLabel hint = new JLabel();
    private Optional<OpenJob> shown = Optional.empty();
    private Optional<String> refused = Optional.empty();
    private boolean lesson;
    private boolean narrow;

    TeachPicture(EditorActions actions, Darkroom darkroom, FileQuestion files) {
        super(new MigLayout("insets 1, gap 0, wrap 1, fill, hidemode 3", "[grow, fill]", "[][grow, fill][]"));
        this.actions = actions;
        this.darkroom = darkroom;
        JPanel head = new JPanel(new MigLayout("insets 8 12 8 12, gap 8, fillx", "[][grow, 0:pref][][][][]", "[36!]"));
        head.setOpaque(false);
        older.setName("picture.older");
        newer.setName("picture.newer");
        file.setName("picture.file");
        take.setName("picture.take");
        pane.setName("teach.picture");
        Needs.mark(Act.LOOK, head, pane);
        Needs.mark(Act.TRIGGER, take);
        head.add(title);
        head.add(caption, "wmin 0");
        head.add(older, "h 36!");
        head.add(newer, "h 36!");
        head.add(file, "h 36!");
        head.add(take, "h 36!");
        hint.setFont(Type.BODY_STRONG.font());
        hint.setName("picture.hint");
        JPanel hintRow = new JPanel(new MigLayout("insets 6 12 8 12, fillx", "[grow, 0:pref]"));
        hintRow.setBackground(Palette.SURFACE.colour());
        hintRow.setVisible(false);
        hintRow.add(hint, "wmin 0");
        add(hintRow, "pos shown.x shown.y shown.x2 null");
        add(head, "cell 0 0, wmin 0");
        add(pane, "id shown, cell 0 1, wmin 120, hmin 120");
        PictureBar bar = new PictureBar(pane);
        Needs.mark(Act.LOOK, bar);
        add(bar, "cell 0 2, wmin 0");
        older.addActionListener(pressed -> actions.older());
        newer.addActionListener(pressed -> actions.newer());
        take.addActionListener(pressed -> shown.ifPresent(job -> actions.takeNew(station(job))));
        file.addActionListener(pressed -> files.open(UiWords.text("jobs.pictures"), PICTURES, actions::pictureFrom));
        editor.listener(new Hands());
        Words.follow(this, this::label);
        getActionMap().put("remove", Deed.of(this::whole));
        getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ctrl shift W"), "remove");
    }

    /** What is said lies on the picture, which so never moves under the hand. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public void lock(boolean shut) {
        editor.lock(shut);
    }

    /** The station whose pictures are shown: the first that runs the job, else the first of all. */
    private int station(OpenJob job) {
        return job.stations().stream().findFirst().orElse(firstStation);
    }

    private int firstStation = 1;

    void stations(List<Integer> all) {
        firstStation = all.stream().findFirst().orElse(1);
    }

    /** In a narrow window buttons that have an icon stand without their words. */
    void narrow(boolean yes) {
        if (narrow != yes) {
            narrow = yes;
            label();
        }
    }

    private void label() {
        older.setText(UiWords.text("jobs.older"));
        newer.setText(UiWords.text("jobs.newer"));
        Buttons.named(take, UiWords.text("jobs.takeNew") + ". " + UiWords.text("jobs.takeNewHint"));
        Buttons.named(file, UiWords.text("jobs.fromFile"));
        take.setText(narrow ? "" : UiWords.text("jobs.takeNew"));
        file.setText(narrow ? "" : UiWords.text("jobs.fromFile"));
    }

    /** The next drag on the picture draws the region of the chosen tool. */
    void draw(EditShape.Kind kind) {
        offer(kind);
        pane.requestFocusInWindow();
    }

    /** The same, while the keys stay where they are. */
    void offer(EditShape.Kind kind) {
        lesson = false;
        editor.draw(kind);
    }

    /** The next drag draws what the chosen tool is to learn. */
    void drawLesson() {
        offerLesson();
        pane.requestFocusInWindow();
    }

    /** The same, while the keys stay where they are. */
    void offerLesson() {
        editor.draw(EditShape.Kind.BOX);
        lesson = true;
        say(Optional.of("jobs.drawLesson"));
    }

    /** The chosen tool looks at the whole picture. */
    void whole() {
        chosen().ifPresent(tool ->
                tool.region().ifPresent(region -> actions.set(tool.id(), region.key(), Optional.empty())));
    }

    boolean cancelDrawing() {
        lesson = false;
        return editor.cancel();
    }

    private Optional<ToolView> chosen() {
        return shown.flatMap(OpenJob::chosenTool);
    }

    private void say(Optional<String> key) {
        say(key.map(UiWords::text), Palette.TEXT.colour());
    }

    private void say(Optional<String> words, Color colour) {
        hint.setText(words.orElse(""));
        hint.setForeground(colour);
        hint.getParent().setVisible(words.isPresent());
        revalidate();
    }

    /** While nothing is drawn: what is wrong on this picture. */
    private void sayWhatIsWrong() {
        if (editor.isOutside()) {
            say(Optional.of("jobs.outside"));
        } else if (refused.isPresent()) {
            say(refused, State.NG.text());
        } else {
            say(
                    chosen().flatMap(ToolTrouble::onPicture),
                    chosen().map(ToolTrouble::state).orElse(State.UNKNOWN).text());
        }
    }

    /** @param notDone why nothing was learned, or placed, just now */
    void show(OpenJob job, Optional<String> notDone) {
        refused = notDone;
        show(job);
    }

    private void show(OpenJob job) {
        shown = Optional.of(job);
        caption.setText(job.picture().map(OpenJob.Shown::caption).orElse(""));
        caption.setToolTipText(caption.getText());
        older.setEnabled(job.picture().map(OpenJob.Shown::older).orElse(false));
        newer.setEnabled(job.picture().map(OpenJob.Shown::newer).orElse(false));
        Optional<BufferedImage> ready = job.picture().flatMap(now -> darkroom.picture(now.pixels()));
        if (ready.isPresent()) {
            pane.show(ready.get(), overlays(job));
        } else if (job.picture().isEmpty()) {
            pane.showNone(UiWords.text("jobs.noPicture"));
        }
        editor.show(ready.flatMap(picture -> job.chosenTool()
                .flatMap(ToolView::region)
                .flatMap(region -> region.shown())
                .flatMap(Shapes::of)));
        if (editor.drawing().isEmpty()) {
            sayWhatIsWrong();
        }
    }

    /** Without the region that is edited, which is drawn with its handles. */
    private static List<Overlay> overlays(OpenJob job) {
        return job.judged().map(OpenJob.Judged::overlays).orElse(List.of()).stream()
                .filter(mark -> mark.kind() != Overlay.Kind.REGION
                        || job.chosen().filter(mark.tool()::equals).isEmpty())
                .toList();
    }

    PicturePane pane() {
        return pane;
    }

    /** What a person does on the picture. */
    private final class Hands implements RegionEditor.Listener {
        @Override
        public void changing(EditShape shape) {
            sayWhatIsWrong();
        }

        @Override
        public void changed(EditShape shape) {
            boolean learn = lesson;
            lesson = false;
            chosen().ifPresent(tool -> {
                if (learn) {
                    actions.teach(tool.id(), Optional.of(Shapes.written(shape)), EditorActions.Lessons.THIS_PICTURE);
                    shown.ifPresent(TeachPicture.this::show);
                } else {
                    tool.region().ifPresent(region -> actions.drawn(tool.id(), region.key(), Shapes.written(shape)));
                }
            });
        }

        @Override
        public void picked(String tool) {
            actions.choose(tool);
        }

        @Override
        public void drawing(Optional<EditShape.Kind> kind) {
            say(kind.map(now -> lesson ? "jobs.drawLesson" : "jobs.drawRegion"));
        }

        @Override
        public void outside(boolean beyond) {
            sayWhatIsWrong();
        }
    }
}
