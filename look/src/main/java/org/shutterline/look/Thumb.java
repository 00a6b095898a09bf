package org.shutterline.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A small picture with round corners; dark until it has arrived. */
record Thumb(Optional<BufferedImage> picture) {
    private static final int CORNER_PX = 4;

    void paint(Graphics2D g, int x, int y, int widthPx, int heightPx) {
        Brush.fill(g, Palette.AROUND_PICTURE.colour(), x, y, widthPx, heightPx, CORNER_PX);
        picture.ifPresent(thumb -> {
            Graphics2D clipped = (Graphics2D) g.create();
            clipped.clipRect(x, y, widthPx, heightPx);
            clipped.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            filling(clipped, thumb, x, y, widthPx, heightPx);
            clipped.dispose();
        });
        Brush.corners(g, Palette.SURFACE.colour(), x, y, widthPx, heightPx, CORNER_PX);
    }

    /** Fills the frame; what is too high or too wide is cut evenly, so that all frames look alike. */
    private static void filling(Graphics2D g, BufferedImage thumb, int x, int y, int widthPx, int heightPx) {
        Zoom fit = Zoom.fit(widthPx, heightPx, thumb.getWidth(), thumb.getHeight());
        double cover = Math.max((double) widthPx / thumb.getWidth(), (double) heightPx / thumb.getHeight());
        double scale = cover / fit.scale() < 1.15 ? cover : fit.scale();
        double left = x + (widthPx - thumb.getWidth() * scale) / 2;
        double top = y + (heightPx - thumb.getHeight() * scale) / 2;
        new Pyramid(thumb).paint(g, new Zoom(scale, left, top), g.getTransform().getScaleX());
    }
}
