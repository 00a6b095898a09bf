package org.shutterline.look;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** How the values of a measurement lie between its limits. To look at: {@link LimitsChart} has limits that can be moved. */
public final class SpreadChart extends Painted {
    private static final int LABELS_PX = 30;

    private List<Double> values = List.of();
    private LimitsChart.Band band = LimitsChart.Band.NONE;
    private int decimals = 2;
    private double[] axis = {0, 1};

    public SpreadChart() {
        Words.follow(this, this::renew);
    }

    public void show(List<Double> all, OptionalDouble low, OptionalDouble high, int valueDecimals) {
        values = List.copyOf(all);
        band = LimitsChart.Band.of(low, high);
        decimals = valueDecimals;
        double[] ends = DoubleStream.concat(low.stream(), high.stream()).toArray();
        axis = Spread.axis(values, ends, Math.pow(10, -decimals));
        renew();
    }

    private Limits limits() {
        return new Limits(band.low(), band.high(), decimals);
    }

    private void renew() {
        long outside = values.stream().filter(limits()::outside).count();
        changed(LookWords.text("spread.spoken", Integer.toString(values.size()), Long.toString(outside)) + ", "
                + limits().words());
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(336, 208);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(160, 96);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        int floor = heightPx - LABELS_PX;
        SpreadPainting spread = new SpreadPainting(values, axis[0], axis[1], band, decimals, widthPx, floor);
        spread.paint(g, true);
        new LimitLabels(decimals, State.OK).paint(g, widthPx, floor, spread::x, band, OptionalDouble.empty());
    }
}
