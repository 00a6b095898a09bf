package org.shutterline.look;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/** The mark of the program in the title bar and the task bar. */
public final class AppMark {
    private static final int BOX = 24;

    private AppMark() {}

    /** For {@link java.awt.Window#setIconImages}. */
    public static List<Image> images() {
        return Stream.of(16, 20, 24, 32, 48, 64, 128, 256)
                .<Image>map(AppMark::image)
                .toList();
    }

    private static BufferedImage image(int sizePx) {
        BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_ARGB);
        Graphics2D raw = image.createGraphics();
        Graphics2D g = Brush.of(raw);
        g.scale(sizePx / (double) BOX, sizePx / (double) BOX);
        Brush.fill(g, Palette.ACCENT_FILL.light(), 0, 0, BOX, BOX, 5);
        g.setColor(Palette.ON_ACCENT.light());
        g.setStroke(Brush.line(2.4));
        g.draw(Sketch.of("O 12 12 7 M 8.5 14.5 L 15.5 9.5"));
        g.dispose();
        raw.dispose();
        return image;
    }
}
