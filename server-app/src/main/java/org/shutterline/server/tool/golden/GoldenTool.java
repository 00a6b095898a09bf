package org.shutterline.server.tool.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Mat;
import org.opencv.core.Size;
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
        Margins margins = place.margins(scene, comparer.marginPx());
        try (View view = place.in(scene, margins);
                Mats mats = new Mats()) {
            Sight sight = sight(view, margins, scene.pose().scale(), mats);
            Comparison comparison = comparer.compare(sight, scene::checkTime);
            scene.checkTime();
            List<Mark> looked = place.marks(scene);
            if (comparison.doubt().isPresent()) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put(GoldenFactory.SCORE.name(), comparison.score());
                values.put(GoldenFactory.SEEN.name(), comparison.seenPercent());
                return Finding.unknown(comparison.doubt().get(), values, looked);
            }
            return judged(comparison, new Way(comparison.aligned().warp(), sight, view), looked, scene.plane());
        }
    }

    /** A part that the fixture found larger or smaller is brought to the size of the golden one. */
    private Sight sight(View view, Margins margins, double scale, Mats mats) throws ToolException {
        Mat grey = view.grey();
        int width = comparer.golden().widthPx() - 2 * place.rimPx() + margins.across();
        int height = comparer.golden().heightPx() - 2 * place.rimPx() + margins.down();
        int left = margins.left() - place.rimPx();
        int top = margins.top() - place.rimPx();
        if (grey.cols() == width && grey.rows() == height) {
            return new Sight(grey, left, top);
        }
        boolean scaled = Math.abs(grey.cols() - scale * width) <= 1
                && Math.abs(grey.rows() - scale * height) <= 1
                && Math.abs(scale - 1) <= SCALE_SLACK;
        if (!scaled) {
            throw new ToolException(String.format(
                    Locale.ROOT,
                    "expected %d x %d px as the golden picture is, found %d x %d px: teach it again",
                    width - margins.across(),
                    height - margins.down(),
                    Math.round(grey.cols() - scale * margins.across()),
                    Math.round(grey.rows() - scale * margins.down())));
        }
        Mat resized = mats.empty();
        Imgproc.resize(grey, resized, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
        return new Sight(resized, left, top);
    }

    private Finding judged(Comparison comparison, Way way, List<Mark> looked, Plane plane) {
        List<Spot> spots = comparison.spots();
        double area = 0;
        double largest = 0;
        int worst = 0;
        List<Mark> marks = new ArrayList<>(looked);
        for (Spot spot : spots) {
            List<Point> corners = way.corners(spot.box());
            double perPx = plane.perPx(corners.get(0));
            double own = spot.areaPx() * perPx * perPx;
            area += own;
            largest = Math.max(largest, own);
            worst = Math.max(worst, spot.worstGrey());
            if (marks.size() < MOST_BOXES + looked.size()) {
                marks.add(new Mark(Overlay.Kind.POLYGON, corners));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(GoldenFactory.DEFECTS.name(), (double) spots.size());
        values.put(GoldenFactory.AREA.name(), area);
        values.put(GoldenFactory.LARGEST.name(), largest);
        values.put(GoldenFactory.WORST.name(), (double) worst);
        values.put(GoldenFactory.SCORE.name(), comparison.score());
        values.put(GoldenFactory.SEEN.name(), comparison.seenPercent());
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

    @Override
    public void close() {
        comparer.close();
    }
}
