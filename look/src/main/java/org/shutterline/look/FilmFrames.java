package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import org.shutterline.protocol.message.Verdict;

/** The frames of the film: as many whole thumbs as fit, each with its verdict, number and time. */
final class FilmFrames extends Painted {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int LEAST_FRAME_PX = 108;
    private static final int LEAST_FRAME_COMPACT_PX = 100;
    private static final int HEIGHT_PX = 70;
    private static final int HEIGHT_COMPACT_PX = 58;
    private static final int GAP_PX = 12;
    private static final int EDGE_PX = 3;
    private static final int WORDS_PX = 20;
    private static final int SHAPE_PX = 14;

    /** A way along the film. */
    enum Step {
        NEWER("LEFT"),
        OLDER("RIGHT"),
        NEWEST("HOME"),
        NG_NEWER("ctrl LEFT"),
        NG_OLDER("ctrl RIGHT");

        private final String key;

        Step(String key) {
            this.key = key;
        }
    }

    private FilmRoll roll = FilmRoll.empty();
    private boolean compact;
    private int first;
    private long before;

    FilmFrames(LongConsumer chosen, Consumer<Step> stepped) {
        setFocusable(true);
        setToolTipText("");
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent press) {
                requestFocusInWindow();
                at(press).ifPresent(entry -> chosen.accept(entry.id()));
            }

