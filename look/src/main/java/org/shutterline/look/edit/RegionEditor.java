package org.shutterline.look.edit;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.shutterline.look.PictureLayer;
import org.shutterline.look.PicturePane;
import org.shutterline.look.Type;
import org.shutterline.look.Words;
import org.shutterline.look.Zoom;

/**
 * Edits one region over a picture. Handles resize and turn, inside it moves; on empty ground, with the middle button or
 * with Space held, the picture moves. With the focus: arrows move by 1 px and with Shift by 10, Ctrl+arrows resize,
 * Alt+Left and Alt+Right turn by 0.1 degree, Esc takes back what is going on. A corner of an outline is chosen by a
 * click or Page up and down; then the arrows move it, Delete removes it, Insert or a double click on a line adds one.
 */
public final class RegionEditor implements PictureLayer {
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
    private final EditedRegion region;
    private final OutlineCorners corners;
    private final NewShape newShape;
    private final RegionKeys keys;
    private Optional<Gesture> gesture = Optional.empty();
    private boolean locked;
    private boolean panning;

    /** Takes its place over the picture of the pane. The marks shown there should leave out the region that is edited. */
    public RegionEditor(PicturePane pane) {
        this.pane = pane;
        this.region = new EditedRegion(pane);
        this.corners = new OutlineCorners(region);
        this.newShape = new NewShape(pane, region, this::drawn);
        this.keys = new RegionKeys(this, region, corners, newShape);
        pane.layer(Optional.of(this));
        pane.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent lost) {
                panning = false;
                settle();
            }
        });
        Words.follow(pane, region::describe);
    }

    public void listener(Listener told) {
        region.listener(told);
    }

    /** Shows a shape without telling the listener; left out while a person is dragging another state of it. */
    public void show(Optional<EditShape> shown) {
        if (region.isChanging() || region.shape().equals(shown)) {
            return;
        }
        corners.leaveUnlessLike(shown);
        region.show(shown);
    }

    public Optional<EditShape> shape() {
        return region.shape();
    }

    /** A locked shape is shown without handles and stays as it is. */
    public void lock(boolean shut) {
        locked = shut;
        cancel();
        pane.repaint();
    }

    /** Lets the next drag draw a new shape in place of the present one; a change that is under way ends there. */
    public void draw(EditShape.Kind kind) {
        gesture = Optional.empty();
        region.end();
        if (!locked) {
            newShape.begin(kind);
        }
    }

    /** The kind that can be drawn now. */
    public Optional<EditShape.Kind> drawing() {
        return newShape.kind();
    }

    private void drawn(EditShape shape) {
        corners.leave();
        region.become(shape);
    }

    /** Takes back what is going on: a drag, or the drawing of a new shape; false if there is nothing. */
    public boolean cancel() {
        gesture = Optional.empty();
        boolean changing = region.takeBack();
        return newShape.cancel() || changing;
    }

    /** Whether the shape reaches beyond the picture. */
    public boolean isOutside() {
        return region.isOutside();
    }

    // What keys do

    @Override
    public boolean key(KeyStroke stroke, Zoom zoom) {
        return keys.take(stroke);
    }

    /** Held while it is down; the picture moves then. */
    boolean pan(boolean held) {
        panning = held && region.shape().isPresent();
        return region.shape().isPresent();
    }

    boolean isEditable() {
        return region.shape().isPresent() && !locked && !newShape.isBegun() && gesture.isEmpty();
    }

    /** What a held key changed is done; false if there is nothing. A drag goes on until the button is up. */
    boolean settle() {
        return gesture.isEmpty() && region.end();
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
        if (newShape.isBegun()) {
            newShape.pressed(press, zoom);
            return true;
        }
        return region.shape().isPresent() && grab(press, zoom, grips(zoom));
    }

    private boolean grab(MouseEvent press, Zoom zoom, Grips grips) {
        Optional<Handle> handle = grips.handleAt(press.getX(), press.getY());
        boolean body = grips.bodyAt(press.getX(), press.getY());
        corners.choose(handle);
        if (handle.isEmpty() && !body) {
            return false;
        }
        region.begin();
        gesture = Optional.of(Gesture.begun(grips.shape(), handle, press, zoom));
        return true;
    }

    @Override
    public void dragged(MouseEvent drag, Zoom zoom) {
        if (newShape.isBegun()) {
            newShape.dragged(drag, zoom);
            return;
        }
        gesture.ifPresent(held -> region.change(held.at(zoom.toPicture(drag.getX(), drag.getY()), drag.isShiftDown())));
    }

    @Override
    public void released(MouseEvent release, Zoom zoom) {
        newShape.released();
        if (gesture.isPresent()) {
            gesture = Optional.empty();
            region.end();
        }
    }

    @Override
    public boolean clicked(MouseEvent click, Zoom zoom) {
        if (!SwingUtilities.isLeftMouseButton(click) || panning) {
            return false;
        }
        if (newShape.isBegun()) {
            return true;
        }
        boolean own = region.shape().isPresent() && grips(zoom).bodyAt(click.getX(), click.getY());
        if (own && click.getClickCount() == 2 && splits(click, zoom)) {
            return true;
        }
        Optional<String> other = others(zoom, own).at(click.getX(), click.getY());
        other.ifPresent(region.listener()::picked);
        return other.isPresent() || own;
    }

    private boolean splits(MouseEvent click, Zoom zoom) {
        Grips grips = grips(zoom);
        boolean onLine = Grips.onLine(grips.path(), click.getX(), click.getY());
        boolean onHandle = grips.handleAt(click.getX(), click.getY()).isPresent();
        return onLine && !onHandle && isEditable() && corners.addAt(Gesture.placed(click, zoom));
    }

    /** Within the own shape only smaller ones are found, as those of tools that look at a part of it. */
    private OtherRegions others(Zoom zoom, boolean own) {
        double most = own ? OtherRegions.areaPx(grips(zoom).path()) : Double.MAX_VALUE;
        return new OtherRegions(pane.marks() ? pane.overlays() : List.of(), zoom, most);
    }

    @Override
    public void moved(MouseEvent move, Zoom zoom) {
        newShape.moved(move, zoom);
    }

    @Override
    public Cursor cursor(MouseEvent at, Zoom zoom) {
        if (newShape.isBegun()) {
            return Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR);
        }
        boolean own = region.shape().isPresent() && grips(zoom).bodyAt(at.getX(), at.getY());
        if (region.shape().isPresent() && !locked && !panning) {
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
        return new Grips(region.shape().orElseThrow(), zoom, pane.getSize());
    }

    @Override
    public void paintUnder(Graphics2D g, Zoom zoom) {
        RegionPainting painting = new RegionPainting(zoom, pane.getSize(), region.isOutside());
        region.shape().ifPresent(now -> painting.wash(g, now, newShape.isBegun()));
        newShape.drawing().flatMap(Drawing::shape).ifPresent(now -> painting.wash(g, now, false));
    }

    @Override
    public List<Shape> kept(Zoom zoom) {
        return region.shape().isPresent() && !newShape.isBegun()
                ? new RegionPainting(zoom, pane.getSize(), region.isOutside())
                        .covered(grips(zoom), pane.getFontMetrics(Type.WIRE.font()))
                : List.of();
    }

    @Override
    public void paint(Graphics2D g, Zoom zoom) {
        RegionPainting painting = new RegionPainting(zoom, pane.getSize(), region.isOutside());
        region.shape().ifPresent(now -> {
            painting.rim(g, now, newShape.isBegun());
            if (!locked && !newShape.isBegun()) {
                painting.handles(g, grips(zoom), corners.chosen());
            }
            if (!newShape.isBegun()) {
                painting.say(g, now, region.isChanging());
            }
        });
        newShape.drawing().ifPresent(now -> new RegionPainting(zoom, pane.getSize(), false).drawing(g, now));
    }
}
