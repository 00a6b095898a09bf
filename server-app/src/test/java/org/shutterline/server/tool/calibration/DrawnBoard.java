package org.shutterline.server.tool.calibration;

import java.util.SplittableRandom;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.Vision;

/**
 * A chessboard as a camera of known position sees it through a lens of known distortion (Brown's model, forwards).
 *
 * @param k1 of the lens, in units of the focal length
 * @param tiltDeg about the vertical axis
 * @param turnDeg in its plane
 * @param distanceMm of its middle
 */
public record DrawnBoard(double k1, double k2, double tiltDeg, double turnDeg, double distanceMm) {
    static final int WIDTH = 800;
    static final int HEIGHT = 600;
    static final double SQUARE_MM = 10;
    static final int COLUMNS = 9;
    static final int ROWS = 6;

    private static final double FOCAL = 900;
    private static final double CENTRE_X = 408;
    private static final double CENTRE_Y = 295;

    /** Where a place of the board, mm from its first inner corner, lies in the picture, px. */
    public Point inPicture(double mmX, double mmY) {
        double x = mmX - (COLUMNS - 1) * SQUARE_MM / 2;
        double y = mmY - (ROWS - 1) * SQUARE_MM / 2;
        double cos = Math.cos(Math.toRadians(turnDeg));
        double sin = Math.sin(Math.toRadians(turnDeg));
        double u = cos * x - sin * y;
        double v = sin * x + cos * y;
        double z = distanceMm + u * Math.sin(Math.toRadians(tiltDeg));
        double nx = u * Math.cos(Math.toRadians(tiltDeg)) / z;
        double ny = v / z;
        double r = nx * nx + ny * ny;
        double bend = 1 + r * (k1 + r * k2);
        return new Point(CENTRE_X + FOCAL * nx * bend, CENTRE_Y + FOCAL * ny * bend);
    }

    /** How many mm a px is, about the middle. */
    double mmPerPx() {
        return distanceMm / FOCAL;
    }

    /** With a little noise. */
    public TestScene scene() {
        Vision.load();
        byte[] levels = new byte[WIDTH * HEIGHT];
        SplittableRandom dice = new SplittableRandom(9);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                levels[y * WIDTH + x] = (byte) Math.round(level(x + 0.5, y + 0.5) + 2.5 * dice.nextGaussian());
            }
        }
        Mat mat = new Mat(HEIGHT, WIDTH, CvType.CV_8UC1);
        mat.put(0, 0, levels);
        return TestScene.over(mat);
    }

    /** Edges are mixed by how far the middle of the px is from them, so that they are exact. */
    private double level(double x, double y) {
        Point mm = onBoard(x, y);
        boolean inside = mm.x() >= -SQUARE_MM
                && mm.y() >= -SQUARE_MM
                && mm.x() <= COLUMNS * SQUARE_MM
                && mm.y() <= ROWS * SQUARE_MM;
        double pxPerMm = 1 / mm.distanceTo(onBoard(x + 1, y));
        return inside ? 125 - 75 * wave(mm.x(), pxPerMm) * wave(mm.y(), pxPerMm) : 200;
    }

    /** 1 in every second square, -1 in the others, a straight slope of a px between them. */
    private static double wave(double mm, double pxPerMm) {
        double line = Math.rint(mm / SQUARE_MM);
        double off = Math.max(-1, Math.min(1, 2 * (mm - line * SQUARE_MM) * pxPerMm));
        return Math.floorMod((long) line, 2) == 0 ? off : -off;
    }

    /** The way back: the bend by repeated use, the rest straight. */
    private Point onBoard(double x, double y) {
        double dx = (x - CENTRE_X) / FOCAL;
        double dy = (y - CENTRE_Y) / FOCAL;
        double nx = dx;
        double ny = dy;
        for (int i = 0; i < 12; i++) {
            double r = nx * nx + ny * ny;
            double bend = 1 + r * (k1 + r * k2);
            nx = dx / bend;
            ny = dy / bend;
        }
        double tilt = Math.toRadians(tiltDeg);
        double u = nx * distanceMm / (Math.cos(tilt) - nx * Math.sin(tilt));
        double v = ny * (distanceMm + u * Math.sin(tilt));
        double cos = Math.cos(Math.toRadians(turnDeg));
        double sin = Math.sin(Math.toRadians(turnDeg));
        return new Point(
                cos * u + sin * v + (COLUMNS - 1) * SQUARE_MM / 2, -sin * u + cos * v + (ROWS - 1) * SQUARE_MM / 2);
    }
}
