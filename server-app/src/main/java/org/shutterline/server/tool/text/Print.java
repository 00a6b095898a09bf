package org.shutterline.server.tool.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/**
 * Brings the print in a region to what a reader likes: dark on light, capitals about 32 px high, with a margin. Holds
 * its matrices between {@link #prepare} and {@link #close}. Used by one thread.
 */
final class Print implements AutoCloseable {
    private static final double CAPITAL_PX = 32;
    private static final double NEAR_ENOUGH = 0.15;
    private static final double MOST_TIMES_LARGER = 6;
    private static final double MOST_PX = 4_000_000;
    private static final int MARGIN_PX = 14;
    private static final int LEAST_CONTRAST = 12;

    /** Less is dust or noise. */
    private static final int LEAST_LETTER_PX = 5;

    /** Capitals and digits are taller than most of what is there. */
    private static final double TALL = 0.8;

    /** How far, as a part of the region, what comes from its upper or lower edge may reach in and still be no letter. */
    private static final double REACH = 0.3;

    /** The edge of ink is grey for so many px. */
    private static final int SOFT_RIM_PX = 2;

    private final List<Mat> held = new ArrayList<>();

    /**
     * @param grey CV_8UC1, not written to
     * @param mask 255 where to look, or empty for all of it
     * @return empty if nothing stands out
     */
    Optional<Mat> prepare(Mat grey, Optional<Mat> mask, Ink ink) {
        Mat binary = hold(new Mat());
        Imgproc.threshold(grey, binary, level(grey, mask), 255, Imgproc.THRESH_BINARY_INV);
        Mat light = hold(new Mat());
        Core.bitwise_not(binary, light);
        mask.ifPresent(inside -> {
            Core.bitwise_and(binary, inside, binary);
            Core.bitwise_and(light, inside, light);
        });
        int darkPx = Core.countNonZero(binary);
        int lightPx = Core.countNonZero(light);
        if (darkPx == 0
                || lightPx == 0
                || Core.mean(grey, light).val[0] - Core.mean(grey, binary).val[0] < LEAST_CONTRAST) {
            return Optional.empty();
        }
        boolean inkIsLight = ink == Ink.LIGHT || ink == Ink.AUTO && darkPx > lightPx;
        Mat letters = inkIsLight ? light : binary;
        Mat paper = hold(new Mat());
        if (inkIsLight) {
            Core.bitwise_not(grey, paper);
        } else {
            grey.copyTo(paper);
        }
        double ground = Core.mean(paper, inkIsLight ? binary : light).val[0];
        mask.ifPresent(inside -> {
            Mat outside = hold(new Mat());
            Core.bitwise_not(inside, outside);
            Mats.fill(paper, new Scalar(ground), outside);
        });
        Mat rests = hold(new Mat());
        double capitalPx = capitalPx(letters, rests);
        Imgproc.dilate(rests, rests, hold(new Mat()), new Point(-1, -1), SOFT_RIM_PX);
        Mats.fill(paper, new Scalar(ground), rests);
        return Optional.of(framed(scaled(paper, capitalPx), ground));
    }

    /** Otsu's level of what is inside: of the whole if there is no mask. */
    private double level(Mat grey, Optional<Mat> mask) {
        Mat scratch = hold(new Mat());
        if (mask.isEmpty()) {
            return Imgproc.threshold(grey, scratch, 0, 255, Imgproc.THRESH_BINARY | Imgproc.THRESH_OTSU);
        }
        // outside counts as the mean inside, which moves the level little
        grey.copyTo(scratch);
        Mat outside = hold(new Mat());
        Core.bitwise_not(mask.get(), outside);
        Mats.fill(scratch, Core.mean(grey, mask.get()), outside);
        return Imgproc.threshold(scratch, scratch, 0, 255, Imgproc.THRESH_BINARY | Imgproc.THRESH_OTSU);
    }

    /**
     * Looks at each patch of ink: how high capitals are, and which patches are the rests of other lines or of the rim
     * that reach in.
     *
     * @param rests becomes 255 where such rests are
     * @return px; the wanted height if nothing looks like a letter
     */
    private double capitalPx(Mat letters, Mat rests) {
        Mat labels = hold(new Mat());
        Mat statistics = hold(new Mat());
        Mat centres = hold(new Mat());
        int patches = Imgproc.connectedComponentsWithStats(letters, labels, statistics, centres, 8, CvType.CV_32S);
        List<Integer> heights = new ArrayList<>();
        boolean[] isRest = new boolean[patches];
        int[] patch = new int[5];
        for (int i = 1; i < patches; i++) {
            statistics.get(i, 0, patch);
            int high = patch[Imgproc.CC_STAT_HEIGHT];
            isRest[i] = isRest(patch, letters);
            if (high >= LEAST_LETTER_PX && !isRest[i] && patch[Imgproc.CC_STAT_AREA] >= high) {
                heights.add(high);
            }
        }
        paint(labels, isRest, rests);
        if (heights.isEmpty()) {
            return CAPITAL_PX;
        }
        heights.sort(null);
        return heights.get((int) (TALL * (heights.size() - 1)));
    }

    /** What reaches a little way in from the upper or lower edge, or from one to the other: rests of a line beside, a rim. */
    private static boolean isRest(int[] patch, Mat letters) {
        int top = patch[Imgproc.CC_STAT_TOP];
        int bottom = top + patch[Imgproc.CC_STAT_HEIGHT];
        boolean cutAbove = top == 0;
        boolean cutBelow = bottom == letters.rows();
        return cutAbove && cutBelow
                || cutAbove && bottom < REACH * letters.rows()
                || cutBelow && top > (1 - REACH) * letters.rows();
    }

    private static void paint(Mat labels, boolean[] wanted, Mat painted) {
        int[] numbers = new int[(int) labels.total()];
        labels.get(0, 0, numbers);
        byte[] levels = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            levels[i] = wanted[numbers[i]] ? (byte) 255 : 0;
        }
        painted.create(labels.rows(), labels.cols(), CvType.CV_8UC1);
        painted.put(0, 0, levels);
    }

    private Mat scaled(Mat paper, double capitalPx) {
        double most = Math.min(MOST_TIMES_LARGER, Math.sqrt(MOST_PX / paper.total()));
        double factor = Math.min(most, CAPITAL_PX / capitalPx);
        if (Math.abs(factor - 1) < NEAR_ENOUGH) {
            return paper;
        }
        Mat other = hold(new Mat());
        Size size =
                new Size(Math.max(1, Math.rint(paper.cols() * factor)), Math.max(1, Math.rint(paper.rows() * factor)));
        Imgproc.resize(paper, other, size, 0, 0, factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
        return other;
    }

    private Mat framed(Mat paper, double ground) {
        Mat framed = hold(new Mat());
        Core.copyMakeBorder(
                paper, framed, MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX, Core.BORDER_CONSTANT, new Scalar(ground));
        return framed;
    }

    private Mat hold(Mat mat) {
        held.add(mat);
        return mat;
    }

    @Override
    public void close() {
        held.forEach(Mat::release);
        held.clear();
    }
}
