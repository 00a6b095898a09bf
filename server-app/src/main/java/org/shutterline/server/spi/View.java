package org.shutterline.server.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Point;

/**
 * A region cut out of a picture, upright, so that a tool need not know how the part lies. A rectangle that lies upright
 * is a window onto the picture without a copy, laid to whole px; a turned one is resampled between px. Of the other
 * shapes it is the box around them, with a mask. Valid while its scene is; used by one thread.
 */
public final class View implements AutoCloseable {
    /** Less than this moves no corner of a large region by a tenth of a px. */
    private static final double UPRIGHT_DEG = 0.005;

    private static final double SLACK_PX = 0.5;

    private final Scene scene;
    private final Region region;
    private final int width;
    private final int height;
    private final Pose toPicture;
    private final boolean resampled;
    private final List<Mat> held = new ArrayList<>();
    private final Mat grey;
    private Optional<Mat> colour = Optional.empty();
    private Optional<Mat> mask = Optional.empty();

    private View(Scene scene, Region region, int width, int height, Pose toPicture) {
        this.scene = scene;
        this.region = region;
        this.width = width;
        this.height = height;
        this.toPicture = toPicture;
        this.resampled = toPicture.b() != 0;
        this.grey = cut(scene.grey());
    }

    /**
     * Cuts a region out.
     *
     * @param region as it lies in this picture; empty for the whole
     * @throws ToolException if it reaches beyond the picture
     */
    static View of(Scene scene, Optional<Region> region) throws ToolException {
        Region wanted = region.orElseGet(() -> Region.upright(0, 0, scene.widthPx(), scene.heightPx()));
        checkInside(wanted, scene);
        if (wanted instanceof Region.Rectangle rectangle) {
            return rectangle(scene, rectangle);
        }
        Rect box = box(wanted.outline(), scene);
        return new View(scene, wanted, box.width, box.height, new Pose(1, 0, box.x, box.y));
    }

    private static View rectangle(Scene scene, Region.Rectangle r) {
        int width = (int) Math.max(1, Math.round(r.width()));
        int height = (int) Math.max(1, Math.round(r.height()));
        double turn = Math.IEEEremainder(r.angleDeg(), 360);
        if (Math.abs(turn) < UPRIGHT_DEG) {
            int x = (int) Math.max(0, Math.min(scene.widthPx() - width, Math.round(r.x())));
            int y = (int) Math.max(0, Math.min(scene.heightPx() - height, Math.round(r.y())));
            return new View(scene, r, width, height, new Pose(1, 0, x, y));
        }
        return new View(scene, r, width, height, Pose.of(new Point(width / 2.0, height / 2.0), r.centre(), turn, 1));
    }

    private static void checkInside(Region region, Scene scene) throws ToolException {
        for (Point p : region.outline()) {
            if (p.x() < -SLACK_PX
                    || p.y() < -SLACK_PX
                    || p.x() > scene.widthPx() + SLACK_PX
                    || p.y() > scene.heightPx() + SLACK_PX) {
                throw new ToolException(String.format(
                        Locale.ROOT,
                        "its region reaches beyond the picture: to %.0f, %.0f in a picture of %d x %d",
                        p.x(),
                        p.y(),
                        scene.widthPx(),
                        scene.heightPx()));
            }
        }
    }

    private static Rect box(List<Point> outline, Scene scene) {
        int left = (int) outline.stream().mapToDouble(Point::x).min().orElseThrow();
        int top = (int) outline.stream().mapToDouble(Point::y).min().orElseThrow();
        int right = (int) Math.ceil(outline.stream().mapToDouble(Point::x).max().orElseThrow());
        int bottom =
                (int) Math.ceil(outline.stream().mapToDouble(Point::y).max().orElseThrow());
        int x = Math.max(0, Math.min(left, scene.widthPx() - 1));
        int y = Math.max(0, Math.min(top, scene.heightPx() - 1));
        return new Rect(
                x,
                y,
                Math.max(1, Math.min(right, scene.widthPx()) - x),
                Math.max(1, Math.min(bottom, scene.heightPx()) - y));
    }

