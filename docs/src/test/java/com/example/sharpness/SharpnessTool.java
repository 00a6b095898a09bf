package com.example.sharpness;

import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Measures sharpness as the standard deviation of the Laplacian: high where there are crisp edges. */
final class SharpnessTool implements InspectionTool {
    private final Region region;

    SharpnessTool(Region region) {
        this.region = region;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        Mat edges = new Mat();
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        try (View view = scene.look(Optional.of(region))) {
            Imgproc.Laplacian(view.grey(), edges, CvType.CV_64F);
            Core.meanStdDev(edges, mean, deviation);
            double sharpness = deviation.get(0, 0)[0];
            return Finding.of(Map.of(SharpnessToolFactory.SHARPNESS.name(), sharpness), view.marks());
        } finally {
            deviation.release();
            mean.release();
            edges.release();
        }
    }
}
