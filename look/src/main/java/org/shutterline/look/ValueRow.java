package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Value;
import org.shutterline.protocol.message.Verdict;

/** One value: name, value and unit, limit bar; a value outside says how far. */
final class ValueRow extends Painted {
    private static final int PAD_PX = 20;
    private static final int STRIPE_PX = 5;
    /** Room for "mm", so that the figures stand under each other. */
    private static final int UNIT_PX = 30;

    private Measurement shown = new Measurement(
            "",
            Value.missing(),
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Verdict.UNKNOWN,
            "");
    private boolean old;
    private boolean ruled;
    static final int TALL_PX = 60;

    private boolean compact;

    ValueRow(Consumer<String> chosen) {
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent click) {
                chosen.accept(shown.name());
            }
        });
        Words.follow(this, this::renew);
    }

    void show(Measurement measurement, boolean isOld, boolean ruleBelow) {
        shown = measurement;
        old = isOld;
        ruled = ruleBelow;
        renew();
    }

    /** Whether that is another height than before. */
    boolean compact(boolean small) {
        boolean other = compact != small;
        compact = small;
        if (other) {
            revalidate();
        }
        return other;
    }

    private void renew() {
        ValueWords words = ValueWords.of(shown);
        String spoken = LookWords.text(
                "row.spoken",
                shown.name(),
                words.value(),
                Units.word(shown.unit()),
                shown.isWarning() && !old
                        ? LookWords.text("row.warning")
                        : State.of(shown.verdict(), old).word(),
                words.verdictWords());
        setToolTipText(spoken);
        changed(spoken);
    }

    private int rowPx() {
        return compact ? 40 : TALL_PX;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(360, rowPx());
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(240, rowPx());
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, rowPx());
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        int pad = compact ? 12 : PAD_PX;
        boolean striking = isStriking();
        if (striking) {
            State state = State.of(shown, old);
            g.setColor(state.tint());
            g.fillRect(2, 0, widthPx - 4, heightPx);
            g.setColor(state.fill());
            g.fillRect(2, 0, STRIPE_PX, heightPx);
        }
        if (ruled) {
            g.setColor(Palette.HAIRLINE.colour());
            g.fillRect(pad + (compact ? 8 : 0), heightPx - 1, widthPx - 2 * pad - (compact ? 16 : 0), 1);
        }
        int barWidth = Math.max(120, (int) (widthPx * (compact ? 0.485 : 0.415)));
        int barLeft = widthPx - pad - barWidth;
        ValueWords words = ValueWords.of(shown);
        int valueLeft = value(g, words, barLeft - (compact ? 14 : 24), heightPx);
        name(g, pad, valueLeft - pad - 12, heightPx, striking);
        beside(g, words, barLeft, barWidth, heightPx);
    }

    private void name(Graphics2D g, int leftPx, int roomPx, int heightPx, boolean striking) {
        Font font = compact ? Type.BODY.font() : Type.VALUE_NAME.font();
        if (striking) {
            font = compact ? Type.BODY_STRONG.font() : Type.STATION.font();
        }
        String fitting = Brush.fit(g.getFontMetrics(font), shown.name(), Math.max(24, roomPx));
        Brush.write(g, fitting, font, quiet(Palette.TEXT), leftPx, Brush.baseline(font, 0, heightPx));
    }

    /** Writes value and unit up to the given right edge and returns where they begin. */
    private int value(Graphics2D g, ValueWords words, int rightPx, int heightPx) {
        Font font = (compact ? Type.VALUE_SMALL : Type.VALUE).font();
        Font unitFont = Type.BODY.font();
        boolean number = words.number().isPresent();
        FontMetrics metrics = g.getFontMetrics(font);

        String unit = Units.word(shown.unit());
        int unitWidth = unit.isEmpty() ? 0 : g.getFontMetrics(unitFont).stringWidth(unit) + 4;
        int end = number ? rightPx - Math.max(UNIT_PX, unitWidth) : rightPx - 4;
        // A number is never shortened; a text may be, and stands whole in the tooltip.
        String text = number ? words.value() : Brush.fit(metrics, words.value(), (int) (rightPx * 0.62));
        int left = end - metrics.stringWidth(text);
        double baseline = Brush.baseline(font, 0, heightPx);
        Color colour = isStriking() ? State.of(shown, old).text() : quiet(Palette.TEXT);
        Brush.write(g, text, font, colour, left, baseline);
        if (number) {
            Brush.write(g, unit, unitFont, Palette.TEXT_SECOND.colour(), end + 4, baseline);
        }
        return left;
    }

    private void beside(Graphics2D g, ValueWords words, int leftPx, int widthPx, int heightPx) {
        State state = State.of(shown, old);
        if (words.barred()) {
            double y = heightPx / 2.0 - (compact ? 8 : 9);
            LimitBar.paint(g, words.limits(), words.number(), state, leftPx, y, widthPx);
            boolean out = state != State.OK && !old;
            Font font = out ? Type.SECOND_STRONG.font() : Type.CAPTION.font();
            Color colour = out ? state.text() : Palette.TEXT_SECOND.colour();
            String text = Brush.fit(g.getFontMetrics(font), words.verdictWords(), widthPx);
            double x = leftPx + (widthPx - g.getFontMetrics(font).stringWidth(text)) / 2.0;
            Brush.write(g, text, font, colour, x, y + (compact ? 22 : 23));
        } else if (words.number().isPresent() && shown.verdict() == Verdict.OK && state != State.FAULT) {
            Font font = Type.CAPTION.font();
            double baseline = Brush.baseline(font, 0, heightPx);
            Brush.write(g, words.verdictWords(), font, Palette.TEXT_SECOND.colour(), leftPx, baseline);
        } else {
            Color tint = isStriking() ? Palette.SURFACE.colour() : state.tint();
            Chip.paint(g, state, tint, Optional.empty(), words.verdictWords(), leftPx, heightPx / 2 - 12, widthPx + 4);
        }
    }

    /** The whole row tells it: the value is not as it should be, or nearly so. */
    private boolean isStriking() {
        return !old && (shown.verdict() == Verdict.NG || shown.isWarning());
    }

    private Color quiet(Palette token) {
        return (old ? Palette.TEXT_SECOND : token).colour();
    }
}
