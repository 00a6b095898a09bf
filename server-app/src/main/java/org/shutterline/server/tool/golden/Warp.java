package org.shutterline.server.tool.golden;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/**
 * Where in the picture each place of the golden one lies: an affine part, and what each cell of a grid is shifted beyond it.
 * Between the middles of the cells it is interpolated. All in px of the unreduced pictures, 0 is the middle of the first pixel.
 */
final class Warp {
    /** The side of a cell, px; a multiple of all reductions. */
    static final int CELL_PX = 32;

    /** The map is of floats: so far its places may be off, and more. */
    private static final double ROUNDING_PX = 0.01;

    private final int columns;
    private final int rows;
    private final double middleX;
    private final double middleY;
    private final int widthPx;
    private final int heightPx;

    /** Shift x = p0 + p1 X + p2 Y, shift y = p3 + p4 X + p5 Y, with X and Y in cells from the middle. */
    private final double[] affine = new double[6];

    /** By cell, row by row, x and y in turn. */
    private final double[] local;

    Warp(int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.columns = cells(widthPx);
        this.rows = cells(heightPx);
        this.middleX = (widthPx - 1) / 2.0;
        this.middleY = (heightPx - 1) / 2.0;
        this.local = new double[2 * columns * rows];
    }

    /** How many cells it takes for a side of so many px. */
    static int cells(int sidePx) {
        return (sidePx + CELL_PX - 1) / CELL_PX;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double[] affine() {
        return affine;
    }

    double[] local() {
        return local;
    }

    /** How far the middle of this column is from the middle of the picture, in cells. */
    double acrossCells(int column) {
        return (centre(column) - middleX) / CELL_PX;
    }

    double downCells(int row) {
        return (centre(row) - middleY) / CELL_PX;
    }

    /** The shift in the middle of the picture, px. */
    double shiftX() {
        return at(middleX, middleY)[0] - middleX;
    }

    double shiftY() {
        return at(middleX, middleY)[1] - middleY;
    }

    /** Where in the picture a place of the golden one lies. */
    double[] at(double x, double y) {
        double column = Math.max(0, Math.min(columns - 1, (x - centre(0)) / CELL_PX));
        double row = Math.max(0, Math.min(rows - 1, (y - centre(0)) / CELL_PX));
        int c = Math.min((int) column, Math.max(0, columns - 2));
        int r = Math.min((int) row, Math.max(0, rows - 2));
        int right = Math.min(c + 1, columns - 1);
        int below = Math.min(r + 1, rows - 1);
        double fx = column - c;
        double fy = row - r;
        double across = (x - middleX) / CELL_PX;
        double down = (y - middleY) / CELL_PX;
        double[] to = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double upper = (1 - fx) * of(c, r, axis) + fx * of(right, r, axis);
            double lower = (1 - fx) * of(c, below, axis) + fx * of(right, below, axis);
            to[axis] = linear(across, down, axis) + (1 - fy) * upper + fy * lower;
        }
        to[0] += x;
        to[1] += y;
        return to;
    }

    /**
     * The places of all pixels of the golden picture, reduced so many times, in what is seen, reduced likewise.
     *
     * @return CV_32FC2, released by the caller
     */
    Mat map(int reduction, Sight sight) {
        int cell = CELL_PX / reduction;
        try (Mats mats = new Mats()) {
            Mat nodes = mats.hold(new Mat(rows + 2, columns + 2, CvType.CV_32FC2));
            nodes.put(0, 0, nodes(reduction, sight.left(reduction), sight.top(reduction)));
            Mat all = mats.empty();
            Imgproc.resize(nodes, all, new Size((columns + 2) * cell, (rows + 2) * cell), 0, 0, Imgproc.INTER_LINEAR);
            return all.submat(new Rect(cell, cell, widthPx / reduction, heightPx / reduction));
        }
    }

    /** The same, row by row, x and y in turn. */
    float[] places(int reduction, Sight sight) {
        Mat map = map(reduction, sight);
        float[] places = new float[2 * map.rows() * map.cols()];
        map.get(0, 0, places);
        map.release();
        return places;
    }

    /** A part of the golden picture that lies so far inside what is seen for certain; it may be empty. */
    Rect surelySeen(Sight sight, double insidePx) {
        double left = 0;
        double top = 0;
        double right = widthPx - 1.0;
        double bottom = heightPx - 1.0;
        // between the nodes of the grid no shift is larger than at them
        for (int row = -1; row <= rows; row++) {
            for (int column = -1; column <= columns; column++) {
                double x = sight.left() + shift(row, column, 0);
                double y = sight.top() + shift(row, column, 1);
                left = Math.max(left, insidePx - x);
                top = Math.max(top, insidePx - y);
                right = Math.min(right, sight.widthPx() - 1.0 - insidePx - x);
                bottom = Math.min(bottom, sight.heightPx() - 1.0 - insidePx - y);
            }
        }
        int x = (int) Math.ceil(left + ROUNDING_PX);
        int y = (int) Math.ceil(top + ROUNDING_PX);
        int width = (int) Math.floor(right - ROUNDING_PX) + 1 - x;
        int height = (int) Math.floor(bottom - ROUNDING_PX) + 1 - y;
        return width > 0 && height > 0 ? new Rect(x, y, width, height) : new Rect();
    }

    private double shift(int row, int column, int axis) {
        int c = Math.max(0, Math.min(columns - 1, column));
        int r = Math.max(0, Math.min(rows - 1, row));
        return linear(acrossCells(column), downCells(row), axis) + of(c, r, axis);
    }

    /** With a rim of one cell, so that the outermost half cells are not cut short. */
    private float[] nodes(int reduction, int left, int top) {
        float[] nodes = new float[2 * (columns + 2) * (rows + 2)];
        double inset = (reduction - 1) / 2.0;
        int at = 0;
        for (int row = -1; row <= rows; row++) {
            for (int column = -1; column <= columns; column++) {
                nodes[at++] = (float) (left + (centre(column) - inset + shift(row, column, 0)) / reduction);
                nodes[at++] = (float) (top + (centre(row) - inset + shift(row, column, 1)) / reduction);
            }
        }
        return nodes;
    }

    private double linear(double across, double down, int axis) {
        return affine[3 * axis] + affine[3 * axis + 1] * across + affine[3 * axis + 2] * down;
    }

    private double of(int column, int row, int axis) {
        return local[2 * (row * columns + column) + axis];
    }

    private static double centre(int cell) {
        return cell * CELL_PX + (CELL_PX - 1) / 2.0;
    }

    @Override
    public String toString() {
        return "warp " + Arrays.toString(affine);
    }
}
