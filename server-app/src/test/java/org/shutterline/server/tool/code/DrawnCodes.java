package org.shutterline.server.tool.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import java.util.Map;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Mats;

/** Pictures of codes whose text is known; the caller releases them. */
final class DrawnCodes {
    static final int DARK = 20;
    static final int BRIGHT = 230;

    private DrawnCodes() {}

    static Mat of(Symbology symbology, String text) throws Exception {
        return of(symbology, text, 360, 200);
    }

    /** With a margin of 40 px. */
    static Mat of(Symbology symbology, String text, int widthPx, int heightPx) throws Exception {
        Vision.load();
        BitMatrix code = new MultiFormatWriter()
                .encode(text, symbology.format(), widthPx, heightPx, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
        Mat mat = new Mat(code.getHeight() + 80, code.getWidth() + 80, CvType.CV_8UC1, new Scalar(BRIGHT));
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                mat.put(y + 40, x + 40, code.get(x, y) ? DARK : BRIGHT);
            }
        }
        return mat;
    }

    /** On a larger ground of the same brightness. */
    static Mat turned(Mat code, double degrees) {
        int side = (int) Math.ceil(Math.hypot(code.cols(), code.rows()));
        try (Mats mats = new Mats()) {
            Mat turn =
                    mats.hold(Imgproc.getRotationMatrix2D(new Point(code.cols() / 2.0, code.rows() / 2.0), degrees, 1));
            turn.put(0, 2, turn.get(0, 2)[0] + (side - code.cols()) / 2.0);
            turn.put(1, 2, turn.get(1, 2)[0] + (side - code.rows()) / 2.0);
            Mat turned = new Mat();
            Imgproc.warpAffine(
                    code,
                    turned,
                    turn,
                    new Size(side, side),
                    Imgproc.INTER_LINEAR,
                    Core.BORDER_CONSTANT,
                    new Scalar(BRIGHT));
            return turned;
        }
    }

    static Mat inverted(Mat code) {
        Mat inverted = new Mat();
        Core.bitwise_not(code, inverted);
        return inverted;
    }

    /** Black and white brought together about a middle grey. */
    static Mat faint(Mat code, double contrast) {
        Mat faint = new Mat();
        code.convertTo(faint, CvType.CV_8U, contrast, 120 * (1 - contrast));
        return faint;
    }

    static Mat noisy(Mat code, double deviation, long seed) {
        Random dice = new Random(seed);
        byte[] levels = new byte[(int) code.total()];
        code.get(0, 0, levels);
        for (int i = 0; i < levels.length; i++) {
            levels[i] =
                    (byte) Math.max(0, Math.min(255, Math.round((levels[i] & 0xFF) + dice.nextGaussian() * deviation)));
        }
        Mat noisy = new Mat(code.rows(), code.cols(), CvType.CV_8UC1);
        noisy.put(0, 0, levels);
        return noisy;
    }

    static Mat blurred(Mat code, double sigmaPx) {
        Mat blurred = new Mat();
        Imgproc.GaussianBlur(code, blurred, new Size(0, 0), sigmaPx);
        return blurred;
    }

    /** An empty ground. */
    static Mat ground(int widthPx, int heightPx) {
        Vision.load();
        return new Mat(heightPx, widthPx, CvType.CV_8UC1, new Scalar(BRIGHT));
    }

    static void put(Mat code, Mat ground, int x, int y) {
        Mat place = ground.submat(new Rect(x, y, code.cols(), code.rows()));
        code.copyTo(place);
        place.release();
    }
}
