package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.KeyStroke;
import org.shutterline.protocol.message.Overlay;

/**
 * A picture with its marks: the wheel zooms at the pointer, dragging moves, a double click fits. With the focus,
 * Ctrl+0 fits, Ctrl+1 shows it 1:1, Ctrl+plus and minus zoom, F9 shows or hides the marks, and Shift with an arrow moves.
 */
public final class PicturePane extends Painted {
    private static final int LINE_PX = 24;

    private Optional<Pyramid> picture = Optional.empty();
    private List<Overlay> overlays = List.of();
    private Optional<PictureLayer> layer = Optional.empty();
    private Optional<String> old = Optional.empty();
    private Optional<String> live = Optional.empty();
    private Optional<String> emptyWords = Optional.empty();
    private boolean marks = true;
    private boolean fitted = true;
    private Zoom zoom = new Zoom(1, 0, 0);
    private Consumer<Optional<PixelReadout>> readout = pixel -> {};
    private Runnable viewListener = () -> {};

    public PicturePane() {
        setFocusable(true);
        PictureHands hands = new PictureHands(this);
        hands.takeHold();
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent gained) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent lost) {
                repaint();
            }
        });
        Words.follow(this, this::describe);
    }

    /** Shows a picture; the view stays where it is if the new one is as large as the one before. */
    public void show(BufferedImage shown, List<Overlay> drawn) {
        boolean sameSize = picture.map(Pyramid::picture)
                .filter(before -> before.getWidth() == shown.getWidth() && before.getHeight() == shown.getHeight())
                .isPresent();
        if (picture.isEmpty() || picture.get().picture() != shown) {
            picture = Optional.of(new Pyramid(shown));
        }
        overlays = List.copyOf(drawn);
        fitted |= !sameSize;
        settle();
    }

    /** No picture, and in its place the words why. */
    public void showNone(String why) {
        picture = Optional.empty();
        overlays = List.of();
        emptyWords = Optional.of(why);
        fitted = true;
        settle();
    }

    public Optional<BufferedImage> picture() {
        return picture.map(Pyramid::picture);
    }

    /** Marks the picture as old with the given words, such as its time and age; empty for a present one. */
    public void old(Optional<String> words) {
        old = words;
        describe();
    }

    private void describe() {
        changed(old.map(words -> LookWords.text("picture.old") + " " + words)
                .orElseGet(() -> LookWords.text("picture.name")));
    }

    /** A LIVE chip with the given words beside it; empty for none. */
    public void live(Optional<String> words) {
        live = words;
        repaint();
    }

    /** Draws over the picture, and may take the mouse. */
    public void layer(Optional<PictureLayer> drawn) {
        layer = drawn;
        repaint();
    }

    Optional<PictureLayer> layer() {
        return layer;
    }

    /** The marks of the picture, in the order of the job. */
    public List<Overlay> overlays() {
        return overlays;
    }

    @Override
    protected boolean processKeyBinding(KeyStroke stroke, KeyEvent key, int condition, boolean pressed) {
        boolean taken = condition == WHEN_FOCUSED
                && picture.isPresent()
                && layer.filter(drawn -> drawn.key(stroke, zoom)).isPresent();
        if (taken) {
            repaint();
        }
        return taken || super.processKeyBinding(stroke, key, condition, pressed);
    }

    public boolean marks() {
        return marks;
    }

    public void marks(boolean shown) {
        marks = shown;
        viewListener.run();
        repaint();
    }

    /** The whole picture, also after the pane changed its size. */
    public void fit() {
        fitted = true;
        settle();
    }

    public boolean fitted() {
        return fitted;
    }

    /** One px of the picture for one px of the screen. */
    public void oneToOne() {
        scaleTo(1 / deviceScale(), getWidth() / 2.0, getHeight() / 2.0);
    }

    public void zoomBy(double factor) {
        zoomBy(factor, getWidth() / 2.0, getHeight() / 2.0);
    }

    /** Zooms; what is under the given place of the pane stays there. */
    void zoomBy(double factor, double x, double y) {
        scaleTo(zoom.scale() * factor, x, y);
    }

    void moveBy(double dx, double dy) {
        if (picture.isPresent()) {
            fitted = false;
            zoom = kept(zoom.movedBy(dx, dy));
            viewChanged();
        }
    }

    private void scaleTo(double scale, double x, double y) {
        if (picture.isPresent()) {
            fitted = false;
            zoom = kept(zoom.scaledTo(scale, x, y));
            viewChanged();
        }
    }

    public Zoom zoom() {
        return zoom;
    }

    /** Px of the screen for 100 px of the picture. */
    public int percent() {
        return (int) Math.round(100 * zoom.scale() * deviceScale());
    }

    /** Told the pixel under the pointer; empty when it leaves the picture. */
    public void onReadout(Consumer<Optional<PixelReadout>> told) {
        readout = told;
    }

    /** Told when zoom or marks changed. */
    public void onView(Runnable told) {
        viewListener = told;
    }

    void pointAt(double x, double y) {
        readout.accept(picture.flatMap(shown -> {
            var at = zoom.toPicture(x, y);
            return PixelReadout.of(shown.picture(), at.getX(), at.getY());
        }));
    }

    void pointAway() {
        readout.accept(Optional.empty());
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean resized = width != getWidth() || height != getHeight();
        super.setBounds(x, y, width, height);
        if (resized) {
            settle();
        }
    }

    private void settle() {
        picture.map(Pyramid::picture).ifPresent(shown -> {
            if (fitted && getWidth() > 0) {
                zoom = Zoom.fit(getWidth(), getHeight(), shown.getWidth(), shown.getHeight());
            } else {
                zoom = kept(zoom);
            }
        });
        viewChanged();
    }

    private Zoom kept(Zoom moved) {
        BufferedImage shown = picture.orElseThrow().picture();
        return moved.kept(getWidth(), getHeight(), shown.getWidth(), shown.getHeight());
    }

    private void viewChanged() {
        viewListener.run();
        repaint();
    }

    private double deviceScale() {
        return getGraphicsConfiguration() == null
                ? 1
                : getGraphicsConfiguration().getDefaultTransform().getScaleX();
    }

    @Override
    public Dimension getPreferredSize() {
        return isPreferredSizeSet() ? super.getPreferredSize() : new Dimension(640, 400);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        g.setColor(Palette.AROUND_PICTURE.colour());
        g.fillRect(0, 0, widthPx, heightPx);
        picture.ifPresentOrElse(shown -> picture(g, shown, widthPx, heightPx), () -> empty(g, widthPx, heightPx));
        double right = 8;
        if (old.isPresent()) {
            right = PictureTag.old(g, old.get());
        }
        if (live.isPresent()) {
            PictureTag.live(g, live.get(), right, widthPx - 8.0);
        }
        if (isFocusOwner()) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, 0, 0, widthPx, heightPx, 2);
        }
    }

    private void picture(Graphics2D g, Pyramid shown, int widthPx, int heightPx) {
        Shape clip = g.getClip();
        g.clipRect(0, 0, widthPx, heightPx);
        shown.paint(g, zoom, g.getTransform().getScaleX());
        if (old.isPresent()) {
            PictureTag.hatch(g, widthPx, heightPx);
        }
        layer.ifPresent(drawn -> drawn.paintUnder(g, zoom));
        if (marks) {
            Rectangle2D room = new Rectangle2D.Double(4, 4, widthPx - 8.0, heightPx - 8.0);
            List<Shape> kept =
                    new ArrayList<>(layer.map(drawn -> drawn.kept(zoom)).orElse(List.of()));
            kept.add(PictureTag.room(g, old, live));
            new Marks(overlays, old.isPresent()).paint(g, zoom, room, kept);
        }
        layer.ifPresent(drawn -> drawn.paint(g, zoom));
        g.setClip(clip);
    }

    private void empty(Graphics2D g, int widthPx, int heightPx) {
        Font font = Type.STATION.font();
        String words = emptyWords.orElseGet(() -> LookWords.text("picture.empty"));
        List<String> lines = Brush.lines(g.getFontMetrics(font), words, widthPx - 32);
        double top = (heightPx - LINE_PX * lines.size()) / 2.0;
        for (int i = 0; i < lines.size(); i++) {
            double x = (widthPx - g.getFontMetrics(font).stringWidth(lines.get(i))) / 2.0;
            double baseline = Brush.baseline(font, top + LINE_PX * i, LINE_PX);
            Brush.write(g, lines.get(i), font, Palette.OFFLINE_ON_PICTURE.colour(), x, baseline);
        }
    }
}
