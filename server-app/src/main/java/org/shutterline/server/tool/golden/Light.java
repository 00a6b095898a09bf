package org.shutterline.server.tool.golden;

/**
 * How bright a picture is against the golden one: grey = golden * gain + offset, both planes over the picture.
 *
 * @param terms gain g0 + g1 X + g2 Y, offset o0 + o1 X + o2 Y, with X and Y from -1 at the left and upper edge to 1
 */
record Light(double[] terms) {
    /** One pixel of so many, each way, is enough. */
    private static final int EVERY_PX = 3;

    static final Light SAME = new Light(new double[] {1, 0, 0, 0, 0, 0});

    double gain(double x, double y) {
        return terms[0] + terms[1] * x + terms[2] * y;
    }

    double offset(double x, double y) {
        return terms[3] + terms[4] * x + terms[5] * y;
    }

    /** Gain and offset in the middle of each cell, in turn, row by row: between two cells they differ little. */
    float[] byCell(Warp warp) {
        float[] byCell = new float[2 * warp.columns() * warp.rows()];
        int at = 0;
        for (int row = 0; row < warp.rows(); row++) {
            double y = (2.0 * row + 1) / warp.rows() - 1;
            for (int column = 0; column < warp.columns(); column++) {
                double x = (2.0 * column + 1) / warp.columns() - 1;
                byCell[at++] = (float) gain(x, y);
                byCell[at++] = (float) offset(x, y);
            }
        }
        return byCell;
    }

    /**
     * By how much it changes these greys at most anywhere in the picture, in % of the brighter one (of a quarter of white if
     * that is more); below 0 if it is darker.
     */
    double changePercent(double dark, double bright) {
        double most = 0;
        for (double grey : new double[] {dark, bright}) {
            for (int corner = 0; corner < 4; corner++) {
                double x = corner % 2 == 0 ? -1 : 1;
                double y = corner < 2 ? -1 : 1;
                double change = grey * gain(x, y) + offset(x, y) - grey;
                most = Math.abs(change) > Math.abs(most) ? change : most;
            }
        }
        return 100 * most / Math.max(bright, 64);
    }

    /**
     * The planes that fit best, by least squares; pixels that fit badly to the light so far do not count.
     *
     * @param golden grey by pixel
     * @param picture the aligned picture, likewise
     * @param counts by pixel: whether it may count
     */
    static Light of(byte[] golden, byte[] picture, boolean[] counts, int width, Light soFar, double farGrey) {
        LeastSquares sums = new LeastSquares(6);
        double[] row = new double[6];
        int height = golden.length / width;
        for (int y = 0; y < height; y += EVERY_PX) {
            double v = 2 * (y + 0.5) / height - 1;
            for (int x = 0; x < width; x += EVERY_PX) {
                int at = y * width + x;
                if (!counts[at]) {
                    continue;
                }
                double u = 2 * (x + 0.5) / width - 1;
                double grey = golden[at] & 255;
                double seen = picture[at] & 255;
                if (Math.abs(seen - grey * soFar.gain(u, v) - soFar.offset(u, v)) > farGrey) {
                    continue;
                }
                row[0] = grey;
                row[1] = grey * u;
                row[2] = grey * v;
                row[3] = 1;
                row[4] = u;
                row[5] = v;
                sums.add(row, seen);
            }
        }
        // what cannot be told, as the gain of a picture of one grey, stays as it is
        double hold = 1 + 0.002 * sums.count();
        for (int i = 0; i < 6; i++) {
            sums.prefer(i, Light.SAME.terms[i], (i < 3 ? 400 : 1) * hold);
        }
        return new Light(sums.solve());
    }
}
