package org.shutterline.server.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** The matrices of one run, released together at its end in reverse order. Used by one thread. */
public final class Mats implements AutoCloseable {
    private final Deque<Mat> held = new ArrayDeque<>();

    /** A new empty matrix. */
    public Mat empty() {
        return hold(new Mat());
    }

    /** Takes over what somebody made. */
    public Mat hold(Mat mat) {
        held.push(mat);
        return mat;
    }

    /** Hands one of them over to the caller, who releases it from now on; to be done when nothing can go wrong any more. */
    public Mat handOver(Mat mat) {
        held.remove(mat);
        return mat;
    }

    /** Sets all pixels. OpenCV hands back a second head of the same matrix, which would hold the pixels until it is collected. */
    public static void fill(Mat mat, Scalar grey) {
        mat.setTo(grey).release();
    }

    /** @param where 0 where nothing is to be set */
    public static void fill(Mat mat, Scalar grey, Mat where) {
        mat.setTo(grey, where).release();
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            held.pop().release();
        }
    }
}
