package org.shutterline.client.ui;

import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.shutterline.client.operator.OperatorState;
import org.shutterline.client.operator.OperatorState.PictureKind;
import org.shutterline.client.operator.OperatorState.ShownPicture;
import org.shutterline.look.Card;
import org.shutterline.look.PictureBar;
import org.shutterline.look.PicturePane;
import org.shutterline.protocol.message.StationState;

/** The picture with its marks, and the bar below it. */
final class PictureCard extends Card {
    /** A newer picture comes within this time on a healthy line; marking the last one for it would only flicker. */
    private static final int GRACE_MS = 120;

    private static final int DECODED_KEPT = 4;

    private final Sentences sentences;
    private final PicturePane pane = new PicturePane();
    private final Darkroom darkroom = new Darkroom(DECODED_KEPT);
    private final Timer grace = new Timer(GRACE_MS, over -> mark());
    private Optional<OperatorState> state = Optional.empty();
    private Optional<ShownPicture> painted = Optional.empty();

    PictureCard(Sentences sentences) {
        super(new MigLayout("insets 1, gap 0, wrap 1, fill", "[grow, fill]", "[grow, fill][pref!]"));
        this.sentences = sentences;
        grace.setRepeats(false);
        pane.setName("picture");
        add(pane, "wmin 100, hmin 100");
        add(new PictureBar(pane));
    }

    PicturePane pane() {
        return pane;
    }

    void show(OperatorState shown) {
        state = Optional.of(shown);
        ShownPicture picture = shown.picture();
        if (picture.picture().isEmpty()) {
            painted = Optional.empty();
            pane.showNone(sentences.text("picture.none." + picture.kind()));
        } else {
            picture.picture()
                    .flatMap(it -> darkroom.find(it, ready -> state.ifPresent(this::show)))
                    .ifPresent(image -> paint(picture, image));
        }
        if (!isOld()) {
            grace.stop();
            mark();
        } else if (!shown.connection().stands()) {
            mark();
        } else if (!grace.isRunning()) {
            grace.start();
        }
    }

    private void paint(ShownPicture picture, BufferedImage image) {
        boolean same = painted.filter(before -> before.picture().equals(picture.picture())
                        && before.overlays().equals(picture.overlays()))
                .isPresent();
        if (!same) {
            pane.show(image, picture.overlays());
        }
        painted = Optional.of(picture);
    }

    /** Also while the picture of this result is still being decoded. */
    private boolean isOld() {
        ShownPicture wanted = state.orElseThrow().picture();
        boolean behind =
                painted.filter(it -> !it.picture().equals(wanted.picture())).isPresent();
        return painted.isPresent() && (behind || wanted.kind() == PictureKind.OLD);
    }

    private void mark() {
        ShownPicture wanted = state.orElseThrow().picture();
        pane.old(oldWords());
        pane.live(liveWords());
    }

    /** An online station shows the pictures of its triggers and takes none by itself. */
    private Optional<String> liveWords() {
        OperatorState now = state.orElseThrow();
        if (!now.live() || now.connection().phase() != OperatorState.Phase.CONNECTED) {
            return Optional.empty();
        }
        boolean offline = now.status()
                .filter(status -> status.state() == StationState.OFFLINE)
                .isPresent();
        if (offline) {
            return now.picture().kind() == PictureKind.LIVE ? Optional.of("") : Optional.empty();
        }
        return Optional.of(sentences.text("picture.liveTriggered"));
    }

    /** Time and age of a picture that is not the one of what is shown beside it. */
    Optional<String> oldWords() {
        return isOld() ? Optional.of(age()) : Optional.empty();
    }

    private String age() {
        ShownPicture shown = painted.orElseThrow();
        OperatorState now = state.orElseThrow();
        String taken = shown.takenAt().map(sentences::time).orElse("");
        long ageS =
                shown.picture().equals(now.picture().picture()) ? now.picture().ageS() : shown.ageS();
        return ageS < 120
                ? sentences.text("picture.ageSeconds", taken, Long.toString(ageS))
                : sentences.text("picture.ageMinutes", taken, Long.toString(ageS / 60));
    }

    void close() {
        grace.stop();
        darkroom.close();
    }
}
