package org.shutterline.server.tool;

/**
 * The grey of a region with one search line a row.
 *
 * @param levels row by row
 * @param length of a row, px
 */
record Strips(byte[] levels, int length) {
    /** How many rows there are. */
    int across() {
        return levels.length / length;
    }

    /** The mean of some rows, px by px. */
    double[] profile(int fromRow, int toRow) {
        double[] sum = new double[length];
        for (int row = fromRow; row < toRow; row++) {
            for (int i = 0; i < length; i++) {
                sum[i] += levels[row * length + i] & 0xFF;
            }
        }
        for (int i = 0; i < length; i++) {
            sum[i] /= toRow - fromRow;
        }
        return sum;
    }
}
