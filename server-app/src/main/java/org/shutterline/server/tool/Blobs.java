package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
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
            Mat grey = view.grey();
            Mat binary = mats.empty();
            part(grey, binary);
            view.mask().ifPresent(inside -> Core.bitwise_and(binary, inside, binary));
            if (!rule.noneIsFound() && contrast(grey, binary, mats) < rule.minContrast()) {
                return missing("nothing stands out: less than " + rule.minContrast() + " grey of contrast", view);
            }
            scene.checkTime();
            Mat labels = mats.empty();
            List<Blob> wanted = find(binary, labels, view, mats);
            scene.checkTime();
            if (wanted.isEmpty()) {
                return rule.noneIsFound() ? none(view) : missing("no " + word() + " patch of the wanted size", view);
            }
            return found(wanted, new BlobArea(grey, binary, labels), view);
        }
    }

    private void part(Mat grey, Mat binary) {
        int way = rule.polarity() == Polarity.DARK ? Imgproc.THRESH_BINARY_INV : Imgproc.THRESH_BINARY;
        if (rule.threshold().level().isPresent()) {
            Imgproc.threshold(grey, binary, rule.threshold().level().getAsInt() - 1, 255, way);
        } else {
            Imgproc.threshold(grey, binary, 0, 255, way | Imgproc.THRESH_OTSU);
        }
    }

    /** How far the patches are from the rest, grey; 0 if there is only one of the two. */
    private static double contrast(Mat grey, Mat binary, Mats mats) {
        int inside = Core.countNonZero(binary);
        if (inside == 0 || inside == binary.total()) {
            return 0;
        }
        Mat rest = mats.empty();
        Core.bitwise_not(binary, rest);
        return Math.abs(Core.mean(grey, binary).val[0] - Core.mean(grey, rest).val[0]);
    }

    private List<Blob> find(Mat binary, Mat labels, View view, Mats mats) {
        Mat statistics = mats.empty();
        Mat centres = mats.empty();
        Imgproc.connectedComponentsWithStats(binary, labels, statistics, centres, 8, CvType.CV_32S);
        return Blob.read(statistics, centres).stream()
                .filter(blob -> rule.wants(blob, view))
                .sorted(Comparator.comparingInt(Blob::areaPx).reversed())
                .toList();
    }

    private static Finding found(List<Blob> wanted, BlobArea exact, View view) {
        Blob largest = wanted.get(0);
        double area = exact.of(largest);
        double diameter = 2 * Math.sqrt(area / Math.PI);
        double total = wanted.stream().mapToDouble(Blob::areaPx).sum();
        Point centre = inPicture(largest, view);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(BlobsFactory.DIAMETER.name(), diameter);
        values.put(BlobsFactory.COUNT.name(), (double) wanted.size());
        values.put(BlobsFactory.AREA.name(), total);
        values.put(BlobsFactory.LARGEST.name(), area);
        values.put(BlobsFactory.X.name(), centre.x());
        values.put(BlobsFactory.Y.name(), centre.y());
        List<Mark> marks = new ArrayList<>(view.marks());
        marks.add(new Mark(Overlay.Kind.CIRCLE, List.of(centre, new Point(centre.x() + diameter / 2, centre.y()))));
        marks.add(new Mark(
                Overlay.Kind.CROSS,
                wanted.stream()
                        .limit(MOST_CROSSES)
                        .map(blob -> inPicture(blob, view))
                        .toList()));
        return Finding.of(values, marks);
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

    private String word() {
        return rule.polarity() == Polarity.DARK ? "dark" : "light";
    }
}
