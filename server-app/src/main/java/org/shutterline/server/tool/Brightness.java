package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Mean grey, its standard deviation, and the share of pixels that are quite black or quite white. */
final class Brightness implements InspectionTool {
    private final Place place;

    Brightness(Place place) {
        this.place = place;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene);
                Mats mats = new Mats()) {
            Mat grey = view.grey();
            Mat inside = view.mask()
                    .orElseGet(() -> mats.hold(new Mat(grey.rows(), grey.cols(), CvType.CV_8UC1, new Scalar(255))));
            int all = Core.countNonZero(inside);
            if (all == 0) {
                throw new ToolException("its region is too small: no px is inside");
            }
            MatOfDouble mean = new MatOfDouble();
            mats.hold(mean);
            MatOfDouble deviation = new MatOfDouble();
            mats.hold(deviation);
            Core.meanStdDev(grey, mean, deviation, inside);
            scene.checkTime();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(BrightnessFactory.MEAN.name(), mean.get(0, 0)[0]);
            values.put(BrightnessFactory.CONTRAST.name(), deviation.get(0, 0)[0]);
            values.put(BrightnessFactory.CLIPPED.name(), 100.0 * (all - unclipped(grey, inside, mats)) / all);
            return Finding.of(values, view.marks());
        }
    }

    private static int unclipped(Mat grey, Mat inside, Mats mats) {
        Mat unclipped = mats.empty();
        Core.inRange(grey, new Scalar(1), new Scalar(254), unclipped);
        Core.bitwise_and(unclipped, inside, unclipped);
        return Core.countNonZero(unclipped);
    }
}
