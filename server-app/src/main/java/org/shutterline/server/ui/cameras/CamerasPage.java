package org.shutterline.server.ui.cameras;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.PictureCard;
import org.shutterline.look.SegmentedSwitch;
import org.shutterline.look.Words;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.cameras.OpenCamera;
import org.shutterline.server.ui.Darkroom;
import org.shutterline.server.ui.Last;
import org.shutterline.server.ui.ScrollColumn;
import org.shutterline.server.ui.UiWords;

/** The cameras: the list, what the chosen one sees with help for focus and exposure, and how it is set and who has it. */
public final class CamerasPage extends JPanel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final CamerasActions actions;
    private final Darkroom darkroom;
    private final CameraList list;
    private final PictureCard picture = new PictureCard();
    private final FocusCard focus;
    private final OwnerCard owner;
    private final SettingsCard settings;
    private final FaultsCard faults;
    private final SegmentedSwitch tabs = new SegmentedSwitch("", "");
    private final Last words = new Last();
    private Optional<CamerasState> shown = Optional.empty();
    private Optional<DelayDialog> delay = Optional.empty();

    public CamerasPage(CamerasActions actions, Darkroom darkroom) {
        this.actions = actions;
        this.darkroom = darkroom;
        list = new CameraList(actions, darkroom);
        focus = new FocusCard(actions, picture.pane());
        owner = new OwnerCard(actions);
        settings = new SettingsCard(actions, this::measureDelay);
        faults = new FaultsCard(actions);
        picture.pane().setName("camera.picture");
        tabs.setName("cameras.tabs");
        tabs.onChoice(index -> shown.ifPresent(this::show));
        setOpaque(false);
        gaps(16);
        Words.follow(this, () -> {
            tabs.label(UiWords.text("cameras.settings"), UiWords.text("faults.title"));
            words.forget();
            shown.ifPresent(this::show);
        });
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    /** The parts for a window with this gap; 12 is a small one. */
    public void gaps(int gap) {
        removeAll();
        ScrollColumn right = new ScrollColumn(
                new MigLayout("insets 0, gapy " + gap + ", wrap 1, fillx, hidemode 3", "[grow, fill]", ""));
        right.add(owner, "wmin 0");
        right.add(tabs, "wmin 0");
        right.add(settings, "wmin 0");
        right.add(faults, "wmin 0");
        JPanel middle =
                new JPanel(new MigLayout("insets 0, gap " + gap + ", wrap 1, fill", "[grow, fill]", "[grow, fill][]"));
        middle.setOpaque(false);
        middle.add(picture, "wmin 0, hmin 0");
        middle.add(focus, "wmin 0");
        setLayout(new MigLayout(
                "insets " + gap + ", gap " + gap + ", fill",
                gap < 16
                        ? "[236!, fill][grow, fill][328!, fill]"
                        : "[260:20%:320, fill][grow, fill][360:26%:440, fill]",
                "[grow, fill]"));
        focus.small(gap < 16);
        add(list, "hmin 0");
        add(middle, "wmin 0, hmin 0");
        add(right.inView(), "hmin 0");
        revalidate();
    }

    public void show(CamerasState state) {
        shown = Optional.of(state);
        list.show(state);
        delay.ifPresent(dialog -> dialog.show(state));
        state.open().ifPresentOrElse(open -> show(open, state), this::showNone);
    }

    private void show(OpenCamera open, CamerasState state) {
        showPicture(open);
        focus.show(open);
        owner.setVisible(true);
        owner.show(open, state);
        settings.show(open);
        faults.show(open);
        boolean owned = open.row().station().isPresent();
        tabs.setVisible(owned);
        settings.setVisible(!owned || tabs.chosen() == 0);
        faults.setVisible(owned && tabs.chosen() == 1);
    }

    private void showNone() {
        picture.pane().showNone(UiWords.text("cameras.none"));
        words.forget();
        focus.showNone();
        owner.setVisible(false);
        tabs.setVisible(false);
        settings.setVisible(false);
        faults.setVisible(false);
    }

    private void showPicture(OpenCamera open) {
        open.picture()
                .flatMap(darkroom::picture)
                .ifPresent(seen -> picture.pane().show(seen, List.of()));
        Optional<String> why = open.picture().isPresent() ? Optional.empty() : Optional.of(whyNone(open.row()));
        if (words.differs(why, open.row().key())) {
            why.ifPresent(picture.pane()::showNone);
            picture.pane().live(why.isPresent() ? Optional.empty() : Optional.of(CameraWords.name(open.row())));
        }
    }

    private static String whyNone(CameraRow row) {
        if (!row.trouble().isEmpty()) {
            return CameraWords.of(row.trouble());
        }
        return UiWords.text(CameraWords.isOnline(row) ? "cameras.online" : "picture.coming");
    }

    /** Faults on demand in place of the settings. */
    public void showFaults() {
        tabs.choose(1);
        shown.ifPresent(this::show);
    }

    private void measureDelay() {
        DelayDialog measuring = new DelayDialog(SwingUtilities.getWindowAncestor(this), actions, darkroom);
        shown.ifPresent(measuring::show);
        delay = Optional.of(measuring);
        measuring.open();
        delay = Optional.empty();
    }

    public void find() {
        actions.find();
    }

    /** The camera above or below in the list. */
    public void next(int step) {
        List<String> keys = list.keys();
        int at = shown.flatMap(CamerasState::open)
                        .map(open -> keys.indexOf(open.row().key()))
                        .orElse(0)
                + step;
        if (at >= 0 && at < keys.size()) {
            actions.choose(keys.get(at));
        }
    }
}
