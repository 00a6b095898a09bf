package org.shutterline.server.tool.golden;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.shutterline.server.spi.Vision;

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

    /** @param args how many boards, the number of the first, and the styles; see {@link Style#named} */
    public static void main(String[] args) {
        Vision.load();
        Core.setNumThreads(1);
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        List<String> styles = args.length > 2 ? List.of(args).subList(2, args.length) : List.of("usual");
        styles.forEach(style -> print(style, first, count));
    }

    private static void print(String style, int first, int count) {
        GoldenFigures ours = new GoldenFigures();
        GoldenFigures bare = new GoldenFigures();
        for (int number = first; number < first + count; number++) {
            try (Board board = Boards.of(number, Style.named(style))) {
                ours.ours(board);
                bare.note(board, timed(bare, () -> BareDifference.boxes(board.golden(), board.tested())));
            }
        }
        System.out.println(style + " ours: " + ours + " missed " + ours.missed);
        System.out.println(style + " bare: " + bare + " missed " + bare.missed);
    }

    /** Ours only, over so many boards. */
    static GoldenFigures of(int first, int count, String style) {
        Vision.load();
        GoldenFigures ours = new GoldenFigures();
        for (int number = first; number < first + count; number++) {
            try (Board board = Boards.of(number, Style.named(style))) {
                ours.ours(board);
            }
        }
        return ours;
    }

    private void ours(Board board) {
        try (Comparer comparer = comparer(board.golden())) {
            note(board, timed(this, () -> boxes(comparer, board.tested())));
        }
    }

    static List<Rect> boxes(Mat golden, Mat tested) {
        try (Comparer comparer = comparer(golden)) {
            return boxes(comparer, tested);
        }
    }

    private static Comparer comparer(Mat golden) {
        Mat none = new Mat();
        Comparer comparer = new Comparer(new Golden(golden.clone(), none, GoldenRule.USUAL), GoldenRule.USUAL);
        none.release();
        return comparer;
    }

    private static List<Rect> boxes(Comparer comparer, Mat tested) {
        Aligned aligned = comparer.align(tested);
        List<Rect> boxes = new ArrayList<>();
        for (Spot spot : comparer.spots(tested, aligned)) {
            Rect box = spot.box();
            double[] a = aligned.warp().at(box.x, box.y);
            double[] b = aligned.warp().at(box.x + box.width, box.y + box.height);
            boxes.add(new Rect((int) a[0], (int) a[1], (int) Math.ceil(b[0] - a[0]), (int) Math.ceil(b[1] - a[1])));
        }
        return boxes;
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

    private static double quantile(List<Double> ms, double share) {
        double[] sorted = ms.subList(Math.min(ms.size() / 2, 30), ms.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "found %.2f %% of %d, true %.2f %% of %d boxes, %.1f ms median, %.1f ms p90, %.1f ms of the processor",
                100 * foundShare(),
                defects,
                100 * trueShare(),
                boxes,
                quantile(ms, 0.5),
                quantile(ms, 0.9),
                quantile(cpuMs, 0.5));
    }
}
