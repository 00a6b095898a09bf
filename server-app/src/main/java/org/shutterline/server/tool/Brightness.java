package org.shutterline.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import org.opencv.core.Core;
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
            MatOfDouble mean = new MatOfDouble();
            mats.hold(mean);
            MatOfDouble deviation = new MatOfDouble();
            mats.hold(deviation);
            Core.meanStdDev(grey, mean, deviation);
            scene.checkTime();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(BrightnessFactory.MEAN.name(), mean.get(0, 0)[0]);
            values.put(BrightnessFactory.CONTRAST.name(), deviation.get(0, 0)[0]);
            values.put(BrightnessFactory.CLIPPED.name(), clippedPercent(grey, mats));
            return Finding.of(values, view.marks());
        }
    }

    private static double clippedPercent(Mat grey, Mats mats) {
        Mat unclipped = mats.empty();
        Core.inRange(grey, new Scalar(1), new Scalar(254), unclipped);
        return 100.0 * (grey.total() - Core.countNonZero(unclipped)) / grey.total();
    }
}
