package org.shutterline.docs.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Runs the steps of a job on plates at the pace at which the station gets its triggers: a core that never rests is faster. */
final class Paced {
    /** The name under which the time of all steps is told. */
    static final String ALL = "all";

    private static final long PERIOD_NANOS = 5_000_000;

    private Paced() {}

    /** One tool's work on a picture that it does not write to. */
    @FunctionalInterface
    interface Step {
        void look(Mat grey) throws Exception;
    }

    /**
     * Prints the median ms of each step and of all, in one line that {@link #read} understands.
     *
     * @param args how many pictures to warm up, how many to measure
     */
    static void print(Map<String, Step> steps, PlateJob job, List<String> args) throws Exception {
        List<ByteBuffer> plates = StillCameraFactory.plates(job.widthPx(), job.heightPx());
        int warm = Integer.parseInt(args.get(0));
        int count = Integer.parseInt(args.get(1));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i < warm + count; i++) {
            LockSupport.parkNanos(i < warm ? 0 : PERIOD_NANOS);
            Map<String, Double> once = once(steps, job, plates.get(i % plates.size()));
            if (i >= warm) {
                once.forEach((what, ms) ->
                        times.computeIfAbsent(what, none -> new ArrayList<>()).add(ms));
            }
        }
        System.out.println(times.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s=%.4f",
                        entry.getKey(),
                        Figures.of(entry.getValue()).p50()))
                .collect(Collectors.joining(" ")));
    }

    private static Map<String, Double> once(Map<String, Step> steps, PlateJob job, ByteBuffer plate) throws Exception {
        Map<String, Double> ms = new LinkedHashMap<>();
        long from = System.nanoTime();
        Mat grey = new Mat(job.heightPx(), job.widthPx(), CvType.CV_8UC1, plate);
        long last = from;
        for (Map.Entry<String, Step> step : steps.entrySet()) {
            step.getValue().look(grey);
            long now = System.nanoTime();
            ms.put(step.getKey(), (now - last) / 1e6);
            last = now;
        }
        grey.release();
        ms.put(ALL, (System.nanoTime() - from) / 1e6);
        return ms;
    }

    /** The figures of a line. */
    static Map<String, Double> read(String line) {
        Map<String, Double> ms = new LinkedHashMap<>();
        for (String cell : line.split(" ")) {
            String[] parts = cell.split("=");
            ms.put(parts[0], Double.parseDouble(parts[1]));
        }
        return ms;
    }
}
