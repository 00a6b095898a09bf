package org.shutterline.docs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The jobs that are measured: the demo's, and the same for a camera of twice as many px along each side. */
enum PlateJob {
    DEMO(1, "plate-A"),
    LARGE(2, "plate-2x");

    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 960;
    private static final Pattern LENGTH = Pattern.compile("\\b(x|y|width|height|low|high): ([0-9.]+)");
    private static final Pattern AREA = Pattern.compile("minAreaPx: ([0-9]+)");

    private final int scale;
    private final String id;

    PlateJob(int scale, String id) {
        this.scale = scale;
        this.id = id;
    }

    /** How many px one of the demo's is, along a side. */
    int scale() {
        return scale;
    }

    String id() {
        return id;
    }

    /** Its file in the folder of the jobs. */
    String print() {
        return id + "/print.png";
    }

    int widthPx() {
        return scale * WIDTH_PX;
    }

    int heightPx() {
        return scale * HEIGHT_PX;
    }

    /** Puts it beside the demo's. OpenCV is loaded. */
    void write(Path jobs) throws IOException {
        if (this == DEMO) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(jobs.resolve(DEMO.id + ".yaml"))) {
            text.append(
                            line.contains("region:") || line.contains("diameter:") || line.contains("distance:")
                                    ? LENGTH.matcher(line)
                                            .replaceAll(found -> found.group(1) + ": " + larger(found.group(2)))
                                    : line.replace("name: " + DEMO.id, "name: " + id))
                    .append('\n');
        }
        Matcher areas = AREA.matcher(text);
        Files.writeString(
                jobs.resolve(id + ".yaml"),
                areas.replaceAll(found -> "minAreaPx: " + scale * scale * Integer.parseInt(found.group(1))));
        Files.createDirectories(jobs.resolve(id));
        Mat print = Imgcodecs.imread(jobs.resolve(DEMO.print()).toString(), Imgcodecs.IMREAD_GRAYSCALE);
        Mat large = new Mat();
        Imgproc.resize(print, large, new Size(), scale, scale, Imgproc.INTER_CUBIC);
        Imgcodecs.imwrite(jobs.resolve(print()).toString(), large);
        BareCalls.release(large, print);
    }

    private String larger(String px) {
        double larger = scale * Double.parseDouble(px);
        return larger == Math.rint(larger) ? Long.toString((long) larger) : Double.toString(larger);
    }
}
