package org.shutterline.look;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.UIManager;

/** Line icons, drawn in a box of 24 with a round line of 1.9; sharp at every size and in the colour of the text. */
public enum Icons {
    CONNECT("M 9 3 V 7 M 15 3 V 7 M 6 7 H 18 V 11 C 18 14.3 15.3 17 12 17 C 8.7 17 6 14.3 6 11 Z M 12 17 V 21"),
    DISCONNECT("M 9 3 V 6 M 15 3 V 7 M 11 7 H 18 V 11 C 18 12.4 17.5 13.7 16.7 14.7"
            + " M 14.5 16.5 C 10.5 18 6 15 6 11 V 8 M 12 17 V 21 M 3 3 L 21 21"),
    CAMERA("M 3 9 C 3 7.9 3.9 7 5 7 H 7.5 L 9 4.5 H 15 L 16.5 7 H 19 C 20.1 7 21 7.9 21 9 V 17"
            + " C 21 18.1 20.1 19 19 19 H 5 C 3.9 19 3 18.1 3 17 Z O 12 13 3.5"),
    LIVE("O 12 12 1.8 M 8.5 15.5 C 6.5 13.5 6.5 10.5 8.5 8.5 M 15.5 8.5 C 17.5 10.5 17.5 13.5 15.5 15.5"
            + " M 5.6 18.4 C 2 14.8 2 9.2 5.6 5.6 M 18.4 5.6 C 22 9.2 22 14.8 18.4 18.4"),
    EXPORT("M 12 15 V 4 M 7.5 8 L 12 3.5 L 16.5 8 M 4 14 V 18 C 4 19.1 4.9 20 6 20 H 18 C 19.1 20 20 19.1 20 18 V 14"),
    SAVE(
            "M 12 3.5 V 15 M 7.5 11 L 12 15.5 L 16.5 11 M 4 14 V 18 C 4 19.1 4.9 20 6 20 H 18 C 19.1 20 20 19.1 20 18 V 14"),
    MARKS("M 12 3.5 L 21 8 L 12 12.5 L 3 8 Z M 3 12 L 12 16.5 L 21 12 M 3 16 L 12 20.5 L 21 16"),
    MARKS_OFF(
            "M 12 3.5 L 21 8 L 12 12.5 L 3 8 Z M 3 12 L 12 16.5 L 21 12 M 3 16 L 12 20.5 L 21 16 M 3.5 3 L 20.5 21.5"),
    FIT("M 4 9 V 5 C 4 4.4 4.4 4 5 4 H 9 M 15 4 H 19 C 19.6 4 20 4.4 20 5 V 9"
            + " M 20 15 V 19 C 20 19.6 19.6 20 19 20 H 15 M 9 20 H 5 C 4.4 20 4 19.6 4 19 V 15"),
    BARCODE("M 3 8 V 5 H 6 M 18 5 H 21 V 8 M 21 16 V 19 H 18 M 6 19 H 3 V 16"
            + " M 7 9 V 15 M 10.3 9 V 15 M 13.7 9 V 15 M 17 9 V 15"),
    CODE("R 4 4 6 6 1 R 14 4 6 6 1 R 4 14 6 6 1 M 14 14 V 17 H 17 M 20 14 V 14.1 M 20 17.5 V 20 H 17 M 14 20 V 20.1"),
    REPEAT("M 17 2.5 L 20.5 6 L 17 9.5 M 20.5 6 H 7 C 5 6 3.5 7.5 3.5 9.5 V 11"
            + " M 7 21.5 L 3.5 18 L 7 14.5 M 3.5 18 H 17 C 19 18 20.5 16.5 20.5 14.5 V 13"),
    RESET("A 12 12 8 -20 -295 M 17.6 6.3 L 20 8.7 M 20 4 V 8.7 H 15.3"),
    SEARCH("O 10.5 10.5 6.5 M 15.5 15.5 L 20.5 20.5"),
    PAUSE("M 8.5 5 V 19 M 15.5 5 V 19"),
    PLAY("M 7 4.5 L 19 12 L 7 19.5 Z"),
    STOP("R 6 6 12 12 2"),
    PLUS("M 12 4.5 V 19.5 M 4.5 12 H 19.5"),
    MINUS("M 4.5 12 H 19.5"),
    CLOSE("M 6 6 L 18 18 M 18 6 L 6 18"),
    CHECK("M 4.5 12.5 L 9.5 17.5 L 19.5 6.5"),
    MOON("A 12 12 8.5 90 270 C 18 14.5 13.8 14 11.4 11.4 C 9.2 9 9.6 5.6 12 3.5"),
    SUN("O 12 12 4 M 12 2.5 V 4.5 M 12 19.5 V 21.5 M 2.5 12 H 4.5 M 19.5 12 H 21.5"
            + " M 5.3 5.3 L 6.7 6.7 M 17.3 17.3 L 18.7 18.7 M 5.3 18.7 L 6.7 17.3 M 17.3 6.7 L 18.7 5.3"),
    SLIDERS("M 3.5 7 H 13.5 M 18.5 7 H 20.5 O 16 7 2.5 M 3.5 17 H 5.5 M 10.5 17 H 20.5 O 8 17 2.5"),
    MONITOR("R 3 4 18 12 2 M 12 16 V 20 M 8 20 H 16"),
    LIST("M 9 6 H 20.5 M 9 12 H 20.5 M 9 18 H 20.5 O 4.3 6 0.25 O 4.3 12 0.25 O 4.3 18 0.25"),
    SHARE("O 6 12 2.7 O 17.5 5.5 2.7 O 17.5 18.5 2.7 M 8.4 10.7 L 15.1 6.9 M 8.4 13.3 L 15.1 17.1"),
    HISTORY("A 12 12 8.5 157 -320 M 3.5 4.5 V 9 H 8 M 12 7.5 V 12 L 15 14"),
    CHART("M 4 4 V 20 H 20.5 M 8.5 16 V 12.5 M 13 16 V 8 M 17.5 16 V 10.5"),
    DOCUMENT("M 14 3 H 7 C 5.9 3 5 3.9 5 5 V 19 C 5 20.1 5.9 21 7 21 H 17 C 18.1 21 19 20.1 19 19 V 8 Z"
            + " M 14 3 V 8 H 19 M 8.5 13 H 15.5 M 8.5 17 H 15.5"),
    USER("O 12 8 4 M 4.5 20.5 C 4.5 16.5 8 14.5 12 14.5 C 16 14.5 19.5 16.5 19.5 20.5"),
    ARROW_LEFT("M 20 12 H 4 M 10 6 L 4 12 L 10 18"),
    ARROW_RIGHT("M 4 12 H 20 M 14 6 L 20 12 L 14 18"),
    CHEVRON_DOWN("M 6 9.5 L 12 15.5 L 18 9.5"),
    CHEVRON_UP("M 6 14.5 L 12 8.5 L 18 14.5"),
    UNDO("M 8.5 4.5 L 4 9 L 8.5 13.5 M 4 9 H 14.5 C 17.5 9 20 11.5 20 14.5 C 20 17.5 17.5 20 14.5 20 H 10"),
    REDO("M 15.5 4.5 L 20 9 L 15.5 13.5 M 20 9 H 9.5 C 6.5 9 4 11.5 4 14.5 C 4 17.5 6.5 20 9.5 20 H 14"),
    CLOCK("O 12 12 8.5 M 12 7.5 V 12 L 15 14"),
    MORE("O 5 12 0.5 O 12 12 0.5 O 19 12 0.5"),
    DOCTOR("M 6 3.5 H 4.5 V 8 C 4.5 11 6.5 13 9 13 C 11.5 13 13.5 11 13.5 8 V 3.5 H 12"
            + " M 9 13 V 16 C 9 18.5 11 20.5 13.5 20.5 C 16 20.5 18 18.5 18 16 V 13.5 O 18 11 2.3"),
    TRASH("M 4 6.5 H 20 M 9 6.5 V 4 H 15 V 6.5 M 6 6.5 L 7 20 H 17 L 18 6.5 M 10 10.5 V 16 M 14 10.5 V 16"),
    COPY(
            "R 8.5 8.5 12 12 2 M 15.5 5.5 V 5 C 15.5 4 14.9 3.5 14 3.5 H 5 C 4 3.5 3.5 4 3.5 5 V 14 C 3.5 15 4 15.5 5 15.5"),
    PENCIL("M 4 20 L 5 15.5 L 16.5 4 L 20 7.5 L 8.5 19 Z M 14 6.5 L 17.5 10"),
    FOLDER("M 3 6.5 C 3 5.7 3.7 5 4.5 5 H 9 L 11.5 8 H 19.5 C 20.3 8 21 8.7 21 9.5 V 17.5 C 21 18.3 20.3 19 19.5 19"
            + " H 4.5 C 3.7 19 3 18.3 3 17.5 Z"),
    LOCK("R 5 10.5 14 10 2 M 8 10.5 V 8 C 8 5.5 9.8 4 12 4 C 14.2 4 16 5.5 16 8 V 10.5"),
    KEYBOARD("R 2.5 6 19 12 2 M 6.5 10 H 6.7 M 10.1 10 H 10.3 M 13.7 10 H 13.9 M 17.3 10 H 17.5 M 8 14.3 H 16"),
    FULL_SCREEN("M 14.5 4 H 20 V 9.5 M 20 4 L 14 10 M 9.5 20 H 4 V 14.5 M 4 20 L 10 14"),
    LOCATE("R 8 8 8 8 1 M 12 3 V 8 M 12 16 V 21 M 3 12 H 8 M 16 12 H 21"),
    CIRCLE("O 12 12 6 M 12 2.5 V 6 M 12 18 V 21.5 M 2.5 12 H 6 M 18 12 H 21.5"),
    DISTANCE("M 4 4.5 V 19.5 M 20 4.5 V 19.5 M 7.5 12 H 16.5 M 10 9 L 7 12 L 10 15 M 14 9 L 17 12 L 14 15"),
    RULER("R 2.5 8 19 8 1.5 M 7 8 V 11 M 11 8 V 12 M 15 8 V 11 M 19 8 V 10"),
    BRIGHTNESS("O 12 12 8.5 A 12 12 5 90 -180 Z"),
    COUNT("O 7 7 2.8 O 17 7 2.8 O 7 17 2.8 O 17 17 2.8"),
    /** Tools: text. */
    TEXT("M 5 8 V 5 H 19 V 8 M 12 5 V 19 M 9 19 H 15"),
    COLOUR("M 12 3 C 8 8 5.5 11 5.5 14.5 C 5.5 18.3 8.4 21 12 21 C 15.6 21 18.5 18.3 18.5 14.5 C 18.5 11 16 8 12 3 Z"
            + " M 9 15 C 9.2 16.7 10.3 17.7 12 17.9"),
    BLOBS("O 8 8.5 4.5 O 17.5 6 2.2 O 16 16 4.3 O 6 18.2 2"),
    /** Tools: compare with a good part. */
    GOLDEN("M 12 3.5 L 14.6 9 L 20.5 9.7 L 16.1 13.8 L 17.3 19.7 L 12 16.8 L 6.7 19.7 L 7.9 13.8 L 3.5 9.7 L 9.4 9 Z"),
    /** Tools: whether the picture is sharp and bright enough. */
    QUALITY("A 12 14 8.5 -25 230 M 12 14 L 15.8 9.2 M 12 13.9 V 14.1"),
    CALIBRATION("R 3.5 3.5 17 17 1.5 M 9.2 3.5 V 20.5 M 14.8 3.5 V 20.5 M 3.5 9.2 H 20.5 M 3.5 14.8 H 20.5"),
    /** Tools: a learned model. */
    MODEL("O 5 6 2 O 5 18 2 O 12 12 2 O 19 6 2 O 19 18 2"
            + " M 6.6 7.2 L 10.4 10.8 M 6.6 16.8 L 10.4 13.2 M 13.6 10.8 L 17.4 7.2 M 13.6 13.2 L 17.4 16.8"),
    /** Tools: a program of its own. */
    EXTERNAL("M 13 4 H 20 V 11 M 20 4 L 11 13 M 17 14 V 18.5 C 17 19.3 16.3 20 15.5 20"
            + " H 5.5 C 4.7 20 4 19.3 4 18.5 V 8.5 C 4 7.7 4.7 7 5.5 7 H 10"),
    LOGIC("M 3.5 8.5 H 8 M 3.5 15.5 H 8 M 8 4.5 H 12 C 16 4.5 18.5 7.8 18.5 12 C 18.5 16.2 16 19.5 12 19.5 H 8 Z"
            + " M 18.5 12 H 21"),
    /** Any other tool. */
    TOOL("M 12 3 L 19.8 7.5 V 16.5 L 12 21 L 4.2 16.5 V 7.5 Z O 12 12 3.2"),
    /** Shapes of a region. */
    SHAPE_BOX("R 3.5 6 17 12 1"),
    SHAPE_DISC("O 12 12 8.5"),
    SHAPE_RING("O 12 12 8.5 O 12 12 4"),
    SHAPE_OUTLINE("M 4 9.5 L 12.5 4 L 20.5 10.5 L 16.5 20 L 6.5 18.5 Z"),
    SWAP("M 4 8 H 19.5 M 16 4.5 L 19.5 8 L 16 11.5 M 20 16 H 4.5 M 8 12.5 L 4.5 16 L 8 19.5"),
    TERMINAL("R 3 4 18 16 2 M 7 9 L 10 12 L 7 15 M 12.5 15 H 17"),
    GLOBE("O 12 12 8.5 M 3.5 12 H 20.5 M 12 3.5 C 7.5 8 7.5 16 12 20.5 M 12 3.5 C 16.5 8 16.5 16 12 20.5"),
    HELP("O 12 12 8.5 M 9.5 9.5 C 9.5 6.3 14.5 6.3 14.5 9.5 C 14.5 11.5 12 11.5 12 13.6 M 12 16.8 V 17"),
    INFO("O 12 12 8.5 M 12 11.5 V 16.5 M 12 7.7 V 7.9"),
    WARNING("M 12 3.5 L 21.5 20 H 2.5 Z M 12 9.5 V 14 M 12 16.9 V 17"),
    EYE("M 2.5 12 C 6 6 18 6 21.5 12 C 18 18 6 18 2.5 12 Z O 12 12 2.8"),
    POWER("M 12 3.5 V 12 M 7.5 6.2 C 2.5 9.5 3.5 19.5 12 19.5 C 20.5 19.5 21.5 9.5 16.5 6.2"),
    TRIGGER("M 13 2.5 L 5 13.5 H 11.5 L 10.5 21.5 L 19 10 H 12.5 Z");

    private static final double BOX = 24;
    private static final double LINE = 1.9;

    private final String drawing;

    Icons(String drawing) {
        this.drawing = drawing;
    }

    /** In the text colour of the part it stands on. */
    public Icon icon(int sizePx) {
        return new Drawn(Sketch.of(drawing), sizePx, Optional.empty());
    }

    public Icon icon(int sizePx, Color colour) {
        return new Drawn(Sketch.of(drawing), sizePx, Optional.of(colour));
    }

    private record Drawn(Path2D path, int sizePx, Optional<Color> colour) implements Icon {
        @Override
        public void paintIcon(Component c, Graphics graphics, int x, int y) {
            Graphics2D g = Brush.of(graphics);
            g.translate(x, y);
            g.scale(sizePx / BOX, sizePx / BOX);
            g.setColor(colour.orElseGet(() -> textColour(c)));
            g.setStroke(Brush.line(LINE));
            g.draw(path);
            g.dispose();
        }

        private static Color textColour(Component c) {
            return c.isEnabled() ? c.getForeground() : UIManager.getColor("Label.disabledForeground");
        }

        @Override
        public int getIconWidth() {
            return sizePx;
        }

        @Override
        public int getIconHeight() {
            return sizePx;
        }
    }
}
