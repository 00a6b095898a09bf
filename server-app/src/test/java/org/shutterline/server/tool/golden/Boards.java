package org.shutterline.server.tool.golden;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/** Photographs painted boards: rough edges, blur, noise, light, and a picture that lies and stretches otherwise. */
final class Boards {
    static final int SIDE_PX = 640;

    private final Random dice;
    private final Style style;
    private final boolean binary;
    private final boolean inverted;
    private final double roughness;
    private final double blurPx;
    private final double copper;
    private final double bare;
    private final double noise;

    private Boards(Random dice, Style style) {
        this.dice = dice;
        this.style = style;
        this.binary = dice.nextDouble() < style.binaryShare();
        this.inverted = dice.nextInt(3) == 0;
        this.roughness = style.roughest() * (0.2 + 0.8 * dice.nextDouble());
        this.blurPx = 0.5 + (style.blurriest() - 0.5) * dice.nextDouble();
        this.copper = binary ? 255 : 150 + dice.nextInt(80);
        this.bare = binary ? 0 : 25 + dice.nextInt(60);
        this.noise = style.cut() ? 0 : binary ? 5 * dice.nextDouble() : 2 + (style.noisiest() - 2) * dice.nextDouble();
    }

    /** The board of this number; always the same one. */
    static Board of(long number) {
        return of(number, Style.USUAL);
    }

    static Board of(long number, Style style) {
        Random dice = new Random(number * 7919 + 13);
        BoardPainter painter = new BoardPainter(dice);
        painter.paint();
        return new Boards(dice, style).photograph(painter);
    }

    private Board photograph(BoardPainter painter) {
        try (Mats mats = new Mats()) {
            Distortion lies = new Distortion(dice, style);
            Mat still = mats.hold(rough(painter.good()));
            Mat moved = mats.hold(rough(painter.bad()));
            Mat golden = new Mat();
            Distortion.none().apply(still, golden);
            Mat tested = new Mat();
            lies.apply(moved, tested);
            if (style.cut()) {
                cut(golden);
                cut(tested);
            }
            light(golden, false);
            light(tested, true);
            List<Board.Flaw> flaws = new ArrayList<>();
            for (Board.Flaw flaw : painter.flaws()) {
                flaws.add(new Board.Flaw(flaw.kind(), lies.where(flaw.box())));
            }
            return new Board(golden, tested, flaws);
        }
    }

    /** Copper as 0..1, edges moved to and fro by chance. */
    private Mat rough(BufferedImage sheet) {
        try (Mats mats = new Mats()) {
            int side = BoardPainter.SIDE_PX;
            Mat drawn = mats.hold(new Mat(side, side, CvType.CV_8UC1));
            drawn.put(0, 0, BoardPainter.bytes(sheet));
            Mat level = new Mat();
            drawn.convertTo(level, CvType.CV_32F, 1 / 255.0);
            Imgproc.GaussianBlur(level, level, new Size(0, 0), 1.0);
            Mat wobble = mats.hold(normal(side));
            Imgproc.GaussianBlur(wobble, wobble, new Size(0, 0), style.bumpPx());
            // what a bell leaves of noise is the less the wider it is
            Core.multiply(wobble, new Scalar(roughness * 3.54 * style.bumpPx()), wobble);
            // only where there is an edge: 4 v (1 - v) is 1 in its middle
            Mat edge = mats.empty();
            Core.multiply(level, level, edge);
            Core.subtract(level, edge, edge);
            Core.multiply(edge, wobble, wobble, 4);
            Core.add(level, wobble, level);
            Imgproc.threshold(level, level, 0.5, 1, Imgproc.THRESH_BINARY);
            if (!binary) {
                Imgproc.GaussianBlur(level, level, new Size(0, 0), blurPx);
            }
            return level;
        }
    }

    /** To black and white, as a program before did it: where the level lies makes all copper a little wider or thinner. */
    private void cut(Mat level) {
        try (Mats mats = new Mats()) {
            Imgproc.GaussianBlur(level, level, new Size(0, 0), 0.8);
            Mat grain = mats.hold(normal(SIDE_PX));
            Core.scaleAdd(grain, 0.06, level, level);
            Imgproc.threshold(level, level, 0.5 + 0.3 * (dice.nextDouble() - 0.5), 1, Imgproc.THRESH_BINARY);
        }
    }

    private Mat normal(int side) {
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) dice.nextGaussian();
        }
        Mat mat = new Mat(side, side, CvType.CV_32FC1);
        mat.put(0, 0, values);
        return mat;
    }

    private void light(Mat level, boolean other) {
        try (Mats mats = new Mats()) {
            double gain = other ? 1 + style.lightShare() * (2 * dice.nextDouble() - 1) : 1;
            double slopeX = other ? 0.6 * style.lightShare() * (2 * dice.nextDouble() - 1) : 0;
            double slopeY = other ? 0.6 * style.lightShare() * (2 * dice.nextDouble() - 1) : 0;
            double from = inverted ? copper : bare;
            double to = inverted ? bare : copper;
            Mat lit = mats.empty();
            level.convertTo(lit, CvType.CV_32F, to - from, from);
            Mat ramp = mats.hold(new Mat(SIDE_PX, SIDE_PX, CvType.CV_32FC1));
            float[] row = new float[SIDE_PX];
            for (int y = 0; y < SIDE_PX; y++) {
                for (int x = 0; x < SIDE_PX; x++) {
                    row[x] = (float) (gain + slopeX * (x / 320.0 - 1) + slopeY * (y / 320.0 - 1));
                }
                ramp.put(y, 0, row);
            }
            Core.multiply(lit, ramp, lit);
            Mat grain = mats.hold(normal(SIDE_PX));
            Core.scaleAdd(grain, noise, lit, lit);
            lit.convertTo(level, CvType.CV_8U);
            if (style.jpegQuality() > 0) {
                pack(level, mats);
            }
        }
    }

    private void pack(Mat grey, Mats mats) {
        MatOfByte bytes = new MatOfByte();
        mats.hold(bytes);
        MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, style.jpegQuality());
        mats.hold(quality);
        Imgcodecs.imencode(".jpg", grey, bytes, quality);
        mats.hold(Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE)).copyTo(grey);
    }

    static boolean touches(Rect a, Rect b) {
        return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
    }
}
