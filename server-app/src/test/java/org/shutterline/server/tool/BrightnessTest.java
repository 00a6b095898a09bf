package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
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

    @Test
    void measuresOnlyInsideACircle() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 100, CvType.CV_8UC1, new Scalar(255));
        Imgproc.circle(mat, new Point(50, 50), 42, new Scalar(100), Imgproc.FILLED);
        Map<String, Object> circle = Map.of("region", Map.of("centreX", 50, "centreY", 50, "radius", 40));
        try (InspectionTool tool = tool(circle);
                TestScene scene = TestScene.over(mat)) {
            assertThat(tool.inspect(scene).values())
                    .containsEntry("mean", 100.0)
                    .containsEntry("contrast", 0.0)
                    .containsEntry("clipped", 0.0);
        }
    }

    @Test
    void countsTheClippedShareOfARingOnly() throws Exception {
        Vision.load();
        Mat mat = new Mat(100, 100, CvType.CV_8UC1, new Scalar(100));
        Mat half = mat.submat(new Rect(50, 0, 50, 100));
        half.setTo(new Scalar(0));
        half.release();
        Map<String, Object> ring = Map.of("centreX", 50, "centreY", 50, "innerRadius", 20, "outerRadius", 40);
        try (InspectionTool tool = tool(Map.of("region", ring));
                TestScene scene = TestScene.over(mat)) {
            Map<String, Object> values = tool.inspect(scene).values();
            assertThat((Double) values.get("mean")).isCloseTo(50, within(1.5));
            assertThat((Double) values.get("clipped")).isCloseTo(50, within(1.5));
        }
    }

    @Test
    void saysThatNothingIsInsideARingThatShrank() throws Exception {
        Map<String, Object> thin = Map.of("centreX", 50, "centreY", 50, "innerRadius", 20, "outerRadius", 21);
        org.shutterline.protocol.message.Point middle = new org.shutterline.protocol.message.Point(50, 50);
        Pose small = Pose.of(middle, middle, 0, 0.01);
        try (InspectionTool tool = tool(Map.of("region", thin));
                TestScene scene = TestScene.blank(100, 100, 90)) {
            assertThatThrownBy(() -> tool.inspect(scene.lying(small)))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("no px is inside");
        }
    }
}
