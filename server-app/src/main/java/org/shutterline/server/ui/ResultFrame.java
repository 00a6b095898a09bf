package org.shutterline.server.ui;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.Card;
import org.shutterline.look.PictureBar;
import org.shutterline.look.PicturePane;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.server.monitor.ShownResult;

/** The picture of a result with its marks, and the bar below it. */
final class ResultFrame extends Card {
    private final Darkroom darkroom;
    private final PicturePane pane = new PicturePane();

    ResultFrame(Darkroom darkroom) {
        super(new MigLayout("insets 1, gap 0, wrap 1, fill", "[grow, fill]", "[grow, fill][]"));
        this.darkroom = darkroom;
        add(pane, "wmin 120, hmin 120");
        add(new PictureBar(pane), "wmin 0");
    }

    /** Whether the result can be shown whole; until then what stands there stays. */
    boolean isReady(ShownResult result) {
        return result.picture().map(darkroom::isReady).orElse(true);
    }

    void show(ShownResult result) {
        Optional<BufferedImage> picture = result.picture().flatMap(darkroom::picture);
        picture.ifPresentOrElse(shown -> pane.show(shown, result.overlays()), () -> pane.showNone(why(result)));
    }

    private static String why(ShownResult result) {
        if (result.picture().isPresent()) {
            return UiWords.text("picture.broken");
        }
        return result.whyNone()
                .map(code -> code == Code.PICTURE_NOT_KEPT
                        ? UiWords.text("picture.notKept")
                        : UiWords.text("picture.none", code.number()))
                .orElseGet(() -> UiWords.text("picture.coming"));
    }

    /** A picture that has no result. */
    void showLive(PlainPicture live) {
        darkroom.picture(live).ifPresent(shown -> pane.show(shown, List.of()));
    }

    void showNone(String words) {
        pane.showNone(words);
    }

    /** The LIVE chip with the given words, or none. */
    void chip(Optional<String> words) {
        pane.live(words);
    }

    PicturePane pane() {
        return pane;
    }
}
