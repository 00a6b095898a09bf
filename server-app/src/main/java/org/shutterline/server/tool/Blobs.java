package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
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

/** Parts a region by grey, joins neighbours (also across corners), and measures the patches that the job wants. */
final class Blobs implements InspectionTool {
    private static final int MOST_CROSSES = 50;

    private final Place place;
    private final BlobRule rule;

    Blobs(Place place, BlobRule rule) {
        this.place = place;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            Optional<Mat> inside = view.mask();
            Mat parted = rule.parting().of(view.grey(), inside, mats);
            boolean standsOut = contrast(view.grey(), parted, inside) >= rule.minContrast();
            if (!standsOut && !rule.noneIsFound()) {
                return missing("nothing stands out: less than " + rule.minContrast() + " grey of contrast", view);
            }
            Mat binary = standsOut || !rule.choosesThreshold()
                    ? parted
                    : rule.farFrom(mean(view.grey(), inside)).of(view.grey(), inside, mats);
            scene.checkTime();
            Mat labels = mats.empty();
            List<Blob> wanted = find(binary, labels, inside, mats);
            scene.checkTime();
            if (wanted.isEmpty()) {
                String why = "no " + rule.word() + " patch of the wanted size";
                return rule.noneIsFound() ? none(view) : missing(why, view);
            }
            BlobArea exact = new BlobArea(view.grey(), binary, labels, inside);
            BlobShape shape = BlobShape.of(wanted.get(0), labels, rule.minHolePx());
            return found(wanted, exact.of(wanted.get(0)), shape, view, scene.plane());
        }
    }

    /** How far the patches are from the rest of the region, grey; 0 if there is only one of the two. */
    private static double contrast(Mat grey, Mat binary, Optional<Mat> inside) {
        long all = inside.map(Core::countNonZero).orElse((int) grey.total());
        long patches = Core.countNonZero(binary);
        if (patches == 0 || patches == all) {
            return 0;
        }
        return Math.abs(Core.mean(grey, binary).val[0] - mean(grey, inside)) * all / (all - patches);
    }

    private static double mean(Mat grey, Optional<Mat> inside) {
        return inside.map(mask -> Core.mean(grey, mask)).orElseGet(() -> Core.mean(grey)).val[0];
    }

    private List<Blob> find(Mat binary, Mat labels, Optional<Mat> inside, Mats mats) {
        Mat statistics = mats.empty();
        Mat centres = mats.empty();
        Imgproc.connectedComponentsWithStats(binary, labels, statistics, centres, 8, CvType.CV_32S);
        Border border = Border.of(labels, rule.ignoreBorder() ? inside : Optional.empty(), mats);
        return Blob.read(statistics, centres).stream()
                .filter(blob -> rule.wants(blob, border))
                .sorted(Comparator.comparingInt(Blob::areaPx).reversed())
                .toList();
    }

    private static Finding found(List<Blob> wanted, double areaPx, BlobShape shape, View view, Plane plane) {
        Blob largest = wanted.get(0);
        Point centre = inPicture(largest, view);
        Point at = plane.at(centre);
        double perPx = plane.perPx(centre);
        double diameterPx = 2 * Math.sqrt(areaPx / Math.PI);
        double totalPx = wanted.stream().mapToDouble(Blob::areaPx).sum();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(BlobsFactory.DIAMETER.name(), diameterPx * perPx);
        values.put(BlobsFactory.COUNT.name(), (double) wanted.size());
        values.put(BlobsFactory.AREA.name(), totalPx * perPx * perPx);
        values.put(BlobsFactory.LARGEST.name(), areaPx * perPx * perPx);
        values.put(BlobsFactory.X.name(), at.x());
        values.put(BlobsFactory.Y.name(), at.y());
        values.put(BlobsFactory.WIDTH.name(), across(largest, view, plane));
        values.put(BlobsFactory.HEIGHT.name(), down(largest, view, plane));
        values.put(BlobsFactory.HOLES.name(), (double) shape.holes());
        values.put(BlobsFactory.ROUNDNESS.name(), shape.roundness());
        return Finding.of(values, view.marks()).with(marks(wanted, centre, diameterPx, view));
    }

    private static double across(Blob blob, View view, Plane plane) {
        return plane.length(
                view.inPicture(blob.left(), blob.centreY()),
                view.inPicture((double) blob.left() + blob.width(), blob.centreY()));
    }

    private static double down(Blob blob, View view, Plane plane) {
        return plane.length(
                view.inPicture(blob.centreX(), blob.top()),
                view.inPicture(blob.centreX(), (double) blob.top() + blob.height()));
    }

    private static List<Mark> marks(List<Blob> wanted, Point centre, double diameterPx, View view) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(Overlay.Kind.CIRCLE, List.of(centre, new Point(centre.x() + diameterPx / 2, centre.y()))));
        marks.add(new Mark(
                Overlay.Kind.CROSS,
                wanted.stream()
                        .limit(MOST_CROSSES)
                        .map(blob -> inPicture(blob, view))
                        .toList()));
        return marks;
    }

    private static Point inPicture(Blob blob, View view) {
        return view.inPicture(blob.centreX(), blob.centreY());
    }

    private static Finding none(View view) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(BlobsFactory.COUNT.name(), 0.0);
        values.put(BlobsFactory.AREA.name(), 0.0);
        values.put(BlobsFactory.LARGEST.name(), 0.0);
        return Finding.of(values, view.marks());
    }

    private static Finding missing(String why, View view) {
        return Finding.missing(why, view.marks());
    }
}
