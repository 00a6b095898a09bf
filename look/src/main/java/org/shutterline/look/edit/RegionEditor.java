package org.shutterline.look.edit;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.shutterline.look.PictureLayer;
import org.shutterline.look.PicturePane;
import org.shutterline.look.Words;
import org.shutterline.look.Zoom;

/**
 * Edits one region over a picture. Handles resize and turn, inside it moves; on empty ground, with the middle button or
 * with Space held, the picture moves. With the focus: arrows move by 1 px and with Shift by 10, Ctrl+arrows resize,
 * Alt+Left and Alt+Right turn by 0.1 degree, Esc takes back what is going on. A corner of an outline is chosen by a
 * click or Page up and down; then the arrows move it, Delete removes it, Insert or a double click on a line adds one.
 */
public final class RegionEditor implements PictureLayer {
    /** Zoomed in so far, a drag is finer than a px. */
    private static final double FINE_SCALE = 4;

    /** Told what a person does. */
    public interface Listener {
        /** The shape while it is dragged or a key is held; also the one before, when that is taken back. */
        void changing(EditShape shape);

        /** The shape at the end of a drag, of a drawing, or when a key is up: one step to undo. */
        void changed(EditShape shape);

        /** A click on the region of another tool. */
        default void picked(String toolId) {}

        /** A shape of this kind can be drawn now; empty when that ended. */
        default void drawing(Optional<EditShape.Kind> kind) {}

        /** The shape reaches beyond the picture, or no longer does. */
        default void outside(boolean beyond) {}
    }

    private final PicturePane pane;
    private final RegionKeys keys = new RegionKeys(this);
    private Listener listener = new Silent();
    private Optional<EditShape> shape = Optional.empty();
    private Optional<Gesture> gesture = Optional.empty();
    private Optional<EditShape> beforeKeys = Optional.empty();
    private Optional<Drawing> drawing = Optional.empty();
    private OptionalInt corner = OptionalInt.empty();
    private boolean locked;
    private boolean panning;
    private boolean outside;

