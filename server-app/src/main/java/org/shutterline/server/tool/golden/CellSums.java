package org.shutterline.server.tool.golden;

/**
 * What each cell says about its shift: the normal equations of Lucas and Kanade (1981), in px of the unreduced picture. Used
 * by one thread.
 */
final class CellSums {
    private static final double OVER_RELAXED = 1.5;
    private static final int SWEEPS = 12;

    private final Warp warp;
    private final int cells;

    /** By cell: sum of xx, xy, yy, x error, y error. */
    private final double[] sums;

    CellSums(Warp warp) {
        this.warp = warp;
        this.cells = warp.columns() * warp.rows();
        this.sums = new double[5 * cells];
    }

    /** An edge of this slope, grey a px, at which the picture is darker than expected by so much. */
    void add(int cell, double slopeX, double slopeY, double missingGrey, double weight) {
        int at = 5 * cell;
        double x = weight * slopeX;
        double y = weight * slopeY;
        sums[at] += x * slopeX;
        sums[at + 1] += x * slopeY;
        sums[at + 2] += y * slopeY;
        sums[at + 3] += x * missingGrey;
        sums[at + 4] += y * missingGrey;
    }

    /** Moves the affine part as far as all cells together say. */
    void moveAffine() {
        LeastSquares fit = new LeastSquares(6);
        double trace = trace();
        for (int row = 0; row < warp.rows(); row++) {
            for (int column = 0; column < warp.columns(); column++) {
                double[] basis = {1, warp.acrossCells(column), warp.downCells(row)};
                int at = 5 * (row * warp.columns() + column);
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        double both = basis[i] * basis[j];
                        if (j >= i) {
                            fit.add(i, j, both * sums[at]);
                            fit.add(3 + i, 3 + j, both * sums[at + 2]);
                        }
                        fit.add(i, 3 + j, both * sums[at + 1]);
                    }
                    fit.addRight(i, basis[i] * sums[at + 3]);
                    fit.addRight(3 + i, basis[i] * sums[at + 4]);
                }
            }
        }
        for (int i = 0; i < 6; i++) {
            fit.prefer(i, 0, 1e-4 * trace + 1e-6);
        }
        double[] move = fit.solve();
        for (int i = 0; i < 6; i++) {
            warp.affine()[i] += move[i];
        }
    }

    /**
     * Moves each cell as far as it says, held by its neighbours.
     *
     * @param stiffness how much a neighbour counts against the mean cell
     */
    void moveCells(double stiffness) {
        double hold = stiffness * trace() / cells + 1e-6;
        double[] shift = warp.local();
        double[] goal = new double[2 * cells];
        for (int cell = 0; cell < cells; cell++) {
            int at = 5 * cell;
            double x = shift[2 * cell];
            double y = shift[2 * cell + 1];
            goal[2 * cell] = sums[at + 3] + sums[at] * x + sums[at + 1] * y;
            goal[2 * cell + 1] = sums[at + 4] + sums[at + 1] * x + sums[at + 2] * y;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int row = 0; row < warp.rows(); row++) {
                for (int column = 0; column < warp.columns(); column++) {
                    relax(row, column, hold, goal, shift);
                }
            }
        }
    }

    private void relax(int row, int column, double hold, double[] goal, double[] shift) {
        int columns = warp.columns();
        int cell = row * columns + column;
        int neighbours = 0;
        double sumX = 0;
        double sumY = 0;
        if (column > 0) {
            neighbours++;
            sumX += shift[2 * cell - 2];
            sumY += shift[2 * cell - 1];
        }
        if (column < columns - 1) {
            neighbours++;
            sumX += shift[2 * cell + 2];
            sumY += shift[2 * cell + 3];
        }
        if (row > 0) {
            neighbours++;
            sumX += shift[2 * (cell - columns)];
            sumY += shift[2 * (cell - columns) + 1];
        }
        if (row < warp.rows() - 1) {
            neighbours++;
            sumX += shift[2 * (cell + columns)];
            sumY += shift[2 * (cell + columns) + 1];
        }
        int at = 5 * cell;
        double xx = sums[at] + hold * neighbours + 1e-3 * hold;
        double yy = sums[at + 2] + hold * neighbours + 1e-3 * hold;
        double xy = sums[at + 1];
        double rightX = goal[2 * cell] + hold * sumX;
        double rightY = goal[2 * cell + 1] + hold * sumY;
        double determinant = xx * yy - xy * xy;
        double x = (yy * rightX - xy * rightY) / determinant;
        double y = (xx * rightY - xy * rightX) / determinant;
        shift[2 * cell] += OVER_RELAXED * (x - shift[2 * cell]);
        shift[2 * cell + 1] += OVER_RELAXED * (y - shift[2 * cell + 1]);
    }

    private double trace() {
        double trace = 0;
        for (int cell = 0; cell < cells; cell++) {
            trace += sums[5 * cell] + sums[5 * cell + 2];
        }
        return trace;
    }
}
