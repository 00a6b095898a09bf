package org.shutterline.look;

import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.KeyStroke;

/**
 * Something drawn over a picture that may be dragged there, such as the handles of a region. Places are given in px of
 * the pane; {@link Zoom} turns them into places of the picture.
 */
public interface PictureLayer {
    /** Draws over picture and marks; stroke widths are px of the pane. */
    void paint(Graphics2D g, Zoom zoom);

    /** Draws over the picture and under the marks, as a wash that must not cover their words. */
    default void paintUnder(Graphics2D g, Zoom zoom) {}

    /** Where no label of the marks may stand, because what is painted there would lie over it. */
    default List<Shape> kept(Zoom zoom) {
        return List.of();
    }

    /** A button went down; true keeps the pane from moving the picture until it is up again. */
    default boolean pressed(MouseEvent press, Zoom zoom) {
        return false;
    }

    /** The pointer moved while the layer has the button. */
    default void dragged(MouseEvent drag, Zoom zoom) {}

    /** The button went up. */
    default void released(MouseEvent release, Zoom zoom) {}

    /** A button went down and up at one place; true keeps the pane from fitting the picture after a double click. */
    default boolean clicked(MouseEvent click, Zoom zoom) {
        return false;
    }

    /** A key went down or up while the pane has the focus; true keeps it from the pane's own keys. */
    default boolean key(KeyStroke stroke, Zoom zoom) {
        return false;
    }

    /** The pointer moved with no button down. */
    default void moved(MouseEvent move, Zoom zoom) {}

    /** The pointer's form at a place. */
    default Cursor cursor(MouseEvent at, Zoom zoom) {
        return Cursor.getDefaultCursor();
    }
}
