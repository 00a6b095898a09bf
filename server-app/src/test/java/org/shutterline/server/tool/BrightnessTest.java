package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.Vision;

class BrightnessTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new BrightnessFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(420, 220, 330, 85));
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Override
    public boolean measuresBlankPictures() {
        return true;
    }

    @Test
    void measuresMeanContrastAndClippedShare() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 100, CvType.CV_8UC1, new Scalar(100));
        Mat half = mat.submat(new Rect(0, 0, 50, 100));
        half.setTo(new Scalar(255));
        half.release();
        Map<String, Object> whole = Map.of("region", Plates.region(0, 0, 100, 100));
        try (InspectionTool tool = tool(whole);
                TestScene scene = TestScene.over(mat)) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat((Double) values.get("mean")).isCloseTo(177.5, within(1e-6));
            assertThat((Double) values.get("contrast")).isCloseTo(77.5, within(1e-6));
            assertThat((Double) values.get("clipped")).isCloseTo(50.0, within(1e-6));
        }
    }
}
