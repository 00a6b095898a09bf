package org.shutterline.look;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** How many parts were OK, NG and UNKNOWN since the last reset, the yield and the pace. */
public final class Counters extends Card {
    private static final int SHAPE_PX = 14;

    private final JLabel[] heads = new JLabel[5];
    private final JLabel[] figures = new JLabel[5];
    private final JButton reset = Buttons.icon(Icons.RESET, "");
    private boolean compact;

    public Counters() {
        super(new MigLayout("insets 10 18 8 12, fillx, gapy 2", "[]12:24[]12:24[]12:24[]12:24[]push[]", "[][]"));
        for (int i = 0; i < heads.length; i++) {
            heads[i] = head(shape(i));
            add(heads[i], "cell " + i + " 0, wmin pref");
            figures[i] = figure();
            add(figures[i], "cell " + i + " 1, wmin pref");
        }
        add(reset, "cell 5 0, span 1 2, aligny center");
        Words.follow(this, this::label);
    }

    /**
     * Shows counts, the yield in percent and the parts a minute; the last two are empty while there is nothing to
     * reckon with.
     */
    public void show(long ok, long ng, long unknown, OptionalDouble yieldPercent, OptionalDouble perMinute) {
        figures[0].setText(Long.toString(ok));
        figures[1].setText(Long.toString(ng));
        figures[2].setText(Long.toString(unknown));
        String percent = percent(yieldPercent, ng + unknown);
        figures[3].setText(percent.isEmpty() ? none() : LookWords.text("counters.percent", percent));
        figures[4].setText(perMinute.isPresent() ? Long.toString(Math.round(perMinute.getAsDouble())) : none());
        describe();
    }

    /** Never rounded up to 100 while there are bad parts. */
    private static String percent(OptionalDouble yieldPercent, long bad) {
        if (yieldPercent.isEmpty()) {
            return "";
        }
        double shown = bad > 0 ? Math.min(99.9, yieldPercent.getAsDouble()) : yieldPercent.getAsDouble();
        return String.format(Locale.ROOT, "%.1f", shown);
    }

    public void onReset(Runnable told) {
        reset.addActionListener(pressed -> told.run());
    }

    /** The layout of small windows: a mark in place of the word for unknown. */
    public void compact(boolean small) {
        compact = small;
        label();
    }

    private void label() {
        heads[0].setText(LookWords.text("counters.ok"));
        heads[1].setText(LookWords.text("counters.ng"));
        heads[2].setText(LookWords.text(compact ? "counters.ask" : "counters.unknown"));
        heads[3].setText(LookWords.text("counters.yield"));
        heads[4].setText(LookWords.text("counters.perMinute"));
        Buttons.named(reset, LookWords.text("counters.reset"));
        describe();
    }

    private void describe() {
        for (int i = 0; i < heads.length; i++) {
            figures[i].getAccessibleContext().setAccessibleName(heads[i].getText() + " " + figures[i].getText());
        }
    }

    private static Optional<Icon> shape(int index) {
        return switch (index) {
            case 0 -> Optional.of(StateShape.of(State.OK, SHAPE_PX));
            case 1 -> Optional.of(StateShape.of(State.NG, SHAPE_PX));
            case 2 -> Optional.of(StateShape.of(State.UNKNOWN, SHAPE_PX));
            default -> Optional.empty();
        };
    }

    private static JLabel head(Optional<Icon> shape) {
        JLabel head = new JLabel();
        shape.ifPresent(head::setIcon);
        head.setIconTextGap(6);
        head.setFont(Type.BODY.font());
        head.setForeground(Palette.TEXT_SECOND.colour());
        return head;
    }

    private static JLabel figure() {
        JLabel figure = new JLabel(none());
        figure.setFont(Type.VALUE.font());
        return figure;
    }

    private static String none() {
        return LookWords.text("counters.none");
    }
}
