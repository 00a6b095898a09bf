package org.shutterline.server.tool.code;

import java.util.Arrays;
import java.util.List;
import org.shutterline.protocol.message.Point;

/**
 * Bars as they lie in a picture: from one line across them as far up and down as they look the same. So its height is
 * known, and a line of chance, which looks like none of its neighbours, is not taken for a code.
 */
final class BarCode {
    private static final int LEAST_SAMPLES = 24;
    private static final int MOST_SAMPLES = 64;
    private static final double MOST_STEP_PX = 4;
    private static final double SAME = 0.9;
    private static final double ALIKE = 0.45;
    private static final int MOST_MISSES = 2;

    private final GreyPicture picture;
    private final Point from;
    private final Point to;
    private final double length;
    private final int samples;
    private final double stepPx;
    private final Side up;
    private final Side down;

    private BarCode(GreyPicture picture, Point from, Point to) {
        this.picture = picture;
        this.from = from;
        this.to = to;
        this.length = from.distanceTo(to);
        this.samples = (int) Math.max(LEAST_SAMPLES, Math.min(MOST_SAMPLES, length));
        this.stepPx = Math.max(1, Math.min(MOST_STEP_PX, length / 80));
        this.up = grown(-1);
        this.down = grown(1);
    }

    /** @param from one end of a line across the bars, @param to the other end */
    static BarCode across(GreyPicture picture, Point from, Point to) {
        return new BarCode(picture, from, to);
    }

    /** How far the bars reach along themselves, px. */
    double heightPx() {
        return up.reach + down.reach + 1;
    }

    /** How much the bars lean against the line, px for a px of height; 0 if they stand upright on it. */
    double lean() {
        return Math.abs(down.slide - up.slide) / heightPx();
    }

    /** Around the bars. */
    List<Point> corners() {
        return List.of(
                place(0, -up.reach, up.slide),
                place(1, -up.reach, up.slide),
                place(1, down.reach, down.slide),
                place(0, down.reach, down.slide));
    }

    /**
     * A line across the bars with some of the quiet ground at both ends, px by px: what lies beyond the picture is quiet.
     *
     * @param down 0 for the upper end of the bars, 1 for the lower
     * @param quiet how much of it at each end, as a part of the way between the ends
     * @param inverted whether bars are bright; they are dark in the line
     */
    GreyPicture line(double down, double quiet, boolean inverted) {
        int width = (int) Math.max(30, length * (1 + 2 * quiet));
        double off = -up.reach + down * (heightPx() - 1);
        double slide = slideAt(off);
        byte[] levels = new byte[width];
        for (int x = 0; x < width; x++) {
            Point at = place((x + 0.5 - width / 2.0) / length + 0.5, off, slide);
            int level = (int) Math.round(picture.at(at.x(), at.y()));
            levels[x] = (byte) (isInside(at) ? inverted ? 255 - level : level : 255);
        }
        return new GreyPicture(levels, width, 1);
    }

    /** Whether there are bars between two places on a line at this height; what is beyond the picture is not. */
    boolean hasBars(double down, double first, double last) {
        double off = -up.reach + down * (heightPx() - 1);
        double slide = slideAt(off);
        int steps = (int) Math.max(4, (last - first) * length);
        double darkest = 255;
        double brightest = 0;
        for (int i = 0; i <= steps; i++) {
            Point at = place(first + (last - first) * i / steps, off, slide);
            if (isInside(at)) {
                darkest = Math.min(darkest, picture.at(at.x(), at.y()));
                brightest = Math.max(brightest, picture.at(at.x(), at.y()));
            }
        }
        return brightest - darkest > contrast() / 2;
    }

    private double contrast() {
        double[] middle = profile(0, 0);
        Arrays.sort(middle);
        return middle[samples - 1 - samples / 20] - middle[samples / 20];
    }

    private double slideAt(double off) {
        Side side = off < 0 ? up : down;
        return side.reach == 0 ? 0 : side.slide * Math.abs(off) / side.reach;
    }

    /** @param along 0 to 1 from end to end, @param off px to the right hand of that way, @param slide px along it */
    private Point place(double along, double off, double slide) {
        double wayX = (to.x() - from.x()) / length;
        double wayY = (to.y() - from.y()) / length;
        double onWay = along * length + slide;
        return new Point(from.x() + wayX * onWay - wayY * off, from.y() + wayY * onWay + wayX * off);
    }

    private Side grown(int sign) {
        double[] like = profile(0, 0);
        Line last = new Line(0, 0, 1, like);
        int misses = 0;
        for (double off = stepPx; misses <= MOST_MISSES && isBeside(sign * off); off += stepPx) {
            Line line = likest(like, sign * off, last.slide);
            if (line.alike < ALIKE) {
                misses++;
                continue;
            }
            misses = 0;
            last = line;
            for (int i = 0; i < samples; i++) {
                like[i] = 0.7 * like[i] + 0.3 * line.levels[i];
            }
        }
        return new Side(Math.abs(last.off), last.slide);
    }

    /** Bars that lean move along the line, a little from step to step. */
    private Line likest(double[] like, double off, double slide) {
        Line best = line(like, off, slide);
        if (best.alike < SAME) {
            for (double by : new double[] {-stepPx / 2, stepPx / 2}) {
                Line other = line(like, off, slide + by);
                best = other.alike > best.alike + 0.01 ? other : best;
            }
        }
        return best;
    }

    private Line line(double[] like, double off, double slide) {
        double[] levels = profile(off, slide);
        return new Line(off, slide, correlation(like, levels), levels);
    }

    private boolean isBeside(double off) {
        return isInside(place(0.5, off, 0));
    }

    private boolean isInside(Point at) {
        return at.x() >= 0 && at.y() >= 0 && at.x() <= picture.getWidth() && at.y() <= picture.getHeight();
    }

    private double[] profile(double off, double slide) {
        double[] levels = new double[samples];
        for (int i = 0; i < samples; i++) {
            Point at = place((i + 0.5) / samples, off, slide);
            levels[i] = picture.at(at.x(), at.y());
        }
        return levels;
    }

    private static double correlation(double[] a, double[] b) {
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < a.length; i++) {
            sumA += a[i];
            sumB += b[i];
        }
        double meanA = sumA / a.length;
        double meanB = sumB / a.length;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa * bb <= 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    /** @param alike how much the levels correlate with those before, -1 to 1 */
    private record Line(double off, double slide, double alike, double[] levels) {}

    /** @param reach px, @param slide px that the bars have moved along the line there, for bars that lean */
    private record Side(double reach, double slide) {}
}
