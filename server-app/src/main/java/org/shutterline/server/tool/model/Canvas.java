package org.shutterline.server.tool.model;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/** A view, brought to the size of a model's input. Used by one thread. */
final class Canvas implements AutoCloseable {
    /** What models that are trained with bars are trained with. */
    private static final Scalar BAR = Scalar.all(114);

    private final Mat picture;
    private final Rect filled;
    private final double scaleX;
    private final double scaleY;

    private Canvas(Mat picture, Rect filled, double scaleX, double scaleY) {
        this.picture = picture;
        this.filled = filled;
        this.scaleX = scaleX;
        this.scaleY = scaleY;
    }

    static Canvas of(View view, ModelInput input, Fit fit) {
        Rect filled = filled(view, input, fit);
        try (Mats mats = new Mats()) {
            int type = input.channels() == 1 ? CvType.CV_8UC1 : CvType.CV_8UC3;
            Mat picture = mats.hold(new Mat(input.heightPx(), input.widthPx(), type, BAR));
            Mat source = source(view, input, mats);
            boolean smaller = filled.width < source.cols() && filled.height < source.rows();
            Imgproc.resize(
                    source,
                    mats.hold(picture.submat(filled)),
                    new Size(filled.width, filled.height),
                    0,
                    0,
                    smaller ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
            return new Canvas(
                    mats.handOver(picture),
                    filled,
                    (double) filled.width / view.widthPx(),
                    (double) filled.height / view.heightPx());
        }
    }

    private static Rect filled(View view, ModelInput input, Fit fit) {
        if (fit == Fit.STRETCH) {
            return new Rect(0, 0, input.widthPx(), input.heightPx());
        }
        double scale = Math.min((double) input.widthPx() / view.widthPx(), (double) input.heightPx() / view.heightPx());
        int width = (int) Math.max(1, Math.min(input.widthPx(), Math.rint(view.widthPx() * scale)));
        int height = (int) Math.max(1, Math.min(input.heightPx(), Math.rint(view.heightPx() * scale)));
        return new Rect((input.widthPx() - width) / 2, (input.heightPx() - height) / 2, width, height);
    }

    /** Its pixels, black outside of a region that is no rectangle. */
    private static Mat source(View view, ModelInput input, Mats mats) {
        Mat all = input.channels() == 1 ? view.grey() : view.colour();
        if (view.mask().isEmpty()) {
            return all;
        }
        Mat inside = mats.empty();
        all.copyTo(inside, view.mask().get());
        return inside;
    }

    /** CV_8UC1, or CV_8UC3 blue, green, red; released by {@link #close}. */
    Mat picture() {
        return picture;
    }

    /** From a place in it to the place in the view, no further than its edge. */
    Point inView(double x, double y) {
        return new Point(
                Math.max(0, Math.min(filled.width, x - filled.x)) / scaleX,
                Math.max(0, Math.min(filled.height, y - filled.y)) / scaleY);
    }

    @Override
    public void close() {
        picture.release();
    }
}
