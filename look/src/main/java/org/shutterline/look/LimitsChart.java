package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How the last values of a measurement lie, and the present one, between limits that can be dragged. Each limit is a handle that takes the
 * focus: Left and Right move it by one step of the last decimal, with Shift by ten.
 */
public final class LimitsChart extends Painted implements Lockable {
    /** No more values than the newest 200 are shown. */
    public static final int MOST = 200;

    private static final int LABELS_PX = 30;
    private static final int TOP_PX = 2;
    private static final int SHAPE_PX = 16;

    /**
     * The limits of a measurement; each may be left out.
     *
     * @param warnLow a value below is a warning
     * @param warnHigh a value above is a warning
     */
    public record Band(OptionalDouble low, OptionalDouble high, OptionalDouble warnLow, OptionalDouble warnHigh) {
        public static final Band NONE = of(OptionalDouble.empty(), OptionalDouble.empty());

        public static Band of(OptionalDouble low, OptionalDouble high) {
            return new Band(low, high, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /** Told what a person does to the limits. */
    public interface Listener {
        /** The limits while one is dragged or a key is held. */
        void changing(OptionalDouble low, OptionalDouble high);

        /** The limits when the button or the key is up: one step to undo. */
        void changed(OptionalDouble low, OptionalDouble high);
    }

    private final LimitHandle lowHandle = new LimitHandle(new Mover(true), LABELS_PX);
    private final LimitHandle highHandle = new LimitHandle(new Mover(false), LABELS_PX);
    private List<Double> values = List.of();
    private OptionalDouble present = OptionalDouble.empty();
    private State state = State.OK;
    private Band band = Band.NONE;
    private int decimals = 2;
    private double[] axis = {0, 1};
    private Optional<Band> before = Optional.empty();
    private Listener listener = new Silent();
    private boolean locked;

    public LimitsChart() {
        setLayout(null);
        add(lowHandle);
        add(highHandle);
        Words.follow(this, this::renew);
    }

    public void listener(Listener told) {
        listener = told;
    }

    @Override
    public void lock(boolean shut) {
        locked = shut;
        lowHandle.lock(shut);
        highHandle.lock(shut);
        if (shut && before.isPresent()) {
            band = before.get();
            before = Optional.empty();
            renew();
            listener.changing(band.low(), band.high());
        }
    }

    /**
     * Shows values without telling the listener; the limits are left as they are while a person drags one.
     *
     * @param lastValues the newest last
     * @param presentValue of the picture that is shown
     * @param itsState the verdict of the present value
     * @param valueDecimals which give the step of the keys
     */
    public void show(
            List<Double> lastValues, OptionalDouble presentValue, State itsState, Band limits, int valueDecimals) {
        values = List.copyOf(lastValues.subList(Math.max(0, lastValues.size() - MOST), lastValues.size()));
        present = presentValue;
        state = itsState;
        decimals = valueDecimals;
        if (before.isEmpty()) {
            band = limits;
            axis = axis();
        }
        renew();
    }

    private double[] axis() {
        List<Double> seen = new ArrayList<>(values);
        present.ifPresent(seen::add);
        double[] ends =
                DoubleStream.concat(band.low().stream(), band.high().stream()).toArray();
        return Spread.axis(seen, ends, step());
    }

    private double step() {
        return Math.pow(10, -decimals);
    }

    private Limits limits() {
        return new Limits(band.low(), band.high(), decimals);
    }

    /** How many of the values are outside the limits. */
    public int outside() {
        return (int) values.stream().filter(limits()::outside).count();
    }

    /** "last 200: 1 outside"; empty without values. */
    public String summary() {
        if (values.isEmpty()) {
            return "";
        }
        return LookWords.text("limits.summary", Integer.toString(values.size()), Integer.toString(outside()));
    }

    private void renew() {
        name(lowHandle, "limits.low", band.low());
        name(highHandle, "limits.high", band.high());
        place();
        changed(LookWords.text("limits.name") + ": " + limits().words() + ". " + summary());
    }

    private void name(LimitHandle handle, String key, OptionalDouble limit) {
        handle.setVisible(limit.isPresent());
        limit.ifPresent(at -> {
            String words = LookWords.text(key, Limits.fixed(at, decimals));
            handle.getAccessibleContext().setAccessibleName(words);
            handle.setToolTipText(words);
        });
    }

    @Override
    public void doLayout() {
        place();
    }

    private void place() {
        band.low().ifPresent(low -> place(lowHandle, low));
        band.high().ifPresent(high -> place(highHandle, high));
    }

    private void place(LimitHandle handle, double limit) {
        int left = (int) Math.round(x(limit) - LimitHandle.WIDTH_PX / 2.0);
        handle.setBounds(left, 0, LimitHandle.WIDTH_PX, getHeight());
    }

    private double x(double value) {
        return getWidth() * Math.max(0, Math.min(1, (value - axis[0]) / (axis[1] - axis[0])));
    }

    /** Whole also at the ends, where a value beyond them stands. */
    private double marker(double value) {
        double room = SHAPE_PX / 2.0 + 1;
        return Math.max(room, Math.min(getWidth() - room, x(value)));
    }

    /** A limit stays on the axis and on its own side of the other one. */
    private void move(boolean low, double wanted) {
        if (locked) {
            return;
        }
        double stepped = Math.round(wanted / step()) * step();
        double least = low || band.low().isEmpty()
                ? Double.NEGATIVE_INFINITY
                : band.low().getAsDouble();
        double most = !low || band.high().isEmpty()
                ? Double.POSITIVE_INFINITY
                : band.high().getAsDouble();
        double kept = Double.parseDouble(Limits.fixed(Math.max(least, Math.min(most, stepped)), decimals));
        OptionalDouble moved = OptionalDouble.of(kept);
        Band next = low
                ? new Band(moved, band.high(), band.warnLow(), band.warnHigh())
                : new Band(band.low(), moved, band.warnLow(), band.warnHigh());
        if (!next.equals(band)) {
            before = before.or(() -> Optional.of(band));
            band = next;
            renew();
            listener.changing(band.low(), band.high());
        }
    }

    private void settle() {
        Optional<Band> was = before;
        before = Optional.empty();
        if (was.isPresent()) {
            axis = axis();
            renew();
            if (!was.get().equals(band)) {
                listener.changed(band.low(), band.high());
            }
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(336, 208);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(200, 96);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        int floor = heightPx - LABELS_PX;
        SpreadPainting spread = new SpreadPainting(values, axis[0], axis[1], band, decimals, widthPx, floor);
        spread.paint(g, present.isEmpty());
        present.ifPresent(value -> present(g, marker(value), floor));
        new LimitLabels(decimals, state).paint(g, widthPx, floor, this::x, band, present);
    }

    private void present(Graphics2D g, double x, int floor) {
        g.setColor(state.text());
        g.setStroke(Brush.dashed(2, 4));
        g.draw(new Line2D.Double(x, TOP_PX + 2.0, x, floor - SHAPE_PX / 2.0));
        double halo = SHAPE_PX / 2.0 + 2;
        g.setColor(Palette.SURFACE.colour());
        g.fill(new Ellipse2D.Double(x - halo, floor - halo, 2 * halo, 2 * halo));
        StateShape.of(state, SHAPE_PX).paint(g, x - SHAPE_PX / 2.0, floor - SHAPE_PX / 2.0);
    }

    private final class Mover implements LimitHandle.Mover {
        private final boolean low;

        Mover(boolean low) {
            this.low = low;
        }

        @Override
        public void by(int steps) {
            OptionalDouble limit = low ? band.low() : band.high();
            limit.ifPresent(at -> move(low, at + steps * step()));
        }

        @Override
        public void to(double x) {
            double part = Math.max(0, Math.min(1, x / Math.max(1, getWidth())));
            move(low, axis[0] + part * (axis[1] - axis[0]));
        }

        @Override
        public void done() {
            settle();
        }
    }

    private static final class Silent implements Listener {
        @Override
        public void changing(OptionalDouble low, OptionalDouble high) {
            // Nobody listens yet.
        }

        @Override
        public void changed(OptionalDouble low, OptionalDouble high) {
            // Nobody listens yet.
        }
    }
}