    /** Takes its place over the picture of the pane. The marks shown there should leave out the region that is edited. */
    public RegionEditor(PicturePane pane) {
        this.pane = pane;
        pane.layer(Optional.of(this));
        pane.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                panning = false;
                settle();
            }
        });
        Words.follow(pane, this::describe);
    }

    public void listener(Listener told) {
        listener = told;
    }

    /** Shows a shape without telling the listener; left out while a person is dragging another state of it. */
    public void show(Optional<EditShape> shown) {
        if (gesture.isPresent() || beforeKeys.isPresent() || shape.equals(shown)) {
            return;
        }
        boolean sameCorners = shown.isPresent() && shape.isPresent() && corners(shown.get()) == corners(shape.get());
        corner = sameCorners ? corner : OptionalInt.empty();
        become(shown);
    }

    private static int corners(EditShape shape) {
        return shape instanceof Outline outline ? outline.points().size() : 0;
    }

    public Optional<EditShape> shape() {
        return shape;
    }

    /** A locked shape is shown without handles and stays as it is. */
    public void lock(boolean shut) {
        locked = shut;
        cancel();
        pane.repaint();
    }

    /** Lets the next drag draw a new shape in place of the present one. */
    public void draw(EditShape.Kind kind) {
        settle();
        if (!locked) {
            drawing(Optional.of(Drawing.of(kind)));
        }
    }

    /** The kind that can be drawn now. */
    public Optional<EditShape.Kind> drawing() {
        return drawing.map(Drawing::kind);
    }

    /** Takes back what is going on: a drag, or the drawing of a new shape; false if there is nothing. */
    public boolean cancel() {
        boolean busy = gesture.isPresent() || drawing.isPresent() || beforeKeys.isPresent();
        Optional<EditShape> before = gesture.map(Gesture::start).or(() -> beforeKeys);
        gesture = Optional.empty();
        beforeKeys = Optional.empty();
        before.ifPresent(start -> {
            become(Optional.of(start));
            listener.changing(start);
        });
        if (drawing.isPresent()) {
            drawing(Optional.empty());
        }
        return busy;
    }

    /** Whether the shape reaches beyond the picture. */
    public boolean isOutside() {
        return outside;
    }

    private void drawing(Optional<Drawing> now) {
        boolean told = !now.map(Drawing::kind).equals(drawing.map(Drawing::kind));
        drawing = now;
        if (told) {
            listener.drawing(drawing());
        }
        pane.repaint();
    }

    private void become(Optional<EditShape> now) {
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

    private void describe() {
        String beyond = outside ? ", " + EditWords.text("edit.outside") : "";
        String words = shape.map(now -> EditWords.text("edit.region", now.words()) + beyond)
                .orElse("");
        pane.getAccessibleContext().setAccessibleDescription(words);
    }

    private EditShape inSight(EditShape moved) {
        return pane.picture()
                .map(picture -> moved.inSight(picture.getWidth(), picture.getHeight()))
                .orElse(moved);
    }

    // What keys do

    @Override
    public boolean key(KeyStroke stroke, Zoom zoom) {
        return keys.take(stroke);
    }

    /** Held while it is down; the picture moves then. */
    boolean pan(boolean held) {
        panning = held && shape.isPresent();
        return shape.isPresent();
    }

    boolean editable() {
        return shape.isPresent() && !locked && drawing.isEmpty() && gesture.isEmpty();
    }

    boolean moveBy(double dx, double dy) {
        if (!editable()) {
            return false;
        }
        EditShape now = shape.orElseThrow();
        nudge(chosen().map(handle -> now.dragged(handle, new Point2D.Double(handle.x() + dx, handle.y() + dy)))
                .orElseGet(() -> now.movedBy(dx, dy)));
        return true;
    }

    boolean growBy(double width, double height) {
        if (editable()) {
            nudge(shape.orElseThrow().grownBy(width, height));
            return true;
        }
        return false;
    }

    boolean turnBy(double deg) {
        if (editable() && !shape.orElseThrow().turnedBy(deg).equals(shape.get())) {
            nudge(shape.get().turnedBy(deg));
            return true;
        }
        return false;
    }

    private void nudge(EditShape now) {
        beforeKeys = beforeKeys.or(() -> shape);
        become(Optional.of(inSight(now)));
        listener.changing(shape.orElseThrow());
    }

    /** A key that moved, resized or turned is up: that was one step. */
    boolean settle() {
        Optional<EditShape> before = beforeKeys;
        beforeKeys = Optional.empty();
        if (before.isPresent() && !before.equals(shape)) {
            listener.changed(shape.orElseThrow());
        }
        return before.isPresent();
    }

    /** Esc. */
    boolean back() {
        boolean left = corner.isPresent();
        if (cancel()) {
            return true;
        }
        corner = OptionalInt.empty();
        return left;
    }

    boolean chooseCorner(int step) {
        if (!editable() || !(shape.orElseThrow() instanceof Outline outline)) {
            return false;
        }
        int count = outline.points().size();
        int from = corner.isPresent() ? corner.getAsInt() : step > 0 ? -1 : 0;
        corner = OptionalInt.of(Math.floorMod(from + step, count));
        return true;
    }

    private Optional<Handle> chosen() {
        return shape.filter(now -> now instanceof Outline && corner.isPresent())
                .map(now -> now.handles().get(corner.getAsInt()));
    }

    boolean removeCorner() {
        if (!editable() || chosen().isEmpty()) {
            return false;
        }
        Outline outline = (Outline) shape.orElseThrow();
        Outline fewer = outline.without(corner.getAsInt());
        corner = OptionalInt.empty();
        change(fewer);
        return true;
    }

    boolean addCorner() {
        if (!editable() || chosen().isEmpty()) {
            return false;
        }
        Outline outline = (Outline) shape.orElseThrow();
        var edge = outline.edge(corner.getAsInt());
        Point2D middle = new Point2D.Double((edge.getX1() + edge.getX2()) / 2, (edge.getY1() + edge.getY2()) / 2);
        addCorner(outline, corner.getAsInt(), middle);
        return true;
    }

    private void addCorner(Outline outline, int after, Point2D at) {
        Outline more = outline.with(after, at);
        corner = more.equals(outline) ? OptionalInt.of(after) : OptionalInt.of(after + 1);
        change(more);
    }

    private void change(EditShape now) {
        settle();
        if (!shape.equals(Optional.of(now))) {
            become(Optional.of(now));
            listener.changed(now);
        }
    }

    /** Enter while a shape can be drawn: ends an outline, or puts a shape in the middle. */
    boolean finish() {
        if (drawing.isEmpty() || pane.picture().isEmpty()) {
            return false;
        }
        BufferedImage picture = pane.picture().get();
        Drawing now = drawing.get();
        drawn(now.shape().orElseGet(() -> now.inTheMiddle(picture.getWidth(), picture.getHeight())));
        return true;
    }

    boolean takeBackPlace() {
        drawing.ifPresent(now -> drawing = Optional.of(now.withoutLast()));
        return drawing.isPresent();
    }

    private void drawn(EditShape now) {
        corner = OptionalInt.empty();
        drawing(Optional.empty());
        become(Optional.of(now));
        listener.changed(now);
    }

    // What the mouse does

    @Override
    public boolean pressed(MouseEvent press, Zoom zoom) {
        settle();
        if (!SwingUtilities.isLeftMouseButton(press)
                || panning
                || locked
                || pane.picture().isEmpty()) {
            return false;
        }
        if (drawing.isPresent()) {
            place(press, zoom);
            return true;
        }
        return shape.isPresent() && grab(press, zoom, grips(zoom));
    }

    private void place(MouseEvent press, Zoom zoom) {
        Drawing now = drawing.orElseThrow();
        Point2D at = placed(press, zoom);
        if (now.outline() && (press.getClickCount() > 1 || closes(now, press, zoom))) {
            now.shape().ifPresent(this::drawn);
        } else {
            drawing(Optional.of(now.with(at)));
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

    private boolean grab(MouseEvent press, Zoom zoom, Grips grips) {
        Optional<Handle> handle = grips.handleAt(press.getX(), press.getY());
        boolean body = grips.bodyAt(press.getX(), press.getY());
        corner = handle.filter(held -> held.role() == Handle.Role.POINT)
                .map(held -> OptionalInt.of(held.index()))
                .orElse(OptionalInt.empty());
        if (handle.isEmpty() && !body) {
            return false;
        }
        Point2D at = zoom.toPicture(press.getX(), press.getY());
        double step = zoom.scale() < FINE_SCALE ? 1 : 0.1;
        gesture = Optional.of(new Gesture(shape.orElseThrow(), handle, at, step));
        return true;
    }

    @Override
    public void dragged(MouseEvent drag, Zoom zoom) {
        if (drawing.isPresent()) {
            drawing = drawing.map(now -> now.pointer(placed(drag, zoom)));
            drawing.filter(now -> !now.outline()).flatMap(Drawing::shape).ifPresent(listener::changing);
            return;
        }
        gesture.ifPresent(held -> {
            EditShape now = inSight(held.at(zoom.toPicture(drag.getX(), drag.getY()), drag.isShiftDown()));
            if (!shape.equals(Optional.of(now))) {
                become(Optional.of(now));
                listener.changing(now);
            }
        });
    }

    @Override
    public void released(MouseEvent release, Zoom zoom) {
        if (drawing.isPresent() && !drawing.get().outline()) {
            Optional<EditShape> done = drawing.get().shape();
            done.ifPresentOrElse(this::drawn, () -> drawing = drawing.map(now -> Drawing.of(now.kind())));
        }
        Optional<Gesture> ended = gesture;
        gesture = Optional.empty();
        if (ended.isPresent() && !shape.equals(Optional.of(ended.get().start()))) {
            listener.changed(shape.orElseThrow());
        }
    }

    @Override
    public boolean clicked(MouseEvent click, Zoom zoom) {
        if (!SwingUtilities.isLeftMouseButton(click) || panning) {
            return false;
        }
        if (drawing.isPresent()) {
            return true;
        }
        boolean own = shape.isPresent() && grips(zoom).bodyAt(click.getX(), click.getY());
        if (own && click.getClickCount() == 2 && splits(click, zoom)) {
            return true;
        }
        Optional<String> other = others(zoom, own).at(click.getX(), click.getY());
        other.ifPresent(listener::picked);
        return other.isPresent() || own;
    }

    private boolean splits(MouseEvent click, Zoom zoom) {
        boolean onLine = Grips.onLine(grips(zoom).path(), click.getX(), click.getY());
        boolean onHandle = grips(zoom).handleAt(click.getX(), click.getY()).isPresent();
        if (!onLine || onHandle || !editable() || !(shape.orElseThrow() instanceof Outline outline)) {
            return false;
        }
        Point2D at = placed(click, zoom);
        addCorner(outline, outline.edgeNear(at), at);
        return true;
    }

    /** Within the own shape only smaller ones are found, as those of tools that look at a part of it. */
    private OtherRegions others(Zoom zoom, boolean own) {
        double most = own ? OtherRegions.areaPx(Grips.inPane(shape.orElseThrow().path(), zoom)) : Double.MAX_VALUE;
        return new OtherRegions(pane.marks() ? pane.overlays() : List.of(), zoom, most);
    }

    private static Point2D placed(MouseEvent event, Zoom zoom) {
        Point2D at = zoom.toPicture(event.getX(), event.getY());
        double step = zoom.scale() < FINE_SCALE ? 1 : 0.1;
        return new Point2D.Double(Gesture.stepped(at.getX(), step), Gesture.stepped(at.getY(), step));
    }

    @Override
    public void moved(MouseEvent move, Zoom zoom) {
        if (drawing.filter(Drawing::outline).isPresent()) {
            drawing = drawing.map(now -> now.pointer(placed(move, zoom)));
            pane.repaint();
        }
    }

    @Override
    public Cursor cursor(MouseEvent at, Zoom zoom) {
        if (drawing.isPresent()) {
            return Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR);
        }
        boolean own = shape.isPresent() && grips(zoom).bodyAt(at.getX(), at.getY());
        if (shape.isPresent() && !locked && !panning) {
            Optional<Handle> handle = grips(zoom).handleAt(at.getX(), at.getY());
            if (handle.isPresent()) {
                return Grips.cursor(handle.get());
            }
            if (own) {
                return Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR);
            }
        }
        boolean other = others(zoom, own).at(at.getX(), at.getY()).isPresent();
        return Cursor.getPredefinedCursor(other ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR);
    }

    private Grips grips(Zoom zoom) {
        return new Grips(shape.orElseThrow(), zoom, pane.getSize());
    }

    @Override
    public void paintUnder(Graphics2D g, Zoom zoom) {
        RegionPainting painting = new RegionPainting(zoom, pane.getSize(), outside);
        shape.ifPresent(now -> painting.wash(g, now, drawing.isPresent()));
        drawing.flatMap(Drawing::shape).ifPresent(now -> painting.wash(g, now, false));
    }

    @Override
    public void paint(Graphics2D g, Zoom zoom) {
        RegionPainting painting = new RegionPainting(zoom, pane.getSize(), outside);
        shape.ifPresent(now -> {
            painting.rim(g, now, drawing.isPresent());
            if (!locked && drawing.isEmpty()) {
                painting.handles(g, grips(zoom), corner);
            }
            if (drawing.isEmpty()) {
                painting.say(g, now, gesture.isPresent() || beforeKeys.isPresent());
            }
        });
        drawing.ifPresent(now -> new RegionPainting(zoom, pane.getSize(), false).drawing(g, now));
    }

    private static final class Silent implements Listener {
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
