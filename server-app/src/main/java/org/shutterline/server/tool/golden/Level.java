package org.shutterline.server.tool.golden;

import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The golden picture, reduced and smoothed, and its edges, from which a shift can be told. Immutable until closed. */
final class Level implements AutoCloseable {
    /** More tell nothing that these do not. */
    private static final int MOST_EDGES = 7_000;

    private static final int LEAST_SLOPE = 16;

    private final int reduction;
    private final Mat smooth;
    private final byte[] grey;
    private final int[] edges;
    private final int[] cell;
    private final float[] slopeX;
    private final float[] slopeY;

    /** @param golden CV_8UC1, not kept */
    Level(Mat golden, int reduction) {
        this.reduction = reduction;
        this.smooth = smooth(golden, reduction);
        this.grey = bytes(smooth);
        this.edges = found();
        int count = edges.length;
        this.cell = new int[count];
        this.slopeX = new float[count];
        this.slopeY = new float[count];
        int width = smooth.cols();
        int cellPx = Warp.CELL_PX / reduction;
        int cellsAcross = Warp.cells(golden.cols());
        for (int i = 0; i < count; i++) {
            cell[i] = edges[i] / width / cellPx * cellsAcross + edges[i] % width / cellPx;
            slopeX[i] = slope(edges[i], 1) / 2f;
            slopeY[i] = slope(edges[i], width) / 2f;
        }
    }

    int reduction() {
        return reduction;
    }

    int widthPx() {
        return smooth.cols();
    }

    int heightPx() {
        return smooth.rows();
    }

    Mat smooth() {
        return smooth;
    }

    /** Row by row. */
    byte[] grey() {
        return grey;
    }

    /** The pixels at which there is an edge, as places in {@link #grey()}. */
    int[] edges() {
        return edges;
    }

    /** By edge, the cell of {@link Warp} in which it lies. */
    int[] cell() {
        return cell;
    }

    /** By edge, grey a px. */
    float[] slopeX() {
        return slopeX;
    }

    float[] slopeY() {
        return slopeY;
    }

    /** The same as was made of the golden picture, of another one; the caller releases it. */
    static Mat smooth(Mat picture, int reduction) {
        Mat small = new Mat();
        int width = picture.cols() / reduction;
        int height = picture.rows() / reduction;
        Mat whole = picture.submat(new Rect(0, 0, width * reduction, height * reduction));
        if (reduction == 1) {
            Imgproc.GaussianBlur(whole, small, new Size(3, 3), 0);
        } else {
            Imgproc.resize(whole, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            Imgproc.GaussianBlur(small, small, new Size(3, 3), 0);
        }
        whole.release();
        return small;
    }

    static byte[] bytes(Mat mat) {
        byte[] bytes = new byte[mat.rows() * mat.cols()];
        mat.get(0, 0, bytes);
        return bytes;
    }

    @Override
    public void close() {
        smooth.release();
    }

    /** Of very many only some, evenly. */
    private int[] found() {
        int width = smooth.cols();
        int[] all = new int[grey.length];
        int count = 0;
        for (int y = 1; y < smooth.rows() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                if (Math.abs(slope(at, 1)) + Math.abs(slope(at, width)) >= LEAST_SLOPE) {
                    all[count++] = at;
                }
            }
        }
        int every = 1 + count / MOST_EDGES;
        int[] some = new int[count / every];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[i * every];
        }
        return some;
    }

    private int slope(int at, int step) {
        return (grey[at + step] & 255) - (grey[at - step] & 255);
    }
}
