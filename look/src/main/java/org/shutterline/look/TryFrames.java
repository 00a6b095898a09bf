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
import java.util.function.LongConsumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/** The frames of a try-on: as many whole thumbs as fit; Left, Right, Home and End go along. */
final class TryFrames extends Painted {
    private static final int LEAST_FRAME_PX = 140;
    private static final int GAP_PX = 14;

    private final LongConsumer chosen;
    private TryRoll roll = TryRoll.empty();
    private int first;

    TryFrames(LongConsumer chosen) {
        this.chosen = chosen;
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
                first = Math.max(0, Math.min(roll.entries().size() - count(), first + wheel.getWheelRotation()));
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
        key("LEFT", -1);
        key("RIGHT", 1);
        key("HOME", Integer.MIN_VALUE / 2);
        key("END", Integer.MAX_VALUE / 2);
    }

    private void key(String stroke, int places) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                OptionalLong next = roll.step(places);
                next.ifPresent(chosen::accept);
            }
        });
    }

    void show(TryRoll shown) {
        roll = shown;
        first = roll.firstShown(first, count());
        int index = roll.index();
        changed(
                index < 0
                        ? LookWords.text("try.title")
                        : roll.inView().get(index).spoken());
    }

    @Override
    public String getToolTipText(MouseEvent at) {
        return at(at).map(TryEntry::spoken).orElse(null);
    }

    private Optional<TryEntry> at(MouseEvent event) {
        int index = first + (int) (event.getX() / pitch());
        List<TryEntry> shown = roll.inView();
        boolean hit = event.getX() >= 0 && event.getX() < count() * pitch() && index < shown.size();
        return hit ? Optional.of(shown.get(index)) : Optional.empty();
    }

    private int count() {
        return Math.max(1, (getWidth() + GAP_PX) / (LEAST_FRAME_PX + GAP_PX));
    }

    /** Whole frames only, spread over the width. */
    private double pitch() {
        return (getWidth() + GAP_PX) / (double) count();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(600, TryFrame.HEIGHT_PX);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(LEAST_FRAME_PX, TryFrame.HEIGHT_PX);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        List<TryEntry> shown = roll.inView();
        if (shown.isEmpty()) {
            Font font = Type.BODY.font();
            String text = Brush.fit(g.getFontMetrics(font), LookWords.text("try.empty"), widthPx);
            Brush.write(g, text, font, Palette.TEXT_SECOND.colour(), 0, Brush.baseline(font, 0, heightPx));
        }
        first = Math.max(0, Math.min(first, shown.size() - count()));
        for (int i = 0; i < count() && first + i < shown.size(); i++) {
            TryEntry entry = shown.get(first + i);
            boolean isChosen = roll.chosen().isPresent() && roll.chosen().getAsLong() == entry.id();
            new TryFrame(entry, isChosen, isChosen && isFocusOwner())
                    .paint(g, (int) Math.round(i * pitch()), (int) Math.round(pitch() - GAP_PX));
        }
        if (isFocusOwner() && roll.index() < 0) {
            Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, 0, 0, widthPx, heightPx, 4);
        }
    }
}
