package org.shutterline.server.tool.golden;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opencv.core.Rect;

/**
 * Where a picture differs: pixels that lie near each other are one spot. A ragged edge leaves thin rims beyond the tolerance, a
 * defect is two pixels thick somewhere, or long. Used once, by one thread.
 */
final class Spots {
    /** So many times the smallest area is no rim of an edge, however thin. */
    private static final int LONG = 6;

    /** Nearly all pixels are as they should be: eight at a time are passed over. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int EIGHT = Long.BYTES;

    private final byte[] differs;
    private final int[] group;
    private final Golden golden;
    private final GoldenRule rule;
    private final Sum[] sums;

    /** One spot as far as it is known. */
    private static final class Sum {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private int area;
        private int worst;
        private boolean thick;
    }

    /**
     * @param differs by pixel, by how much
     * @param group by pixel, the number of its spot
     * @param groups how many numbers there are
     */
    Spots(byte[] differs, int[] group, int groups, Golden golden, GoldenRule rule) {
        this.differs = differs;
        this.group = group;
        this.golden = golden;
        this.rule = rule;
        this.sums = Stream.generate(Sum::new).limit(groups).toArray(Sum[]::new);
    }

    /** Those that count, the largest first. */
    List<Spot> all() {
        for (int at = 0; at < differs.length; at++) {
            if (at + EIGHT <= differs.length && (long) LONGS.get(differs, at) == 0) {
                at += EIGHT - 1;
            } else if (differs[at] != 0) {
                add(at, sums[group[at]]);
            }
        }
        return Stream.of(sums)
                .filter(this::counts)
                .map(this::spot)
                .sorted(Comparator.comparingInt(Spot::areaPx).reversed())
                .toList();
    }

    private boolean counts(Sum sum) {
        return sum.area >= rule.minAreaPx()
                && (sum.thick || rule.minAreaPx() < 2 || sum.area >= LONG * rule.minAreaPx());
    }

    private void add(int at, Sum sum) {
        int x = at % golden.widthPx();
        int y = at / golden.widthPx();
        sum.area++;
        sum.left = Math.min(sum.left, x);
        sum.top = Math.min(sum.top, y);
        sum.right = Math.max(sum.right, x + 1);
        sum.bottom = Math.max(sum.bottom, y + 1);
        sum.worst = Math.max(sum.worst, differs[at] & 255);
        sum.thick |= x > 0
                && y > 0
                && differs[at - 1] != 0
                && differs[at - golden.widthPx()] != 0
                && differs[at - golden.widthPx() - 1] != 0;
    }

    /** What lies within the tolerance of edges belongs to its box. */
    private Spot spot(Sum sum) {
        int grow = rule.edgeReachPx();
        int x = Math.max(0, sum.left - grow);
        int y = Math.max(0, sum.top - grow);
        int right = Math.min(golden.widthPx(), sum.right + grow);
        int bottom = Math.min(golden.heightPx(), sum.bottom + grow);
        int worst = sum.worst + (int) Math.round(golden.toleranceGrey());
        return new Spot(new Rect(x, y, right - x, bottom - y), sum.area, worst);
    }
}
