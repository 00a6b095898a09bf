package org.shutterline.server.tool.golden;

import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/** How a board lies under the camera and how it stretches: from px of the picture to px of the sheet. */
final class Distortion {
    private static final double MIDDLE_PX = Boards.SIDE_PX / 2.0;

    private final double dx;
    private final double dy;
    private final double turn;
    private final double scale;
    private final double shear;
    private final double stretchX;
    private final double stretchY;
    private final double phase;
    private final double waves;

    /** By chance, up to what the style says; up to 0.5 % of scale and 0.3 % of shear. */
    Distortion(Random dice, Style style) {
        this.dx = 2 * style.shiftPx() * (dice.nextDouble() - 0.5);
        this.dy = 2 * style.shiftPx() * (dice.nextDouble() - 0.5);
        this.turn = Math.toRadians(2 * style.turnDeg() * (dice.nextDouble() - 0.5));
        this.scale = 1 + 0.01 * (dice.nextDouble() - 0.5);
        this.shear = 0.002 * style.stretchPx() * (dice.nextDouble() - 0.5);
        this.stretchX = 2 * style.stretchPx() * (dice.nextDouble() - 0.5);
        this.stretchY = 2 * style.stretchPx() * (dice.nextDouble() - 0.5);
        this.phase = 6 * dice.nextDouble();
        this.waves = 0.5 + 0.8 * dice.nextDouble();
    }

    private Distortion() {
        this.dx = 0;
        this.dy = 0;
        this.turn = 0;
        this.scale = 1;
        this.shear = 0;
        this.stretchX = 0;
        this.stretchY = 0;
        this.phase = 0;
        this.waves = 1;
    }

    static Distortion none() {
        return new Distortion();
    }

    void apply(Mat sheet, Mat picture) {
        int side = Boards.SIDE_PX;
        Mat map = new Mat(side, side, CvType.CV_32FC2);
        float[] row = new float[2 * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double[] at = source(x, y);
                row[2 * x] = (float) at[0];
                row[2 * x + 1] = (float) at[1];
            }
            map.put(y, 0, row);
        }
        Mat none = new Mat();
        Imgproc.remap(sheet, picture, map, none, Imgproc.INTER_LINEAR);
        none.release();
        map.release();
    }

    /** A box of the sheet in the picture. */
    Rect where(Rect box) {
        double left = 1e9;
        double top = 1e9;
        double right = -1e9;
        double bottom = -1e9;
        for (int corner = 0; corner < 4; corner++) {
            double[] at = inPicture(box.x + corner % 2 * box.width, box.y + corner / 2 * box.height);
            left = Math.min(left, at[0]);
            right = Math.max(right, at[0]);
            top = Math.min(top, at[1]);
            bottom = Math.max(bottom, at[1]);
        }
        int x = (int) Math.floor(left) - 1;
        int y = (int) Math.floor(top) - 1;
        return new Rect(x, y, (int) Math.ceil(right) + 1 - x, (int) Math.ceil(bottom) + 1 - y);
    }

    private double[] inPicture(double sheetX, double sheetY) {
        double x = sheetX - BoardPainter.MARGIN_PX;
        double y = sheetY - BoardPainter.MARGIN_PX;
        for (int i = 0; i < 8; i++) {
            double[] at = source(x, y);
            x += sheetX - at[0];
            y += sheetY - at[1];
        }
        return new double[] {x, y};
    }

    private double[] source(double x, double y) {
        double cx = x - MIDDLE_PX;
        double cy = y - MIDDLE_PX;
        double c = Math.cos(turn) * scale;
        double s = Math.sin(turn) * scale;
        double bend = 2 * Math.PI * waves / Boards.SIDE_PX;
        return new double[] {
            BoardPainter.MARGIN_PX
                    + MIDDLE_PX
                    + c * cx
                    - s * cy
                    + shear * cy
                    + dx
                    + stretchX * Math.sin(bend * y + phase),
            BoardPainter.MARGIN_PX + MIDDLE_PX + s * cx + c * cy + dy + stretchY * Math.sin(bend * x + 2 * phase)
        };
    }
}
