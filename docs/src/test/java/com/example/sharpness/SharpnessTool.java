package com.example.sharpness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Measures sharpness as the standard deviation of the Laplacian: high where there are crisp edges. */
final class SharpnessTool implements InspectionTool {
    private final Region region;
    private final double least;

    /** @param least so sharp at least, in grey */
    SharpnessTool(Region region, double least) {
        this.region = region;
        this.least = least;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        Mat edges = new Mat();
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        try (View view = scene.look(Optional.of(region))) {
            Imgproc.Laplacian(view.grey(), edges, CvType.CV_64F);
            Core.meanStdDev(edges, mean, deviation);
            return finding(deviation.get(0, 0)[0], crispest(edges, view), view);
        } finally {
            deviation.release();
            mean.release();
            edges.release();
        }
    }

    private static Mark crispest(Mat edges, View view) {
        org.opencv.core.Point at = Core.minMaxLoc(edges).maxLoc;
        return new Mark(Overlay.Kind.CROSS, List.of(view.inPicture(at.x + 0.5, at.y + 0.5)));
    }

    private Finding finding(double sharpness, Mark crispest, View view) {
        boolean sharp = sharpness >= least;
        Map<String, Object> values =
                Map.of(SharpnessToolFactory.SHARPNESS.name(), sharpness, SharpnessToolFactory.SHARP.name(), sharp);
        Finding found = Finding.of(values, view.marks()).with(List.of(crispest));
        return sharp ? found : found.wrong("blurred");
    }
}
