package org.shutterline.server.editor;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Vision;

/** Small copies of pictures. */
final class Thumbs {
    private static final int WIDTH_PX = 256;

    private Thumbs() {}

    /** @param picture mono8 or bgr8 */
    static PlainPicture of(PlainPicture picture) {
        Vision.load();
        boolean grey = picture.format().equals(PixelFormat.MONO8.word());
        int width = Math.min(WIDTH_PX, picture.widthPx());
        int height = Math.max(1, (int) Math.round((double) picture.heightPx() * width / picture.widthPx()));
        Mat large = new Mat(picture.heightPx(), picture.widthPx(), grey ? CvType.CV_8UC1 : CvType.CV_8UC3);
        Mat small = new Mat();
        try {
            large.put(0, 0, picture.bytes());
            Imgproc.resize(large, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            byte[] bytes = new byte[(int) (small.total() * small.elemSize())];
            small.get(0, 0, bytes);
            return PlainPicture.of(picture.format(), width, height, bytes);
        } finally {
            small.release();
            large.release();
        }
    }
}