    /** CV_8UC1; not to be written to, released by {@link #close}. */
    public Mat grey() {
        return grey;
    }

    /** CV_8UC3 blue, green, red; likewise. */
    public Mat colour() {
        if (colour.isEmpty()) {
            colour = Optional.of(cut(scene.colour()));
        }
        return colour.get();
    }

    /** CV_8UC1, 255 for what is inside; empty if all of the view is. Likewise. */
    public Optional<Mat> mask() {
        if (mask.isEmpty()) {
            mask = mask(region, toPicture, width, height).map(this::hold);
        }
        return mask;
    }

    /**
     * The same for a picture that a lesson once cut out along this region and kept. The caller releases it.
     *
     * @param widthPx of the picture that was cut out
     * @param heightPx likewise
     */
    public static Optional<Mat> maskOf(Region region, int widthPx, int heightPx) {
        int left = (int) region.outline().stream().mapToDouble(Point::x).min().orElseThrow();
        int top = (int) region.outline().stream().mapToDouble(Point::y).min().orElseThrow();
        return mask(region, new Pose(1, 0, Math.max(0, left), Math.max(0, top)), widthPx, heightPx);
    }

    private static Optional<Mat> mask(Region region, Pose toPicture, int width, int height) {
        if (region instanceof Region.Rectangle) {
            return Optional.empty();
        }
        Mat drawn = Mat.zeros(height, width, CvType.CV_8UC1);
        fill(drawn, region.outline(), toPicture, 255);
        if (!region.hole().isEmpty()) {
            fill(drawn, region.hole(), toPicture, 0);
        }
        return Optional.of(drawn);
    }

    private static void fill(Mat drawn, List<Point> outline, Pose toPicture, int level) {
        Pose toView = toPicture.inverse();
        MatOfPoint corners = new MatOfPoint(outline.stream()
                .map(toView::at)
                .map(p -> new org.opencv.core.Point(Math.rint((p.x() - 0.5) * 16), Math.rint((p.y() - 0.5) * 16)))
                .toArray(org.opencv.core.Point[]::new));
        Imgproc.fillPoly(drawn, List.of(corners), new Scalar(level), Imgproc.LINE_8, 4);
        corners.release();
    }

    private Mat cut(Mat picture) {
        if (!resampled) {
            return hold(new Mat(picture, new Rect((int) toPicture.dx(), (int) toPicture.dy(), width, height)));
        }
        Mat way = new Mat(2, 3, CvType.CV_64F);
        Point first = toPicture.at(new Point(0.5, 0.5));
        way.put(0, 0, toPicture.a(), -toPicture.b(), first.x() - 0.5, toPicture.b(), toPicture.a(), first.y() - 0.5);
        Mat upright = hold(new Mat());
        Imgproc.warpAffine(
                picture,
                upright,
                way,
                new Size(width, height),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        way.release();
        return upright;
    }

    private Mat hold(Mat mat) {
        held.add(mat);
        return mat;
    }

    public int widthPx() {
        return width;
    }

    public int heightPx() {
        return height;
    }

    /** From a place in the view to the place in the picture; 0.5 is the centre of the first px in both. */
    public Point inPicture(double x, double y) {
        return toPicture.at(new Point(x, y));
    }

    /** From a place in the picture to the place in the view. */
    public Point inView(Point picture) {
        return toPicture.inverse().at(picture);
    }

    /** Where it lies in this picture. */
    public Region region() {
        return region;
    }

    /** Its outlines: where the tool looked. */
    public List<Mark> marks() {
        return Mark.regions(region);
    }

    @Override
    public void close() {
        held.forEach(Mat::release);
        held.clear();
    }
}
