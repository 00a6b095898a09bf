package org.shutterline.docs.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Vision;

/**
 * The baseline of the libraries: the job's questions asked of OpenCV and ZXing by the calls that a program without tools
 * would make for the same answers: holes between px, with their roundness. {@code BareCallsTest} holds that they are the
 * same. Prints ms a picture.
 */
public final class BareCalls {
    private static final Scalar ONE = new Scalar(1);
    private static final Scalar NEARLY_WHITE = new Scalar(254);
    private static final int STRIPS = 24;
    private static final double SMOOTH_PX = 2;
    private static final double LEAST_SLOPE = 10;

    private final int scale;
    private final Mat print;
    private final Mat bell;
    private final Mat none = Mat.ones(1, 1, CvType.CV_32F);
    private final MultiFormatReader codes = new MultiFormatReader();
    private final Map<DecodeHintType, Object> hints = Map.of(
            DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE), DecodeHintType.TRY_HARDER, Boolean.TRUE);

    /** @param jobs the folder of the jobs */
    BareCalls(Path jobs, PlateJob job) {
        this.scale = job.scale();
        this.print = Imgcodecs.imread(jobs.resolve(job.print()).toString(), Imgcodecs.IMREAD_GRAYSCALE);
        this.bell = slopeOfBell();
    }

    /** @param args the folder of the jobs, the job, how many pictures to warm up, how many to measure */
    public static void main(String[] args) throws Exception {
        Vision.load();
        PlateJob job = PlateJob.valueOf(args[1]);
        BareCalls calls = new BareCalls(Path.of(args[0]), job);
        Map<String, Paced.Step> steps = new LinkedHashMap<>();
        steps.put("holeA", calls::holeA);
        steps.put("holeB", calls::holeB);
        steps.put("holes", calls::holes);
        steps.put("width", calls::width);
        steps.put("light", calls::light);
        steps.put("scratch", calls::scratch);
        steps.put("label", calls::label);
        steps.put("code", calls::code);
        Paced.print(steps, job, List.of(args).subList(2, args.length));
    }

    BarePatches holeA(Mat grey) {
        return BarePatches.in(grey, rect(181, 237, 210, 220), 90, 3000 * scale * scale, true);
    }

    BarePatches holeB(Mat grey) {
        return BarePatches.in(grey, rect(205, 528, 162, 170), 90, 3000 * scale * scale, true);
    }

    BarePatches holes(Mat grey) {
        return BarePatches.in(grey, rect(181, 237, 210, 461), 90, 3000 * scale * scale, true);
    }

    BarePatches scratch(Mat grey) {
        return BarePatches.in(grey, rect(355, 645, 420, 109), 115, 60 * scale * scale, false);
    }

    private Rect rect(int x, int y, int width, int height) {
        return new Rect(scale * x, scale * y, scale * width, scale * height);
    }

    /** From the uppermost edge to the lowest at right angles, px: in 24 strips, with a line laid through each. */
    double width(Mat grey) {
        Mat part = grey.submat(rect(945, 250, 70, 460));
        Mat strips = new Mat();
        Mat slopes = new Mat();
        Imgproc.resize(part, strips, new Size(STRIPS, part.rows()), 0, 0, Imgproc.INTER_AREA);
        Imgproc.sepFilter2D(strips, slopes, CvType.CV_32F, none, bell);
        float[] slope = new float[STRIPS * slopes.rows()];
        slopes.get(0, 0, slope);
        Point[] upper = new Point[STRIPS];
        Point[] lower = new Point[STRIPS];
        double stripPx = (double) part.cols() / STRIPS;
        for (int strip = 0; strip < STRIPS; strip++) {
            double across = (strip + 0.5) * stripPx;
            upper[strip] = new Point(across, edge(slope, strip, 1));
            lower[strip] = new Point(across, edge(slope, strip, -1));
        }
        release(slopes, strips, part);
        double[] first = line(upper);
        double[] second = line(lower);
        double slant = (first[0] / first[1] + second[0] / second[1]) / 2;
        double middle = part.cols() / 2.0;
        return (at(second, middle) - at(first, middle)) / Math.sqrt(1 + 1 / (slant * slant));
    }

    /** The first of the edges to light from above, or of those to dark from below. */
    private static double edge(float[] slope, int strip, int way) {
        int rows = slope.length / STRIPS;
        for (int n = 1; n < rows - 1; n++) {
            int row = way > 0 ? n : rows - 1 - n;
            double here = way * slope[row * STRIPS + strip];
            double before = way * slope[(row - 1) * STRIPS + strip];
            double after = way * slope[(row + 1) * STRIPS + strip];
            if (here >= LEAST_SLOPE && here >= before && here >= after) {
                return row + 0.5 + (before - after) / (2 * (before - 2 * here + after));
            }
        }
        return 0;
    }

    /** Direction x, y and a point x, y. */
    private static double[] line(Point[] points) {
        MatOfPoint2f all = new MatOfPoint2f(points);
        Mat line = new Mat();
        Imgproc.fitLine(all, line, Imgproc.DIST_HUBER, 0, 0.01, 0.01);
        float[] found = new float[4];
        line.get(0, 0, found);
        release(line, all);
        return new double[] {found[0], found[1], found[2], found[3]};
    }

    private static double at(double[] line, double x) {
        return line[3] + (x - line[2]) * line[1] / line[0];
    }

    /** The slope of a bell, so that a ramp of 1 grey for each px gives 1. */
    private static Mat slopeOfBell() {
        int reach = (int) Math.ceil(3 * SMOOTH_PX);
        float[] weights = new float[2 * reach + 1];
        double ramp = 0;
        for (int k = -reach; k <= reach; k++) {
            double weight = k * Math.exp(-k * k / (2 * SMOOTH_PX * SMOOTH_PX));
            weights[k + reach] = (float) weight;
            ramp += k * weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (weights[i] / ramp);
        }
        Mat bell = new Mat(weights.length, 1, CvType.CV_32F);
        bell.put(0, 0, weights);
        return bell;
    }

    /** Mean grey, deviation, share of black and white in %. */
    double[] light(Mat grey) {
        Mat part = grey.submat(rect(420, 220, 330, 85));
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        Mat between = new Mat();
        Core.meanStdDev(part, mean, deviation);
        Core.inRange(part, ONE, NEARLY_WHITE, between);
        double[] found = {
            mean.get(0, 0)[0],
            deviation.get(0, 0)[0],
            100.0 * (part.total() - Core.countNonZero(between)) / part.total()
        };
        release(between, deviation, mean, part);
        return found;
    }

    /** How well the print fits where it fits best, to whole px. */
    double label(Mat grey) {
        Mat part = grey.submat(rect(405, 565, 220, 95));
        Mat scores = new Mat();
        Imgproc.matchTemplate(part, print, scores, Imgproc.TM_CCOEFF_NORMED);
        double best = Core.minMaxLoc(scores).maxVal;
        release(scores, part);
        return best;
    }

    /** What the code says; empty if it cannot be read. */
    String code(Mat grey) {
        Mat part = grey.submat(rect(415, 325, 255, 245));
        byte[] levels = BarePatches.bytes(part);
        PlanarYUVLuminanceSource source =
                new PlanarYUVLuminanceSource(levels, part.cols(), part.rows(), 0, 0, part.cols(), part.rows(), false);
        release(part);
        try {
            return codes.decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                    .getText();
        } catch (NotFoundException unreadable) {
            return "";
        } finally {
            codes.reset();
        }
    }

    static void release(Mat... mats) {
        for (Mat mat : mats) {
            mat.release();
        }
    }
}