            @Override
            public void mouseWheelMoved(MouseWheelEvent wheel) {
                first = Math.max(0, Math.min(roll.inView().size() - count(), first + wheel.getWheelRotation()));
                repaint();
            }
        };
        addMouseListener(mouse);
        addMouseWheelListener(mouse);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent gained) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent lost) {
                repaint();
            }
        });
        for (Step step : Step.values()) {
            key(step, stepped);
        }
    }

    private void key(Step step, Consumer<Step> stepped) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(step.key), step);
        getActionMap().put(step, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                stepped.accept(step);
            }
        });
    }

    void show(FilmRoll shown) {
        roll = shown;
        first = roll.firstShown(roll.chosen().isPresent() ? first + arrived(shown) : 0, count());
        changed(spoken());
    }

    /** How many frames came in front, so that the view of an older one stays where it is. */
    private int arrived(FilmRoll shown) {
        int index = FilmRoll.indexOf(shown.inView(), OptionalLong.of(before));
        before = shown.inView().isEmpty() ? 0 : shown.inView().get(0).id();
        return Math.max(0, index);
    }

    void compact(boolean small) {
        compact = small;
        revalidate();
        repaint();
    }

    private String spoken() {
        int index = FilmRoll.indexOf(roll.entries(), roll.framed());
        return index < 0 ? LookWords.text("film.empty") : spoken(roll.entries().get(index));
    }

    private static String spoken(FilmEntry entry) {
        String number = LookWords.text("film.id", Long.toString(entry.id()));
        return LookWords.text("film.spoken", number, State.of(entry.verdict()).word(), TIME.format(entry.time()));
    }

    @Override
    public String getToolTipText(MouseEvent at) {
        return at(at).map(entry -> spoken(entry)
                        + entry.part()
                                .map(part -> ", " + LookWords.text("film.part", part))
                                .orElse(""))
                .orElse(null);
    }

    private Optional<FilmEntry> at(MouseEvent event) {
        int index = first + (int) (event.getX() / pitch());
        List<FilmEntry> shown = roll.inView();
        boolean hit = event.getX() >= 0 && event.getX() < count() * pitch() && index < shown.size();
        return hit ? Optional.of(shown.get(index)) : Optional.empty();
    }

    private int count() {
        return Math.max(1, (getWidth() + GAP_PX) / (leastFramePx() + GAP_PX));
    }

    private int leastFramePx() {
        return compact ? LEAST_FRAME_COMPACT_PX : LEAST_FRAME_PX;
    }

    private int thumbPx() {
        return compact ? HEIGHT_COMPACT_PX : HEIGHT_PX;
    }

    /** Whole frames only, spread over the width. */
    private double pitch() {
        return (getWidth() + GAP_PX) / (double) count();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(600, thumbPx() + 2 * EDGE_PX + WORDS_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(leastFramePx(), thumbPx() + 2 * EDGE_PX + WORDS_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        List<FilmEntry> shown = roll.inView();
        if (shown.isEmpty()) {
            empty(g, widthPx, heightPx);
        }
        first = Math.max(0, Math.min(first, shown.size() - count()));
        for (int i = 0; i < count() && first + i < shown.size(); i++) {
            frame(g, shown.get(first + i), (int) Math.round(i * pitch()), (int) Math.round(pitch() - GAP_PX));
        }
    }

    private void empty(Graphics2D g, int widthPx, int heightPx) {
        int all = roll.entries().size();
        String words = all > 0 ? LookWords.text("film.noNg", Integer.toString(all)) : LookWords.text("film.empty");
        Font font = Type.BODY.font();
        String text = Brush.fit(g.getFontMetrics(font), words, widthPx);
        Brush.write(g, text, font, Palette.TEXT_SECOND.colour(), 0, Brush.baseline(font, 0, heightPx));
        if (isFocusOwner()) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, 0, 0, widthPx, heightPx, 4);
        }
    }

    private void frame(Graphics2D g, FilmEntry entry, int x, int widthPx) {
        boolean framed = roll.framed().isPresent() && roll.framed().getAsLong() == entry.id();
        int height = thumbPx() + 2 * EDGE_PX;
        int innerWidth = widthPx - 2 * EDGE_PX;
        thumb(g, entry, x + EDGE_PX, EDGE_PX, innerWidth);
        if (entry.verdict() != Verdict.OK) {
            Color edge = State.of(entry.verdict()).fill();
            Brush.frame(g, edge, 2, x + EDGE_PX, EDGE_PX, innerWidth, thumbPx(), 4);
        }
        if (framed) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 3, x, 0, widthPx, height, 6);
            if (isFocusOwner()) {
                Brush.frame(g, Palette.SURFACE.colour(), 2, x + 3, 3, innerWidth, thumbPx(), 4);
            }
        }
        chip(g, entry, x + EDGE_PX, EDGE_PX + 5, innerWidth);
        words(g, entry, framed, x + EDGE_PX, height, innerWidth);
    }

    private void thumb(Graphics2D g, FilmEntry entry, int x, int y, int widthPx) {
        Brush.fill(g, Palette.AROUND_PICTURE.colour(), x, y, widthPx, thumbPx(), 4);
        entry.thumbnail().ifPresent(thumb -> {
            Graphics2D clipped = (Graphics2D) g.create();
            clipped.clipRect(x, y, widthPx, thumbPx());
            clipped.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            filling(clipped, thumb, x, y, widthPx);
            clipped.dispose();
        });
        Brush.corners(g, Palette.SURFACE.colour(), x, y, widthPx, thumbPx(), 4);
    }

    /** Fills the frame; what is too high or too wide is cut evenly, so that all frames look alike. */
    private void filling(Graphics2D g, BufferedImage thumb, int x, int y, int widthPx) {
        Zoom fit = Zoom.fit(widthPx, thumbPx(), thumb.getWidth(), thumb.getHeight());
        double cover = Math.max((double) widthPx / thumb.getWidth(), (double) thumbPx() / thumb.getHeight());
        double scale = cover / fit.scale() < 1.15 ? cover : fit.scale();
        double left = x + (widthPx - thumb.getWidth() * scale) / 2;
        double top = y + (thumbPx() - thumb.getHeight() * scale) / 2;
        new Pyramid(thumb).paint(g, new Zoom(scale, left, top), g.getTransform().getScaleX());
    }

    /** A verdict is never shortened: in a narrow frame the chip gives up its margins. */
    private static void chip(Graphics2D g, FilmEntry entry, int x, int y, int roomPx) {
        State state = State.of(entry.verdict());
        Font font = Type.CAPTION_STRONG.font();
        int word = g.getFontMetrics(font).stringWidth(state.word());
        boolean tight = 6 + SHAPE_PX + 5 + word + 7 > roomPx - 6;
        int pad = tight ? 4 : 6;
        int left = x + (tight ? 2 : 5);
        int gap = tight ? 3 : 5;
        Brush.fill(g, Palette.CHIP.colour(0.88), left, y, 2 * pad + SHAPE_PX + gap + word + 1, 22, 4);
        StateShape.onPicture(state, SHAPE_PX).paint(g, left + pad, y + 4);
        double baseline = Brush.baseline(font, y, 22);
        Brush.write(g, state.word(), font, Palette.ON_CHIP.colour(), left + pad + SHAPE_PX + gap, baseline);
    }

    private void words(Graphics2D g, FilmEntry entry, boolean framed, int x, int y, int widthPx) {
        Font font = (framed ? Type.CAPTION_STRONG : Type.CAPTION).font();
        Color colour = (framed ? Palette.TEXT : Palette.TEXT_SECOND).colour();
        double baseline = y + 15;
        Brush.write(g, LookWords.text("film.id", Long.toString(entry.id())), font, colour, x + 2, baseline);
        if (!compact) {
            String time = TIME.format(entry.time());
            int width = g.getFontMetrics(Type.CAPTION.font()).stringWidth(time);
            Brush.write(g, time, Type.CAPTION.font(), Palette.TEXT_SECOND.colour(), x + widthPx - width - 2, baseline);
        }
    }
}
