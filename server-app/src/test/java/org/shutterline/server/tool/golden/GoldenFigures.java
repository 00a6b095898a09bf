package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
    private final Map<String, Integer> missed = new TreeMap<>();

    /** @param args how many boards, and the number of the first */
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
                ours.ours(board, number);
                bare.note(board, timed(bare, () -> BareDifference.boxes(board.golden(), board.tested())), -1);
            }
        }
        System.out.println(style + " ours: " + ours + " missed " + ours.missed);
        System.out.println(style + " bare: " + bare + " missed " + bare.missed);
    }

    void ours(Board board, int number) {
        GoldenRule rule = GoldenRule.USUAL;
        Mat none = new Mat();
        try (Comparer comparer = new Comparer(new Golden(board.golden().clone(), none, rule), rule)) {
            note(board, timed(this, () -> boxes(comparer, board)), number);
        }
        none.release();
    }

    private static List<Rect> boxes(Comparer comparer, Board board) {
        Comparison comparison = comparer.compare(board.tested()).orElseThrow();
        List<Rect> boxes = new ArrayList<>();
        for (Spot spot : comparison.spots()) {
            Rect box = spot.box();
            double[] a = comparison.alignment().warp().at(box.x, box.y);
            double[] b = comparison.alignment().warp().at(box.x + box.width, box.y + box.height);
            boxes.add(new Rect((int) a[0], (int) a[1], (int) Math.ceil(b[0] - a[0]), (int) Math.ceil(b[1] - a[1])));
        }
        return boxes;
    }

    private static List<Rect> timed(GoldenFigures figures, java.util.function.Supplier<List<Rect>> work) {
        long from = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Rect> boxes = work.get();
        figures.ms.add(
                (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e6);
        return boxes;
    }

    private void note(Board board, List<Rect> seen, int number) {
        defects += board.defects().size();
        boxes += seen.size();
        for (Board.Flaw flaw : board.defects()) {
            if (seen.stream().anyMatch(box -> Boards.touches(box, flaw.box()))) {
                found++;
            } else {
                missed.merge(flaw.kind(), 1, Integer::sum);
                if (number >= 0 && Boolean.getBoolean("verbose")) {
                    System.out.println(number + " missed " + flaw);
                }
            }
        }
        for (Rect box : seen) {
            if (board.defects().stream().anyMatch(flaw -> Boards.touches(box, flaw.box()))) {
                trueBoxes++;
            } else if (number >= 0 && Boolean.getBoolean("verbose")) {
                System.out.println(number + " false " + box);
            }
        }
    }

    double foundShare() {
        return (double) found / defects;
    }

    double trueShare() {
        return (double) trueBoxes / boxes;
    }

    private double quantileMs(double share) {
        double[] sorted = ms.subList(Math.min(ms.size() - 1, 30), ms.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "found %.2f %% of %d, true %.2f %% of %d boxes, %.1f ms median, %.1f ms p90",
                100 * foundShare(),
                defects,
                100 * trueShare(),
                boxes,
                quantileMs(0.5),
                quantileMs(0.9));
    }
}
