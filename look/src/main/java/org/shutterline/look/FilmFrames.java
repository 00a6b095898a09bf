package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/** The frames of the film: as many whole thumbs as fit, each with its verdict, number and time. */
final class FilmFrames extends Painted {
    private static final int LEAST_FRAME_PX = 108;
    private static final int LEAST_FRAME_COMPACT_PX = 100;
    private static final int GAP_PX = 12;

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
        int arrived = arrived(shown);
        first = roll.firstShown(roll.chosen().isPresent() ? first + arrived : 0, count());
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
        return LookWords.text(
                "film.spoken", number, State.of(entry.verdict()).word(), FilmFrame.TIME.format(entry.time()));
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

    /** Whole frames only, spread over the width. */
    private double pitch() {
        return (getWidth() + GAP_PX) / (double) count();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(600, FilmFrame.heightPx(compact));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(leastFramePx(), FilmFrame.heightPx(compact));
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        List<FilmEntry> shown = roll.inView();
        if (shown.isEmpty()) {
            empty(g, widthPx, heightPx);
        }
        first = Math.max(0, Math.min(first, shown.size() - count()));
        for (int i = 0; i < count() && first + i < shown.size(); i++) {
            frame(shown.get(first + i)).paint(g, (int) Math.round(i * pitch()), (int) Math.round(pitch() - GAP_PX));
        }
    }

    private FilmFrame frame(FilmEntry entry) {
        boolean framed = roll.framed().isPresent() && roll.framed().getAsLong() == entry.id();
        return new FilmFrame(entry, framed, framed && isFocusOwner(), compact);
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
}
