package org.shutterline.server.tool.golden;

import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * A painted bare board: a good one, another one with defects, and where they are.
 *
 * @param golden CV_8UC1
 * @param tested CV_8UC1, lies a little otherwise than the good one
 * @param defects boxes in px of the tested picture
 */
record Board(Mat golden, Mat tested, List<Flaw> defects) implements AutoCloseable {
    /** One painted defect. */
    record Flaw(String kind, Rect box) {}

    @Override
    public void close() {
        golden.release();
        tested.release();
    }
}
