package org.shutterline.server.tool.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.tool.Mats;

/**
 * Where in a picture codes may be: patches that are dense with edges. Some codes are searched by the library from the
 * middle of a picture only, and a patch by itself has them there.
 */
final class CodePlaces {
    private static final int LARGEST_PX = 640;
    private static final int LEAST_PX = 12;

    private CodePlaces() {}

    /**
     * The patches with a margin around each, those with most edges first.
     *
     * @param most how many
     */
    static List<Rect> in(Mat grey, int most) {
        double factor = Math.min(1, LARGEST_PX / (double) Math.max(grey.cols(), grey.rows()));
        List<Patch> patches = new ArrayList<>();
        // a coarse sweep joins what belongs together, a fine one keeps apart what stands close
        for (int sweep : new int[] {9, 21}) {
            patches.addAll(patches(grey, factor, sweep));
        }
        return patches.stream()
                .sorted(Comparator.comparingDouble(Patch::edges).reversed())
                .map(patch -> around(patch.box, factor, grey))
                .filter(box -> (long) box.width * box.height < 0.9 * grey.total())
                .distinct()
                .limit(most)
                .toList();
    }

    private static List<Patch> patches(Mat grey, double factor, int sweep) {
        List<Patch> patches = new ArrayList<>();
        try (Mats mats = new Mats()) {
            Mat small = mats.empty();
            Imgproc.resize(grey, small, new Size(0, 0), factor, factor, Imgproc.INTER_AREA);
            Mat edges = mats.empty();
            Mat shape = mats.hold(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
            Imgproc.morphologyEx(small, edges, Imgproc.MORPH_GRADIENT, shape);
            Mat dense = mats.empty();
            Imgproc.blur(edges, dense, new Size(sweep, sweep));
            Mat marked = mats.empty();
            Imgproc.threshold(dense, marked, 0, 255, Imgproc.THRESH_BINARY | Imgproc.THRESH_OTSU);
            Mat labels = mats.empty();
            Mat boxes = mats.empty();
            Mat centres = mats.empty();
            int count = Imgproc.connectedComponentsWithStats(marked, labels, boxes, centres);
            int[] box = new int[5];
            for (int i = 1; i < count; i++) {
                boxes.get(i, 0, box);
                Rect rect = new Rect(box[0], box[1], box[2], box[3]);
                if (Math.min(rect.width, rect.height) >= LEAST_PX) {
                    Mat inside = mats.hold(dense.submat(rect));
                    patches.add(new Patch(rect, Core.sumElems(inside).val[0]));
                }
            }
        }
        return patches;
    }

    private static Rect around(Rect box, double factor, Mat grey) {
        double margin = 4 + 0.12 * Math.max(box.width, box.height);
        int left = (int) Math.max(0, (box.x - margin) / factor);
        int top = (int) Math.max(0, (box.y - margin) / factor);
        int right = (int) Math.min(grey.cols(), Math.ceil((box.x + box.width + margin) / factor));
        int bottom = (int) Math.min(grey.rows(), Math.ceil((box.y + box.height + margin) / factor));
        return new Rect(left, top, right - left, bottom - top);
    }

    /** @param edges how much of them */
    private record Patch(Rect box, double edges) {}
}
