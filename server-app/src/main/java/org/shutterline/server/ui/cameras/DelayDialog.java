package org.shutterline.server.ui.cameras;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Buttons;
import org.shutterline.look.Icons;
import org.shutterline.look.Palette;
import org.shutterline.look.PicturePane;
import org.shutterline.look.State;
import org.shutterline.look.Type;
import org.shutterline.server.access.Act;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.cameras.Delay;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.Headline;
import org.shutterline.server.ui.Needs;
import org.shutterline.server.ui.Paragraph;
import org.shutterline.server.ui.Permits;
import org.shutterline.server.ui.UiWords;

/** Measures how long a camera's pictures take, with a field on the screen that it is pointed at; closing it cancels. */
final class DelayDialog {
    private static final int WIDTH_PX = 736;

    private final JDialog dialog;
    private final Darkroom darkroom;
    private final LightField light = new LightField();
    private final PicturePane picture = new PicturePane();
    private final JProgressBar progress = new JProgressBar(0, Delay.CHANGES);
    private final JLabel headline = new JLabel();
    private final Paragraph words = new Paragraph(Type.BODY);
    private final JButton close = Buttons.plain("");
    private final JButton start = Buttons.accent("", Icons.PLAY);
    private final JButton use = Buttons.accent("", Icons.CHECK);

    DelayDialog(Window owner, CamerasActions actions, Darkroom darkroom) {
        dialog = new JDialog(owner, UiWords.text("delay.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        this.darkroom = darkroom;
        name();
        build();
        Needs.mark(Act.SET_CAMERA, start, use);
        Permits.guard(dialog);
        start.addActionListener(pressed -> actions.measureDelay(light));
        use.addActionListener(pressed -> {
            actions.useDelay();
            dialog.dispose();
        });
        close.addActionListener(pressed -> dialog.dispose());
        dialog.getRootPane()
                .registerKeyboardAction(
                        pressed -> dialog.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent opened) {
                start.requestFocusInWindow();
            }

            @Override
            public void windowClosed(WindowEvent closed) {
                actions.endDelay();
            }
        });
        dialog.pack();
        dialog.setSize(dialog.getWidth(), Math.min(dialog.getHeight(), owner.getHeight()));
        dialog.setLocationRelativeTo(owner);
    }

    /** Comes back when it is closed. */
    void open() {
        dialog.setVisible(true);
    }

    private void name() {
        light.setName("delay.light");
        picture.setName("delay.picture");
        picture.setFocusable(false);
        progress.setName("delay.progress");
        headline.setName("delay.headline");
        words.setName("delay.words");
        close.setName("delay.close");
        start.setName("delay.start");
        use.setName("delay.use");
        light.getAccessibleContext().setAccessibleName(UiWords.text("delay.field"));
    }

    private void build() {
        JPanel content = new JPanel(new MigLayout(
                "insets 24, gap 16 8, fill, hidemode 3",
                "[480::, grow, fill][240!, fill]",
                "[][]12[160:300, grow, fill]12[22!][60!, top]12[]"));
        content.setBackground(Palette.SURFACE.colour());
        JLabel title = new JLabel(UiWords.text("delay.title"));
        title.setFont(Type.BANNER.font());
        Paragraph what = new Paragraph(Type.BODY);
        what.setText(UiWords.text("delay.what", Delay.CHANGES));
        // or it would be packed as if it stood in one line
        what.setSize(WIDTH_PX, Short.MAX_VALUE);
        headline.setFont(Type.BODY_STRONG.font());
        content.add(title, "span, wrap");
        content.add(what, "span, growx, wmin 0, wrap");
        content.add(light, "grow");
        content.add(sight(), "grow, wrap");
        content.add(progress, "span, split 2, growx, h 8!");
        content.add(headline, "growx 0, wrap");
        content.add(words, "span, growx, wmin 0, wrap");
        content.add(close, "span, split 3, growx 0, gapleft push");
        content.add(start, "growx 0");
        content.add(use, "growx 0");
        dialog.setContentPane(content);
    }

    private JPanel sight() {
        JPanel sight = new JPanel(new MigLayout("insets 0, gapy 4, wrap 1, fill", "[fill]", "[][180!, fill]push"));
        sight.setOpaque(false);
        sight.add(Headline.second("delay.sees"));
        sight.add(picture, "w 240!");
        return sight;
    }

    void show(CamerasState state) {
        showPicture(state);
        Optional<Delay.Stage> stage = state.delay().map(Delay::stage);
        boolean measuring = stage.filter(now -> now == Delay.Stage.MEASURING).isPresent();
        boolean measured = stage.filter(now -> now == Delay.Stage.MEASURED).isPresent();
        progress.setVisible(measuring);
        progress.setValue(state.delay().map(now -> now.latency().changes()).orElse(0));
        headline.setText(state.delay().map(DelayDialog::headline).orElse(""));
        headline.setForeground(
                stage.isEmpty() || measuring ? Palette.TEXT.colour() : measured ? State.OK.text() : State.NG.text());
        words.setText(state.delay().map(DelayDialog::words).orElse(""));
        start.setVisible(!measuring && !measured);
        start.setText(UiWords.text(stage.isEmpty() ? "delay.start" : "delay.again"));
        use.setVisible(measured);
        state.delay()
                .map(now -> now.latency().latencyMs())
                .ifPresent(ms -> ms.ifPresent(found -> use.setText(UiWords.text("delay.use", found))));
        close.setText(UiWords.text(stage.isEmpty() || measuring || measured ? "delay.cancel" : "delay.close"));
    }

    private void showPicture(CamerasState state) {
        Optional<Delay.Stage> measuring = state.delay().map(Delay::stage).filter(now -> now == Delay.Stage.MEASURING);
        if (measuring.isPresent()) {
            picture.showNone(UiWords.text("delay.notLive"));
            return;
        }
        state.open()
                .flatMap(open -> open.picture())
                .ifPresentOrElse(
                        seen -> darkroom.picture(seen).ifPresent(there -> picture.show(there, List.of())),
                        () -> picture.showNone(UiWords.text("picture.coming")));
    }

    private static String headline(Delay delay) {
        return switch (delay.stage()) {
            case MEASURING -> UiWords.text("delay.progress", delay.latency().changes(), Delay.CHANGES, seen(delay));
            case MEASURED ->
                UiWords.text("delay.measured", seen(delay), delay.latency().changes());
            case NOT_SEEN ->
                UiWords.text("delay.notSeen", seen(delay), delay.latency().changes());
            case NO_PICTURE -> UiWords.text("delay.noPicture");
            case FAILED -> UiWords.text("delay.failed");
        };
    }

    private static int seen(Delay delay) {
        return delay.latency().seenNanos().size();
    }

    private static String words(Delay delay) {
        return switch (delay.stage()) {
            case MEASURING -> UiWords.text("delay.keepStill");
            case MEASURED ->
                UiWords.text(
                        "delay.times",
                        delay.latency().latencyMs().orElse(0),
                        delay.latency().medianMs().orElse(0),
                        delay.latency().spreadMs().orElse(0),
                        Math.round(delay.latency().intervalNanos() / 1e6));
            case NOT_SEEN -> UiWords.text("delay.notSeenWhy");
            case NO_PICTURE -> UiWords.text("delay.noPictureWhy");
            case FAILED -> CameraWords.of(delay.why());
        };
    }
}
