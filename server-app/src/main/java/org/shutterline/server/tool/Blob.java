package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * One patch in a region, px from the region's upper left corner.
 *
 * @param label its number in the matrix of labels
 * @param centreX 0.5 is the centre of the first pixel
 */
record Blob(int label, int left, int top, int width, int height, int areaPx, double centreX, double centreY) {

    /** Reads the tables of OpenCV's connected components, without the ground. */
    static List<Blob> read(Mat statistics, Mat centres) {
        int count = statistics.rows();
        int[] table = new int[count * 5];
        statistics.get(0, 0, table);
        double[] middle = new double[count * 2];
        centres.get(0, 0, middle);
        List<Blob> blobs = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int at = 5 * i;
            blobs.add(new Blob(
                    i,
                    table[at],
                    table[at + 1],
                    table[at + 2],
                    table[at + 3],
                    table[at + 4],
                    middle[2 * i] + 0.5,
                    middle[2 * i + 1] + 0.5));
        }
        return blobs;
    }

    boolean touchesBorder(int regionWidth, int regionHeight) {
        return left == 0 || top == 0 || left + width == regionWidth || top + height == regionHeight;
    }
}
