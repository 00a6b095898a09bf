package org.shutterline.server.tool.pattern;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.tool.Mats;

/**
 * A picture, turned and scaled so that a template that lies so in it lies upright; and where in it the template may lie. It
 * is the picture that is turned and not the template, so that the corners of the template stay.
 *
 * @param picture CV_8UC1
 * @param toView from its px to those of the picture that was turned
 * @param allowed CV_8UC1, 255 where the template's upper left corner may be; empty if everywhere
 */
record Turned(Mat picture, Pose toView, Mat allowed) {
    /**
     * @param crop how much of a side of the template may be outside the picture, share
     * @param mats to which the matrices belong
     */
    static Turned of(Mat picture, Mat template, double turnDeg, double scale, double crop, Mats mats) {
        if (turnDeg == 0 && scale == 1 && crop == 0) {
            return new Turned(picture, Pose.NONE, mats.empty());
        }
        double padX = crop * template.cols();
        double padY = crop * template.rows();
        Pose turn = Pose.of(new Point(0, 0), new Point(0, 0), turnDeg, scale);
        Corners box = Corners.of(turn.inverse(), -padX, -padY, picture.cols() + padX, picture.rows() + padY);
        int width = Math.max(template.cols(), (int) Math.ceil(box.right() - box.left()));
        int height = Math.max(template.rows(), (int) Math.ceil(box.bottom() - box.top()));
        Pose toView = turn.after(new Pose(1, 0, box.left(), box.top()));
        Mat turned = mats.empty();
        Mat way = mats.hold(matrix(toView));
        Imgproc.warpAffine(
                picture,
                turned,
                way,
                new Size(width, height),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        return new Turned(turned, toView, allowed(picture, template, toView, padX, padY, width, height, mats));
    }

    /** The upper left corner, moved by the template's other corners, must be inside too: that is a rectangle in the view. */
    private static Mat allowed(
            Mat picture, Mat template, Pose toView, double padX, double padY, int width, int height, Mats mats) {
        Pose turn = new Pose(toView.a(), toView.b(), 0, 0);
        Corners reach = Corners.of(turn, 0, 0, template.cols(), template.rows());
        double left = -padX - reach.left();
        double top = -padY - reach.top();
        double right = picture.cols() + padX - reach.right();
        double bottom = picture.rows() + padY - reach.bottom();
        Mat allowed = mats.hold(Mat.zeros(height - template.rows() + 1, width - template.cols() + 1, CvType.CV_8UC1));
        if (right >= left - 1 && bottom >= top - 1) {
            Pose back = toView.inverse();
            MatOfPoint corners = new MatOfPoint(
                    place(back, left, top),
                    place(back, right, top),
                    place(back, right, bottom),
                    place(back, left, bottom));
            mats.hold(corners);
            Imgproc.fillConvexPoly(allowed, corners, new Scalar(255), Imgproc.LINE_8, 4);
        }
        return allowed;
    }

    private static org.opencv.core.Point place(Pose back, double x, double y) {
        Point p = back.at(new Point(x, y));
        return new org.opencv.core.Point(Math.rint(16 * p.x()), Math.rint(16 * p.y()));
    }

    /** As OpenCV writes it, where the centre of the first px is 0. */
    static Mat matrix(Pose pose) {
        Point first = pose.at(new Point(0.5, 0.5));
        Mat way = new Mat(2, 3, CvType.CV_64F);
        way.put(0, 0, pose.a(), -pose.b(), first.x() - 0.5, pose.b(), pose.a(), first.y() - 0.5);
        return way;
    }

    /** The upright box around a rectangle that was turned. */
    private record Corners(double left, double top, double right, double bottom) {
        static Corners of(Pose pose, double left, double top, double right, double bottom) {
            Point[] at = {
                pose.at(new Point(left, top)),
                pose.at(new Point(right, top)),
                pose.at(new Point(right, bottom)),
                pose.at(new Point(left, bottom))
            };
            double fromX = at[0].x();
            double fromY = at[0].y();
            double toX = fromX;
            double toY = fromY;
            for (Point p : at) {
                fromX = Math.min(fromX, p.x());
                fromY = Math.min(fromY, p.y());
                toX = Math.max(toX, p.x());
                toY = Math.max(toY, p.y());
            }
            return new Corners(fromX, fromY, toX, toY);
        }
    }
}
