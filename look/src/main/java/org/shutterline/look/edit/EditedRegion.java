package org.shutterline.look.edit;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.shutterline.look.PicturePane;

/**
 * The shape under edit, and the change under way: a drag or a held key makes many small ones, and when it ends they are one
 * step to undo.
 */
final class EditedRegion {
    private final PicturePane pane;
    private RegionEditor.Listener listener = new Silent();
    private Optional<EditShape> shape = Optional.empty();
    private Optional<EditShape> before = Optional.empty();
    private boolean outside;

    EditedRegion(PicturePane pane) {
        this.pane = pane;
    }

    void listener(RegionEditor.Listener told) {
        listener = told;
    }

    RegionEditor.Listener listener() {
        return listener;
    }

    Optional<EditShape> shape() {
        return shape;
    }

    /** Whether it reaches beyond the picture. */
    boolean isOutside() {
        return outside;
    }

    boolean isChanging() {
        return before.isPresent();
    }

    /** A change begins with the shape as it is; within one that is under way this means nothing. */
    void begin() {
        before = before.or(() -> shape);
    }

    /** The change under way has come so far; kept where it can be dragged back from. */
    void change(EditShape now) {
        EditShape reachable = inSight(now);
        if (!shape.equals(Optional.of(reachable))) {
            show(Optional.of(reachable));
            listener.changing(reachable);
        }
    }

    /** Ends the change under way; false if there is none. */
    boolean end() {
        Optional<EditShape> start = before;
        before = Optional.empty();
        if (start.isPresent() && !start.equals(shape)) {
            listener.changed(shape.orElseThrow());
        }
        return start.isPresent();
    }

    /** Takes the change under way back; false if there is none. */
    boolean takeBack() {
        Optional<EditShape> start = before;
        before = Optional.empty();
        start.ifPresent(shown -> {
            show(start);
            listener.changing(shown);
        });
        return start.isPresent();
    }

    /** Becomes another shape as a step by itself. */
    void become(EditShape now) {
        show(Optional.of(now));
        listener.changed(now);
    }

    /** Becomes another shape without a word about it, but that it reaches beyond the picture. */
    void show(Optional<EditShape> now) {
        shape = now;
        boolean beyond = now.isPresent() && pane.picture().isPresent() && !within(now.get());
        if (beyond != outside) {
            outside = beyond;
            listener.outside(beyond);
        }
        describe();
        pane.repaint();
    }

    private boolean within(EditShape now) {
        BufferedImage picture = pane.picture().orElseThrow();
        return now.within(picture.getWidth(), picture.getHeight());
    }

    private EditShape inSight(EditShape moved) {
        return pane.picture()
                .map(picture -> moved.inSight(picture.getWidth(), picture.getHeight()))
                .orElse(moved);
    }

    /** For who hears the window. */
    void describe() {
        String beyond = outside ? ", " + EditWords.text("edit.outside") : "";
        String words = shape.map(now -> EditWords.text("edit.region", now.words()) + beyond)
                .orElse("");
        pane.getAccessibleContext().setAccessibleDescription(words);
    }

    private static final class Silent implements RegionEditor.Listener {
        @Override
        public void changing(EditShape now) {
            // Nobody listens yet.
        }

        @Override
        public void changed(EditShape now) {
            // Nobody listens yet.
        }
    }
}
