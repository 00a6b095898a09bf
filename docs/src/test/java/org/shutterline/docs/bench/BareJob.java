package org.shutterline.docs.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.station.Job;
import org.shutterline.server.station.ToolStep;

/** The baseline of a job: its tools called one after the other at the station's pace, no station around them. Prints ms a picture. */
public final class BareJob {
    /** The pace at which the station gets its triggers: a core that never rests is faster. */
    private static final long PERIOD_NANOS = 5_000_000;

    private BareJob() {}

    /** @param args the folder of the jobs, the name of the job, how many pictures to warm up, how many to measure */
    public static void main(String[] args) throws Exception {
        Vision.load();
        Job job = JobContent.read(Path.of(args[0]), args[1])
                .toJob(Plugins.installed().tools(), Isolation.NONE);
        List<InspectionTool> tools = new ArrayList<>();
        for (ToolStep step : job.tools()) {
            tools.add(step.factory().create(step.options(), job.files()));
        }
        List<ByteBuffer> plates = StillCameraFactory.plates(1280, 960);
        int warm = Integer.parseInt(args[2]);
        int count = Integer.parseInt(args[3]);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < warm + count; i++) {
            LockSupport.parkNanos(i < warm ? 0 : PERIOD_NANOS);
            long from = System.nanoTime();
            try (PlainScene scene = new PlainScene(plates.get(i % plates.size()), 1280, 960)) {
                for (InspectionTool tool : tools) {
                    tool.inspect(scene);
                }
            }
            if (i >= warm) {
                times.add((System.nanoTime() - from) / 1e6);
            }
        }
        System.out.println(Figures.of(times).p50());
    }

    /** A picture and nothing else. */
    private static final class PlainScene implements Scene, AutoCloseable {
        private final Mat grey;

        private PlainScene(ByteBuffer pixels, int width, int height) {
            grey = new Mat(height, width, CvType.CV_8UC1, pixels);
        }

        @Override
        public int widthPx() {
            return grey.cols();
        }

        @Override
        public int heightPx() {
            return grey.rows();
        }

        @Override
        public Mat grey() {
            return grey;
        }

        @Override
        public Mat colour() {
            Mat colour = new Mat();
            Imgproc.cvtColor(grey, colour, Imgproc.COLOR_GRAY2BGR);
            return colour;
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
            return Long.MAX_VALUE;
        }

        @Override
        public void close() {
            grey.release();
        }
    }
}
