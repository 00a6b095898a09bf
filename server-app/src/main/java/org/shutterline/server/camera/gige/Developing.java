package org.shutterline.server.camera.gige;

import java.nio.ByteBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Frame;

/** Brings a camera's pixels to those of a frame. Of more than 8 bits the 8 highest are kept, the others cut off. */
final class Developing {
    private Developing() {}

    static void copy(ByteBuffer from, Frame to) {
        to.pixels().put(from.duplicate().limit(to.bytes()));
    }

    /** Two bytes a pixel, the lower first, the value in the lower bits. */
    static void highestBits(ByteBuffer from, Frame to, int bits) {
        int cut = 1 << (bits - 8);
        Mat wide = new Mat(to.heightPx(), to.widthPx(), CvType.CV_16UC1, from);
        Mat grey = to.mat();
        try {
            // OpenCV rounds: half a step less makes that a cut, exact for every value
            wide.convertTo(grey, CvType.CV_8U, 1.0 / cut, -(cut - 1.0) / (2.0 * cut));
        } finally {
            wide.release();
            grey.release();
        }
    }

    /** Bit after bit, the lowest first, no gaps. */
    static void packed(ByteBuffer from, Frame to, int bits) {
        byte[] packed = new byte[from.remaining() + 1];
        from.duplicate().get(packed, 0, from.remaining());
        byte[] grey = new byte[to.bytes()];
        for (int i = 0; i < grey.length; i++) {
            long bit = (long) i * bits + bits - 8;
            int at = (int) (bit >> 3);
            int two = (packed[at] & 0xFF) | (packed[at + 1] & 0xFF) << 8;
            grey[i] = (byte) (two >> (bit & 7));
        }
        to.pixels().put(grey);
    }

    /** Three bytes for two pixels: the 8 highest bits of the first, the lower ones of both, the 8 highest of the second. */
    static void packedByGige(ByteBuffer from, Frame to) {
        byte[] packed = new byte[from.remaining()];
        from.duplicate().get(packed);
        byte[] grey = new byte[to.bytes()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = packed[(i >> 1) * 3 + (i & 1) * 2];
        }
        to.pixels().put(grey);
    }

    /** @param code how OpenCV names the way to bgr */
    static void colour(ByteBuffer from, Frame to, int channels, int code) {
        Mat raw = new Mat(to.heightPx(), to.widthPx(), CvType.CV_8UC(channels), from);
        Mat colour = to.mat();
        try {
            Imgproc.cvtColor(raw, colour, code);
        } finally {
            raw.release();
            colour.release();
        }
    }
}
