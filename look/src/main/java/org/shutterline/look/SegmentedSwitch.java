package org.shutterline.look;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** A choice of two to four, all in view; Left and Right change it. */
public final class SegmentedSwitch extends JPanel {
    private static final int HEIGHT_PX = 30;

    private final List<JToggleButton> segments = new ArrayList<>();
    private final ButtonGroup group = new ButtonGroup();
    private IntConsumer listener = chosen -> {};

    public SegmentedSwitch(String... words) {
        super(new GridLayout(1, 0));
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(2, 2, 2, 2));
        for (String word : words) {
            add(word);
        }
        segments.get(0).setSelected(true);
        move("LEFT", -1);
        move("RIGHT", 1);
    }

    /** Told the index of each choice that a person makes. */
    public void onChoice(IntConsumer told) {
        listener = told;
    }

    public int chosen() {
        int index = 0;
        while (!segments.get(index).isSelected()) {
            index++;
        }
        return index;
    }

    /** Changes the choice without telling the listener. */
    public void choose(int index) {
        segments.get(index).setSelected(true);
    }

    /** The words in another language, in the same order. */
    public void label(String... words) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).setText(words[i]);
        }
    }

    /** The choices are named by it and their index. */
    @Override
    public void setName(String name) {
        super.setName(name);
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).setName(name + "." + i);
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        // whoever listens may have changed its mind by now
        segments.forEach(segment -> segment.setEnabled(isEnabled()));
    }

    /** Over the whole switch, which its choices cover. */
    @Override
    public void setToolTipText(String text) {
        super.setToolTipText(text);
        segments.forEach(segment -> segment.setToolTipText(text));
    }

    private void add(String word) {
        int index = segments.size();
        JToggleButton segment = new Segment(word);
        segment.addActionListener(pressed -> listener.accept(index));
        segments.add(segment);
        group.add(segment);
        add(segment);
    }

    private void move(String key, int step) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        getActionMap().put(key, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent pressed) {
                int next = Math.floorMod(chosen() + step, segments.size());
                segments.get(next).requestFocusInWindow();
                segments.get(next).doClick(0);
            }
        });
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Brush.of(graphics);
        Brush.fill(g, Palette.SUNKEN.colour(), 0, 0, getWidth(), getHeight(), 6);
        Brush.frame(g, Palette.HAIRLINE.colour(), 1, 0, 0, getWidth(), getHeight(), 6);
        g.dispose();
    }

    private static final class Segment extends JToggleButton {
        Segment(String word) {
            super(word);
            setContentAreaFilled(false);
            setBorderPainted(false);
            setOpaque(false);
            setFont(Type.SECOND.font());
        }

        @Override
        public Dimension getPreferredSize() {
            FontMetrics metrics = getFontMetrics(Type.SECOND_STRONG.font());
            return new Dimension(Math.max(64, metrics.stringWidth(getText()) + 32), HEIGHT_PX - 4);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Brush.of(graphics);
            if (isSelected()) {
                Brush.fill(g, lifted(), 1, 1, getWidth() - 2, getHeight() - 2, 4);
                Brush.frame(g, Palette.HAIRLINE.colour(), 1, 1, 1, getWidth() - 2, getHeight() - 2, 4);
            }
            if (isFocusOwner()) {
                Brush.frame(g, Palette.ACCENT_TEXT.colour(), 2, 1, 1, getWidth() - 2, getHeight() - 2, 4);
            }
            Type type = isSelected() ? Type.SECOND_STRONG : Type.SECOND;
            g.setFont(type.font());
            String text = Brush.fit(g.getFontMetrics(), getText(), getWidth() - 8);
            int width = g.getFontMetrics().stringWidth(text);
            Palette colour = isSelected() && isEnabled() ? Palette.TEXT : Palette.TEXT_SECOND;
            double opacity = isEnabled() ? 1 : 0.6;
            double x = (getWidth() - width) / 2.0;
            Brush.write(g, text, type.font(), colour.colour(opacity), x, Brush.baseline(type.font(), 0, getHeight()));
            g.dispose();
        }

        private static Color lifted() {
            return FlatLaf.isLafDark() ? Palette.HAIRLINE.colour() : Palette.SURFACE.colour();
        }
    }
}
