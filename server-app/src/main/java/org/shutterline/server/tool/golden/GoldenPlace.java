package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * Where the golden picture was cut out: the box around the region, so that it is as large in each picture however the part
 * lies.
 *
 * @param region the job's region; empty for the whole picture
 */
record GoldenPlace(Optional<Region> region) {

    /** The caller closes it. */
    View in(Scene scene) throws ToolException {
        return scene.look(region.map(GoldenPlace::box));
    }

    /**
     * What belongs to the region.
     *
     * @return CV_8UC1, 255 inside; empty if all of the box does; released by the caller
     */
    Optional<Mat> mask(int widthPx, int heightPx) {
        if (region.isEmpty() || region.get() instanceof Region.Rectangle) {
            return Optional.empty();
        }
        Region.Rectangle box = box(region.get());
        Mat mask = Mat.zeros(heightPx, widthPx, CvType.CV_8UC1);
        fill(mask, region.get().outline(), box, 255);
        if (!region.get().hole().isEmpty()) {
            fill(mask, region.get().hole(), box, 0);
        }
        return Optional.of(mask);
    }

    private static void fill(Mat mask, List<Point> outline, Region.Rectangle box, int level) {
        MatOfPoint corners = new MatOfPoint(outline.stream()
                .map(p -> new org.opencv.core.Point(Math.rint(p.x() - box.x() - 0.5), Math.rint(p.y() - box.y() - 0.5)))
                .toArray(org.opencv.core.Point[]::new));
        Imgproc.fillPoly(mask, List.of(corners), new Scalar(level));
        corners.release();
    }

    private static Region.Rectangle box(Region region) {
        if (region instanceof Region.Rectangle rectangle) {
            return rectangle;
        }
        List<Point> outline = region.outline();
        double left = Math.floor(outline.stream().mapToDouble(Point::x).min().orElseThrow());
        double top = Math.floor(outline.stream().mapToDouble(Point::y).min().orElseThrow());
        double right = Math.ceil(outline.stream().mapToDouble(Point::x).max().orElseThrow());
        double bottom = Math.ceil(outline.stream().mapToDouble(Point::y).max().orElseThrow());
        return new Region.Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top), 0);
    }
}
