package org.shutterline.look;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** Where the time of a trigger goes: one bar of the stages now, and a table of now, p50, p95 and p99 in ms. */
public final class StageBar extends Painted {
    private static final Palette[] STEPS = {
        Palette.STAGE_5, Palette.STAGE_1, Palette.STAGE_2, Palette.STAGE_3, Palette.STAGE_4, Palette.STAGE_6
    };
    private static final int BAR_PX = 16;
    private static final int FIGURE_PX = 56;
    private static final int LEAST_ROW_PX = 24;

    /** The times of one stage, in ms. */
    public record Stage(String name, double nowMs, double p50Ms, double p95Ms, double p99Ms) {}

    private List<Stage> stages = List.of();
    private Stage all = new Stage("", 0, 0, 0, 0);

    /** Shows stages in their order, and the whole; their colours come round again after six; percentiles of the whole are not the sums of the stages'. */
    public void show(List<Stage> shown, Stage whole) {
        stages = List.copyOf(shown);
        all = whole;
        String spoken = stages.stream()
                .map(stage -> LookWords.text("stage.spoken", stage.name(), figure(stage.nowMs())))
                .collect(Collectors.joining(", "));
        changed(LookWords.text("stage.name") + ": " + spoken);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(320, BAR_PX + 8 + LEAST_ROW_PX * (stages.size() + 2));
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(260, getPreferredSize().height);
    }

    @Override
    void paintOn(Graphics2D g, int widthPx, int heightPx) {
        bar(g, widthPx);
        double row = Math.min(44, (heightPx - BAR_PX - 8.0) / (stages.size() + 2));
        double y = BAR_PX + 8;
        heads(g, widthPx, y, row);
        for (int i = 0; i < stages.size(); i++) {
            y += row;
            Brush.fill(g, step(i), 0, y + row / 2 - 6, 12, 12, 2);
            line(g, stages.get(i), Type.BODY.font(), widthPx, y, row);
        }
        line(g, all, Type.BODY_STRONG.font(), widthPx, y + row, row);
    }

    private void bar(Graphics2D g, int widthPx) {
        double sum = stages.stream().mapToDouble(Stage::nowMs).sum();
        Graphics2D clipped = (Graphics2D) g.create();
        clipped.clip(new RoundRectangle2D.Double(0, 0, widthPx, BAR_PX, 8, 8));
        clipped.setColor(Palette.TRACK.colour());
        clipped.fillRect(0, 0, widthPx, BAR_PX);
        double x = 0;
        for (int i = 0; i < stages.size() && sum > 0; i++) {
            double width = Math.max(4, stages.get(i).nowMs() / sum * (widthPx - 4.0 * stages.size())) + 4;
            clipped.setColor(Palette.SURFACE.colour());
            clipped.fill(new Rectangle2D.Double(x, 0, width, BAR_PX));
            clipped.setColor(step(i));
            boolean last = i + 1 == stages.size();
            clipped.fill(new Rectangle2D.Double(x, 0, last ? widthPx - x : width - 2, BAR_PX));
            x += width;
        }
        clipped.dispose();
    }

    private static Color step(int index) {
        return STEPS[index % STEPS.length].colour();
    }

    private static void heads(Graphics2D g, int widthPx, double y, double row) {
        String[] keys = {"stage.now", "stage.p50", "stage.p95", "stage.p99"};
        for (int i = 0; i < keys.length; i++) {
            right(
                    g,
                    LookWords.text(keys[i]),
                    Type.SECOND.font(),
                    Palette.TEXT_SECOND,
                    widthPx - (3 - i) * FIGURE_PX,
                    y,
                    row);
        }
    }

    private static void line(Graphics2D g, Stage stage, Font font, int widthPx, double y, double row) {
        String name = stage.name().isEmpty() ? LookWords.text("stage.all") : stage.name();
        String fitting = Brush.fit(g.getFontMetrics(font), name, widthPx - 4 * FIGURE_PX - 20);
        Brush.write(g, fitting, font, Palette.TEXT.colour(), 20, Brush.baseline(font, y, row));
        boolean whole = font == Type.BODY_STRONG.font();
        Palette quiet = whole ? Palette.TEXT : Palette.TEXT_SECOND;
        right(g, figure(stage.nowMs()), Type.BODY_STRONG.font(), Palette.TEXT, widthPx - 3 * FIGURE_PX, y, row);
        right(g, figure(stage.p50Ms()), font, quiet, widthPx - 2 * FIGURE_PX, y, row);
        right(g, figure(stage.p95Ms()), font, quiet, widthPx - FIGURE_PX, y, row);
        right(g, figure(stage.p99Ms()), font, quiet, widthPx, y, row);
    }

    private static void right(Graphics2D g, String text, Font font, Palette colour, int rightPx, double y, double row) {
        int width = g.getFontMetrics(font).stringWidth(text);
        Brush.write(g, text, font, colour.colour(), rightPx - width, Brush.baseline(font, y, row));
    }

    private static String figure(double ms) {
        return Limits.fixed(ms, 1);
    }
}
