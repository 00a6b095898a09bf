package org.shutterline.server.tool.code;

import java.util.function.UnaryOperator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.tool.Mats;

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

    /** With its contrast stretched to all there is. */
    CodeView stretched() {
        return new CodeView(picture.stretched(), back);
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

    /** Without single pixels that are out of line. */
    static CodeView cleaned(Mat grey) {
        try (Mats mats = new Mats()) {
            Mat clean = mats.empty();
            Imgproc.medianBlur(grey, clean, 3);
            return new CodeView(pixels(clean), UnaryOperator.identity());
        }
    }

    /** Twice as large and crisper: what a blur took is given back in part. */
    static CodeView sharpened(Mat grey, double blurPx) {
        try (Mats mats = new Mats()) {
            Mat large = mats.empty();
            Imgproc.resize(grey, large, new Size(0, 0), 2, 2, Imgproc.INTER_CUBIC);
            Mat soft = mats.empty();
            Imgproc.GaussianBlur(large, soft, new Size(0, 0), 2 * blurPx);
            Mat crisp = mats.empty();
            Core.addWeighted(large, 3, soft, -2, 0, crisp);
            return new CodeView(pixels(crisp), p -> new Point(p.x() / 2, p.y() / 2));
        }
    }

    /** Each place against the mean and the spread of what is around it: uneven light goes, weak contrast grows. */
    static CodeView evened(Mat grey, int aroundPx) {
        try (Mats mats = new Mats()) {
            Mat levels = mats.empty();
            grey.convertTo(levels, CvType.CV_32F);
            Size around = new Size(aroundPx, aroundPx);
            Mat mean = mats.empty();
            Imgproc.blur(levels, mean, around);
            Core.subtract(levels, mean, levels);
            Mat spread = mats.empty();
            Core.multiply(levels, levels, spread);
            Imgproc.blur(spread, spread, around);
            Core.sqrt(spread, spread);
            Core.add(spread, new Scalar(2), spread);
            Core.divide(levels, spread, levels, 64);
            Mat even = mats.empty();
            levels.convertTo(even, CvType.CV_8U, 1, 128);
            return new CodeView(pixels(even), UnaryOperator.identity());
        }
    }

    /** Black and white by the mean of what is around. */
    static CodeView cut(Mat grey, int aroundPx, double below) {
        try (Mats mats = new Mats()) {
            Mat cut = mats.empty();
            Imgproc.adaptiveThreshold(
                    grey, cut, 255, Imgproc.ADAPTIVE_THRESH_MEAN_C, Imgproc.THRESH_BINARY, aroundPx | 1, below);
            return new CodeView(pixels(cut), UnaryOperator.identity());
        }
    }

    /** Dots grown together, as a needle's code needs it. */
    static CodeView joined(Mat grey, boolean darkDots, int sizePx) {
        try (Mats mats = new Mats()) {
            Mat shape = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(sizePx, sizePx)));
            Mat joined = mats.empty();
            Imgproc.morphologyEx(grey, joined, darkDots ? Imgproc.MORPH_OPEN : Imgproc.MORPH_CLOSE, shape);
            return new CodeView(pixels(joined), UnaryOperator.identity());
        }
    }

    /** A part of it, so that what stands beside it does not mislead, made larger if it is small. */
    static CodeView part(Mat grey, Rect part, double factor) {
        try (Mats mats = new Mats()) {
            CodeView view = scaled(mats.hold(grey.submat(part)), factor);
            return view.from(p -> new Point(p.x() + part.x, p.y() + part.y));
        }
    }

    /** A part of it, turned about its centre; what comes in from outside is of its mean grey. */
    static CodeView turned(Mat grey, Rect part, double clockwiseDeg) {
        double cos = Math.cos(Math.toRadians(clockwiseDeg));
        double sin = Math.sin(Math.toRadians(clockwiseDeg));
        int width = (int) Math.ceil(part.width * Math.abs(cos) + part.height * Math.abs(sin));
        int height = (int) Math.ceil(part.width * Math.abs(sin) + part.height * Math.abs(cos));
        double fromX = part.width / 2.0;
        double fromY = part.height / 2.0;
        try (Mats mats = new Mats()) {
            Mat cutOut = mats.hold(grey.submat(part));
            Mat turn = mats.hold(new Mat(2, 3, CvType.CV_64F));
            turn.put(
                    0,
                    0,
                    cos,
                    -sin,
                    width / 2.0 - 0.5 - cos * (fromX - 0.5) + sin * (fromY - 0.5),
                    sin,
                    cos,
                    height / 2.0 - 0.5 - sin * (fromX - 0.5) - cos * (fromY - 0.5));
            Mat turned = mats.empty();
            Scalar mean = Core.mean(cutOut);
            Imgproc.warpAffine(
                    cutOut, turned, turn, new Size(width, height), Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, mean);
            return new CodeView(pixels(turned), p -> {
                double x = p.x() - width / 2.0;
                double y = p.y() - height / 2.0;
                return new Point(part.x + fromX + cos * x + sin * y, part.y + fromY - sin * x + cos * y);
            });
        }
    }

    private CodeView from(UnaryOperator<Point> outwards) {
        return new CodeView(picture, p -> outwards.apply(back.apply(p)));
    }

    static GreyPicture pixels(Mat grey) {
        byte[] levels = new byte[grey.rows() * grey.cols()];
        grey.get(0, 0, levels);
        return new GreyPicture(levels, grey.cols(), grey.rows());
    }
}
