package org.shutterline.look.edit;

import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.look.PicturePane;
import org.shutterline.look.Zoom;

/** A shape that a person draws in place of the present one: by mouse, or by keys put in the middle of the picture. */
final class NewShape {
    private final PicturePane pane;
    private final EditedRegion region;
    private final Consumer<EditShape> done;
    private Optional<Drawing> drawing = Optional.empty();

    /** @param done takes the shape when it is drawn to its end */
    NewShape(PicturePane pane, EditedRegion region, Consumer<EditShape> done) {
        this.pane = pane;
        this.region = region;
        this.done = done;
    }

    void begin(EditShape.Kind kind) {
        become(Optional.of(Drawing.of(kind)));
    }

    /** What is drawn so far; empty while nothing can be drawn. */
    Optional<Drawing> drawing() {
        return drawing;
    }

    Optional<EditShape.Kind> kind() {
        return drawing.map(Drawing::kind);
    }

    boolean isBegun() {
        return drawing.isPresent();
    }

    /** False if nothing was begun. */
    boolean cancel() {
        boolean begun = isBegun();
        if (begun) {
            become(Optional.empty());
        }
        return begun;
    }

    private void become(Optional<Drawing> next) {
        boolean told = !next.map(Drawing::kind).equals(kind());
        drawing = next;
        if (told) {
            region.listener().drawing(kind());
        }
        pane.repaint();
    }

    private void end(EditShape shape) {
        become(Optional.empty());
        done.accept(shape);
    }

    /** Ends an outline, or puts another shape in the middle; false if nothing was begun. */
    boolean finish() {
        if (drawing.isEmpty() || pane.picture().isEmpty()) {
            return false;
        }
        BufferedImage picture = pane.picture().get();
        Drawing now = drawing.get();
        end(now.shape().orElseGet(() -> now.inTheMiddle(picture.getWidth(), picture.getHeight())));
        return true;
    }

    /** Takes the last place back; false if nothing was begun. */
    boolean takeBackPlace() {
        drawing = drawing.map(Drawing::withoutLast);
        return isBegun();
    }

    void pressed(MouseEvent press, Zoom zoom) {
        Drawing now = drawing.orElseThrow();
        if (now.outline() && (press.getClickCount() > 1 || closes(now, press, zoom))) {
            now.shape().ifPresent(this::end);
        } else {
            become(Optional.of(now.with(Gesture.placed(press, zoom))));
        }
    }

    /** A click on the first corner ends an outline. */
    private static boolean closes(Drawing now, MouseEvent press, Zoom zoom) {
        if (now.set().size() < Outline.FEWEST || now.set().size() >= Outline.MOST) {
            return now.set().size() >= Outline.MOST;
        }
        Point2D first = now.set().get(0);
        return zoom.toPane(first.getX(), first.getY()).distance(press.getPoint()) <= Grips.HANDLE_PX;
    }

    void dragged(MouseEvent drag, Zoom zoom) {
        drawing = drawing.map(now -> now.pointer(Gesture.placed(drag, zoom)));
        drawing.filter(now -> !now.outline()).flatMap(Drawing::shape).ifPresent(region.listener()::changing);
    }

    /** The end of all but an outline; after a mere click it can still be drawn. */
    void released() {
        drawing.filter(now -> !now.outline())
                .ifPresent(now ->
                        now.shape().ifPresentOrElse(this::end, () -> drawing = Optional.of(Drawing.of(now.kind()))));
    }

    /** The line of an outline follows the pointer. */
    void moved(MouseEvent move, Zoom zoom) {
        if (drawing.filter(Drawing::outline).isPresent()) {
            drawing = drawing.map(now -> now.pointer(Gesture.placed(move, zoom)));
            pane.repaint();
        }
    }
}
