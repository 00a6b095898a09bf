package org.shutterline.look.edit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.swing.KeyStroke;

/** The keys of a region editor. */
final class RegionKeys {
    private static final double FINE_DEG = 0.1;
    private static final double COARSE_DEG = 1;

    private final RegionEditor editor;
    private final Map<KeyStroke, BooleanSupplier> actions = new HashMap<>();

    RegionKeys(RegionEditor editor) {
        this.editor = editor;
        arrow("LEFT", -1, 0);
        arrow("RIGHT", 1, 0);
        arrow("UP", 0, -1);
        arrow("DOWN", 0, 1);
        turn("LEFT", -1);
        turn("RIGHT", 1);
        on("ESCAPE", editor::back);
        on("ENTER", editor::finish);
        on("BACK_SPACE", editor::takeBackPlace);
        on("DELETE", editor::removeCorner);
        on("INSERT", editor::addCorner);
        on("PAGE_DOWN", () -> editor.chooseCorner(1));
        on("PAGE_UP", () -> editor.chooseCorner(-1));
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
        on(key, () -> editor.moveBy(x, y));
        on("shift " + key, () -> editor.moveBy(10 * x, 10 * y));
        on("ctrl " + key, () -> editor.growBy(x, y));
        on("ctrl shift " + key, () -> editor.growBy(10 * x, 10 * y));
    }

    private void turn(String key, int side) {
        on("alt " + key, () -> editor.turnBy(side * FINE_DEG));
        on("alt shift " + key, () -> editor.turnBy(side * COARSE_DEG));
    }
}
