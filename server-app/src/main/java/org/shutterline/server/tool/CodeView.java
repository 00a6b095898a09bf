package org.shutterline.server.tool;

import java.util.function.UnaryOperator;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;

/**
 * A region as one attempt sees it.
 *
 * @param picture its pixels
 * @param back from a place in it to the place in the region, px
 */
record CodeView(GreyPicture picture, UnaryOperator<Point> back) {

    static CodeView plain(Mat grey) {
        return new CodeView(pixels(grey), UnaryOperator.identity());
    }

    CodeView inverted() {
        return new CodeView(picture.inverted(), back);
    }

    CodeView turned() {
        double width = picture.getWidth();
        return new CodeView(picture.rotateCounterClockwise(), p -> back.apply(new Point(width - p.y(), p.x())));
    }

    /** @param factor 0.5 for half as large */
    static CodeView scaled(Mat grey, double factor) {
        try (Mats mats = new Mats()) {
            Mat other = mats.empty();
            int way = factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC;
            Imgproc.resize(grey, other, new Size(0, 0), factor, factor, way);
            return new CodeView(pixels(other), p -> new Point(p.x() / factor, p.y() / factor));
        }
    }

    static CodeView softened(Mat grey) {
        try (Mats mats = new Mats()) {
            Mat soft = mats.empty();
            Imgproc.GaussianBlur(grey, soft, new Size(0, 0), 1.2);
            return new CodeView(pixels(soft), UnaryOperator.identity());
        }
    }

    private static GreyPicture pixels(Mat grey) {
        byte[] levels = new byte[grey.rows() * grey.cols()];
        grey.get(0, 0, levels);
        return new GreyPicture(levels, grey.cols(), grey.rows());
    }
}
