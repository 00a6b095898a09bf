package org.shutterline.look.edit;

import java.awt.geom.Point2D;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.swing.KeyStroke;

/** The keys of a region editor. */
final class RegionKeys {
    private static final double FINE_DEG = 0.1;
    private static final double COARSE_DEG = 1;

    private final RegionEditor editor;
    private final EditedRegion region;
    private final OutlineCorners corners;
    private final Map<KeyStroke, BooleanSupplier> actions = new HashMap<>();

    RegionKeys(RegionEditor editor, EditedRegion region, OutlineCorners corners, NewShape newShape) {
        this.editor = editor;
        this.region = region;
        this.corners = corners;
        arrow("LEFT", -1, 0);
        arrow("RIGHT", 1, 0);
        arrow("UP", 0, -1);
        arrow("DOWN", 0, 1);
        turn("LEFT", -1);
        turn("RIGHT", 1);
        on("ESCAPE", () -> editor.cancel() || corners.leave());
        on("ENTER", newShape::finish);
        on("BACK_SPACE", newShape::takeBackPlace);
        on("DELETE", () -> editor.isEditable() && corners.remove());
        on("INSERT", () -> editor.isEditable() && corners.add());
        on("PAGE_DOWN", () -> editor.isEditable() && corners.chooseNext(1));
        on("PAGE_UP", () -> editor.isEditable() && corners.chooseNext(-1));
        on("SPACE", () -> editor.pan(true));
        on("released SPACE", () -> editor.pan(false));
    }

    /** Does what the key stands for; false if it stands for nothing now. */
    boolean take(KeyStroke stroke) {
        if (stroke.isOnKeyRelease() && editor.settle()) {
            return true;
        }
        return actions.getOrDefault(stroke, () -> false).getAsBoolean();
    }

    private void on(String stroke, BooleanSupplier action) {
        actions.put(KeyStroke.getKeyStroke(stroke), action);
    }

    private void arrow(String key, int x, int y) {
        on(key, () -> change(shape -> moved(shape, x, y)));
        on("shift " + key, () -> change(shape -> moved(shape, 10 * x, 10 * y)));
        on("ctrl " + key, () -> change(shape -> shape.grownBy(x, y)));
        on("ctrl shift " + key, () -> change(shape -> shape.grownBy(10 * x, 10 * y)));
    }

    private void turn(String key, int side) {
        on("alt " + key, () -> turn(side * FINE_DEG));
        on("alt shift " + key, () -> turn(side * COARSE_DEG));
    }

    /** The chosen corner, or all of it. */
    private EditShape moved(EditShape shape, int dx, int dy) {
        return corners.handle()
                .map(handle -> shape.dragged(handle, new Point2D.Double(handle.x() + dx, handle.y() + dy)))
                .orElseGet(() -> shape.movedBy(dx, dy));
    }

    /** What cannot be seen to turn leaves the key to others. */
    private boolean turn(double deg) {
        return region.shape()
                        .filter(shape -> !shape.turnedBy(deg).equals(shape))
                        .isPresent()
                && change(shape -> shape.turnedBy(deg));
    }

    /** As long as the key is held these are one change. */
    private boolean change(UnaryOperator<EditShape> how) {
        if (!editor.isEditable()) {
            return false;
        }
        region.begin();
        region.change(how.apply(region.shape().orElseThrow()));
        return true;
    }
}
