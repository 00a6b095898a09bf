package org.shutterline.docs.bench;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.worker.Workers;

/** What it costs to run a tool in a worker, and to ask a program that does nothing: prints a table of medians. */
public final class IsolationCost {
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 1024;
    private static final int WARM = 100;
    private static final int ROUNDS = 400;
    private static final JobFiles NO_FILES = (name, place) -> {
        throw new BadSetting(place, "no files");
    };
    private static final String ECHO = """
            import json, sys
            i, o = sys.stdin.buffer, sys.stdout
            i.readline()
            o.write('{"hello":"tool","version":1}\\n')
            o.flush()
            for line in iter(i.readline, b''):
                p = json.loads(line)
                i.read(p['bytes'])
                o.write('{"picture":%d,"verdict":"OK"}\\n' % p['picture'])
                o.flush()
            """;

    private IsolationCost() {}

    public static void main(String[] args) throws Exception {
        Vision.load();
        Mat picture = picture();
        Workers workers = Workers.likeThis("org.shutterline.server.WorkerMain");
        System.out.println(
                "| tool on 1280 x 1024 mono8, ms, fastest tenth / median | in the server | in a worker | cost |");
        System.out.println("|---|---|---|---|");
        for (String id : new String[] {"brightness", "blobs"}) {
            InspectionToolFactory kind = Plugins.installed().tools().find(id, "");
            double[] here = times(tool(kind, Map.of()), picture);
            double[] there = times(tool(workers.isolated(kind, Map.of(), 256), Map.of()), picture);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f |%n",
                    id,
                    here[0],
                    here[1],
                    there[0],
                    there[1],
                    there[0] - here[0],
                    there[1] - here[1]);
        }
        Path script = Files.writeString(Files.createTempFile("echo", ".py"), ECHO);
        InspectionToolFactory external = Plugins.installed().tools().find("external", "");
        double[] echo = times(tool(external, Map.of("command", List.of("python3", script.toString()))), picture);
        System.out.printf(Locale.ROOT, "| a Python program that does nothing | | %.2f / %.2f | |%n", echo[0], echo[1]);
        Files.delete(script);
        picture.release();
    }

    private static InspectionTool tool(InspectionToolFactory kind, Map<String, Object> settings) {
        return kind.create(Options.checked("bench", settings, kind.settings()), NO_FILES);
    }

    private static double[] times(InspectionTool tool, Mat picture) throws ToolException {
        double[] ms = new double[ROUNDS];
        try (tool) {
            for (int i = -WARM; i < ROUNDS; i++) {
                long start = System.nanoTime();
                tool.inspect(new Bare(picture, start + 5_000_000_000L));
                if (i >= 0) {
                    ms[i] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        Arrays.sort(ms);
        return new double[] {ms[ROUNDS / 10], ms[ROUNDS / 2]};
    }

    /** Dark spots on grey, with noise, in memory like that of a frame. */
    private static Mat picture() {
        ByteBuffer memory = ByteBuffer.allocateDirect(WIDTH_PX * HEIGHT_PX);
        SplittableRandom dice = new SplittableRandom(7);
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                boolean dark = Math.hypot(x % 160 - 80, y % 128 - 64) < 30;
                memory.put((byte) ((dark ? 50 : 190) + dice.nextInt(10)));
            }
        }
        Mat mat = new Mat(HEIGHT_PX, WIDTH_PX, CvType.CV_8UC1, memory.flip());
        Mat smooth = new Mat();
        Imgproc.GaussianBlur(mat, smooth, new Size(5, 5), 0);
        mat.release();
        return smooth;
    }

    private record Bare(Mat grey, long until) implements Scene {
        @Override
        public int widthPx() {
            return grey.cols();
        }

        @Override
        public int heightPx() {
            return grey.rows();
        }

        @Override
        public Mat colour() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant takenAt() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<String> part() {
            return Optional.empty();
        }

        @Override
        public long nanosLeft() {
            return until - System.nanoTime();
        }
    }
}
