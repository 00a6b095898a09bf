package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * Where the golden picture was cut out: the box around the region, so that it is as large in each picture however the part
 * lies, and a rim around it, so that what lies at the edge of the region can be compared with its neighbours.
 *
 * @param region the job's region; empty for the whole picture
 * @param rimPx how far the golden picture reaches beyond the region; 0 for the whole picture
 */
record GoldenPlace(Optional<Region> region, int rimPx) {
    /** As wide as edges may be tolerated to move, and a little more. */
    private static final int USUAL_RIM_PX = 12;

    /** To be taught. */
    static GoldenPlace taught(Optional<Region> region) {
        return new GoldenPlace(region, region.isPresent() ? USUAL_RIM_PX : 0);
    }

    /** What can be seen beyond the region, if so much should be seen beyond the golden picture. */
    Margins margins(Scene scene, int beyondPx) {
        return region.map(r -> Margins.within(scene, box(r), rimPx + beyondPx)).orElse(Margins.NONE);
    }

    /** The caller closes it. */
    View in(Scene scene, Margins margins) throws ToolException {
        return scene.look(region.map(r -> margins.around(box(r))));
    }

    /** The outline of where it looks in this picture. */
    List<Mark> marks(Scene scene) {
        return Mark.regions(region.map(r -> r.after(scene.pose()))
                .orElseGet(() -> Region.upright(0, 0, scene.widthPx(), scene.heightPx())));
    }

    /**
     * What belongs to the region.
     *
     * @param golden the golden picture
     * @return CV_8UC1, 255 inside; empty if all within the rim does; released by the caller
     */
    Optional<Mat> mask(Mat golden) {
        if (region.isEmpty() || region.get() instanceof Region.Rectangle) {
            return Optional.empty();
        }
        Region.Rectangle box = new Margins(rimPx, rimPx, rimPx, rimPx).around(box(region.get()));
        Mat mask = Mat.zeros(golden.size(), CvType.CV_8UC1);
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
