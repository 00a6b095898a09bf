package org.shutterline.docs.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private BareJob() {}

    /** @param args the folder of the jobs, the job, how many pictures to warm up, how many to measure */
    public static void main(String[] args) throws Exception {
        Vision.load();
        PlateJob plate = PlateJob.valueOf(args[1]);
        Map<String, Paced.Step> steps = new LinkedHashMap<>();
        tools(Path.of(args[0]), plate).forEach((id, tool) -> steps.put(id, grey -> tool.inspect(new PlainScene(grey))));
        Paced.print(steps, plate, List.of(args).subList(2, args.length));
    }

    /** The job's tools by id. */
    static Map<String, InspectionTool> tools(Path jobs, PlateJob plate) throws Exception {
        Job job = JobContent.read(jobs, plate.id()).toJob(Plugins.installed().tools(), Isolation.NONE);
        Map<String, InspectionTool> tools = new LinkedHashMap<>();
        for (ToolStep step : job.tools()) {
            tools.put(step.id(), step.factory().create(step.options(), job.files()));
        }
        return tools;
    }

    /** A picture and nothing else. */
    record PlainScene(Mat grey) implements Scene {
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
    }
}
