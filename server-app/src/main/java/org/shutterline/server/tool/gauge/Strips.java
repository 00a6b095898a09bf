package org.shutterline.server.tool.gauge;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/**
 * The grey of a region with one search line a row.
 *
 * @param levels row by row
 * @param length of a row, px
 */
record Strips(byte[] levels, int length) {
    /** @param direction along which a search line runs */
    static Strips of(View view, Direction direction) {
        try (Mats mats = new Mats()) {
            Mat laid = view.grey();
            if (direction == Direction.VERTICAL) {
                laid = mats.empty();
                Core.transpose(view.grey(), laid);
            }
            byte[] levels = new byte[laid.rows() * laid.cols()];
            laid.get(0, 0, levels);
            return new Strips(levels, laid.cols());
        }
    }

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
