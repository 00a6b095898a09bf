package org.shutterline.server.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import org.opencv.core.Mat;

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

    @Override
    public void close() {
        while (!held.isEmpty()) {
            held.pop().release();
        }
    }
}
