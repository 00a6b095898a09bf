package org.shutterline.server.tool.golden;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.opencv.core.Rect;
import org.shutterline.server.spi.TestScene;

/** How many defects of painted boards are found, how many boxes are true, and how long it takes. */
final class GoldenFigures {
    private int defects;
    private int found;
    private int boxes;
    private int trueBoxes;
    private final List<Double> ms = new ArrayList<>();

    /** What the processor took, which other programs on the machine change little. */
    private final List<Double> cpuMs = new ArrayList<>();

    private final Map<String, Integer> missed = new TreeMap<>();

    /** Ours and bare over the same boards, in turn. */
    record Pair(GoldenFigures ours, GoldenFigures bare) {
        static Pair of(int first, int count, String style) {
            Pair pair = new Pair(new GoldenFigures(), new GoldenFigures());
            for (int number = first; number < first + count; number++) {
                try (Board board = Boards.of(number, Style.named(style))) {
                    pair.ours.ours(board);
                    pair.bare.bare(board);
                }
            }
            return pair;
        }
    }

    /** Ours only, over so many boards. */
    static GoldenFigures of(int first, int count, String style) {
        GoldenFigures ours = new GoldenFigures();
        for (int number = first; number < first + count; number++) {
            try (Board board = Boards.of(number, Style.named(style))) {
                ours.ours(board);
            }
        }
        return ours;
    }

    private void bare(Board board) {
        note(board, timed(this, () -> BareDifference.boxes(board.golden(), board.tested())));
    }

    private void ours(Board board) {
        try (BoardTool tool = new BoardTool(board.golden());
                TestScene scene = TestScene.over(board.tested().clone())) {
            note(board, timed(this, () -> tool.boxes(scene)));
        }
    }

    private static List<Rect> timed(GoldenFigures figures, Supplier<List<Rect>> work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long cpuFrom = clock.getCurrentThreadCpuTime();
        long from = System.nanoTime();
        List<Rect> boxes = work.get();
        figures.ms.add((System.nanoTime() - from) / 1e6);
        figures.cpuMs.add((clock.getCurrentThreadCpuTime() - cpuFrom) / 1e6);
        return boxes;
    }

    private void note(Board board, List<Rect> seen) {
        defects += board.defects().size();
        boxes += seen.size();
        for (Board.Flaw flaw : board.defects()) {
            if (seen.stream().anyMatch(box -> Boards.touches(box, flaw.box()))) {
                found++;
            } else {
                missed.merge(flaw.kind(), 1, Integer::sum);
            }
        }
        for (Rect box : seen) {
            if (board.defects().stream().anyMatch(flaw -> Boards.touches(box, flaw.box()))) {
                trueBoxes++;
            }
        }
    }

    double foundShare() {
        return (double) found / defects;
    }

    double trueShare() {
        return (double) trueBoxes / boxes;
    }

    int defects() {
        return defects;
    }

    /** Of all pictures but the first, in which the program is not yet compiled. */
    double medianMs() {
        return quantile(ms, 0.5);
    }

    double p90Ms() {
        return quantile(ms, 0.9);
    }

    double processorMs() {
        return quantile(cpuMs, 0.5);
    }

    private static double quantile(List<Double> ms, double share) {
        double[] sorted = ms.subList(Math.min(ms.size() / 2, 30), ms.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "found %.2f %% of %d, true %.2f %% of %d boxes, %.1f ms of the processor, missed %s",
                100 * foundShare(),
                defects,
                100 * trueShare(),
                boxes,
                processorMs(),
                missed);
    }
}
