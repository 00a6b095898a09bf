package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Mats;

/** Boxes what differs from the golden picture. */
final class GoldenTool implements InspectionTool {
    private static final int MOST_BOXES = 100;

    /** A fixture may find the part this much smaller or larger. */
    private static final double SCALE_SLACK = 0.2;

    private final GoldenPlace place;
    private final Comparer comparer;
    private final int allowed;

    /**
     * @param comparer taken over
     * @param allowed how many differences are not yet wrong
     */
    GoldenTool(GoldenPlace place, Comparer comparer, int allowed) {
        this.place = place;
        this.comparer = comparer;
        this.allowed = allowed;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            Mat grey = asLarge(view, scene, mats);
            Aligned aligned = comparer.align(grey);
            scene.checkTime();
            if (!aligned.isLikeGolden()) {
                return Finding.unknown(
                        "the picture is too unlike the golden one to be aligned",
                        Map.of(GoldenFactory.SCORE.name(), aligned.likeness()),
                        view.marks());
            }
            List<Spot> spots = comparer.spots(grey, aligned);
            scene.checkTime();
            return judged(new Comparison(aligned, spots), view, scene.plane());
        }
    }

    /** A part that the fixture found larger or smaller is brought to the size of the golden one. */
    private Mat asLarge(View view, Scene scene, Mats mats) throws ToolException {
        Mat grey = view.grey();
        Mat golden = comparer.golden().mean();
        if (grey.size().equals(golden.size())) {
            return grey;
        }
        double scale = scene.pose().scale();
        boolean scaled = Math.abs(grey.cols() - scale * golden.cols()) <= 1
                && Math.abs(grey.rows() - scale * golden.rows()) <= 1
                && Math.abs(scale - 1) <= SCALE_SLACK;
        if (!scaled) {
            throw new ToolException("expected " + GreyFile.size(golden) + " as the golden picture is, found "
                    + GreyFile.size(grey) + ": teach it again");
        }
        Mat resized = mats.empty();
        Imgproc.resize(grey, resized, golden.size(), 0, 0, Imgproc.INTER_LINEAR);
        return resized;
    }

    private Finding judged(Comparison comparison, View view, Plane plane) {
        List<Spot> spots = comparison.spots();
        double area = 0;
        double largest = 0;
        int worst = 0;
        List<Mark> marks = new ArrayList<>(view.marks());
        for (Spot spot : spots) {
            List<Point> corners = corners(spot.box(), comparison.aligned().warp(), view);
            double perPx = plane.perPx(corners.get(0));
            double own = spot.areaPx() * perPx * perPx;
            area += own;
            largest = Math.max(largest, own);
            worst = Math.max(worst, spot.worstGrey());
            if (marks.size() < MOST_BOXES + view.marks().size()) {
                marks.add(new Mark(Overlay.Kind.POLYGON, corners));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(GoldenFactory.DEFECTS.name(), (double) spots.size());
        values.put(GoldenFactory.AREA.name(), area);
        values.put(GoldenFactory.LARGEST.name(), largest);
        values.put(GoldenFactory.WORST.name(), (double) worst);
        values.put(GoldenFactory.SCORE.name(), comparison.aligned().likeness());
        values.put(GoldenFactory.X.name(), comparison.aligned().warp().shiftX());
        values.put(GoldenFactory.Y.name(), comparison.aligned().warp().shiftY());
        Finding finding = Finding.of(values, marks);
        return spots.size() > allowed ? finding.wrong(said(spots)) : finding;
    }

    private static String said(List<Spot> spots) {
        int largest = spots.get(0).areaPx();
        return spots.size() == 1
                ? String.format(Locale.ROOT, "differs from the golden picture at one place, %d px", largest)
                : String.format(
                        Locale.ROOT,
                        "differs from the golden picture at %d places, the largest %d px",
                        spots.size(),
                        largest);
    }

    /** The box of a spot as it lies in the picture, clockwise. */
    private List<Point> corners(Rect box, Warp warp, View view) {
        double right = box.x + box.width;
        double bottom = box.y + box.height;
        return Stream.of(
                        new Point(box.x, box.y),
                        new Point(right, box.y),
                        new Point(right, bottom),
                        new Point(box.x, bottom))
                .map(corner -> inPicture(corner, warp, view))
                .toList();
    }

    private Point inPicture(Point corner, Warp warp, View view) {
        // the warp counts from the middle of the first pixel, a view from its corner
        double[] at = warp.at(corner.x() - 0.5, corner.y() - 0.5);
        double x = (at[0] + 0.5) * view.widthPx() / comparer.golden().widthPx();
        double y = (at[1] + 0.5) * view.heightPx() / comparer.golden().heightPx();
        return view.inPicture(Math.max(0, Math.min(view.widthPx(), x)), Math.max(0, Math.min(view.heightPx(), y)));
    }

    @Override
    public void close() {
        comparer.close();
    }
}
