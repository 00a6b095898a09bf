package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;

class QualityTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new QualityFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(40, 40, 1200, 880));
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
    void takesAGoodPicture() throws Exception {
        assertThat(plate(Map.of(), Map.of()).unknown()).isEmpty();
    }

    @Test
    void saysInWordsWhatIsWrongAndKeepsWhatItMeasured() throws Exception {
        Finding dark = plate(Map.of("light", 0.1), Map.of());
        assertThat(dark.unknown().orElseThrow()).startsWith("too dark: mean ").endsWith(", at least 20");
        assertThat(dark.values()).containsKeys("mean", "clipped", "contrast", "sharpness");
        assertThat(plate(Map.of("light", 6), Map.of("maxClipped", 20)).unknown().orElseThrow())
                .startsWith("too many px");
        try (InspectionTool tool = tool(Map.of());
                TestScene grey = TestScene.blank(1280, 960, 128);
                TestScene white = TestScene.blank(1280, 960, 240)) {
            assertThat(tool.inspect(grey).unknown()).contains("too little contrast: 0.0, at least 10.0");
            assertThat(tool.inspect(white).unknown()).contains("too bright: mean 240, at most 235");
        }
    }

    @Test
    void sharpnessFallsWithEveryStepOfBlurAndIsTheSameInHalfTheLight() throws Exception {
        List<Double> steps = new ArrayList<>();
        for (double blur : new double[] {0, 1, 2, 3, 5}) {
            steps.add(sharpness(Map.of("blurPx", blur)));
        }
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i)).isLessThan(steps.get(i - 1) * 0.95);
        }
        assertThat(steps.get(4)).isLessThan(0.5 * steps.get(0));
        assertThat(sharpness(Map.of("light", 0.5)) / steps.get(0)).isBetween(0.85, 1.15);
        assertThat(sharpness(Map.of("noise", 8)) / steps.get(0)).isBetween(0.85, 1.15);
    }

    @Test
    void sharpnessSaysLittleOfHowMuchThereIsToSee() throws Exception {
        try (TestScene scene = scene();
                Mats mats = new Mats()) {
            Mat half = scene.grey().clone();
            // the left part of the plate is hidden under plain metal
            mats.hold(half.submat(new Rect(0, 0, 640, 960))).setTo(new Scalar(90));
            try (InspectionTool tool = tool(Map.of());
                    TestScene less = TestScene.over(half)) {
                double whole = (double) tool.inspect(scene).values().get("sharpness");
                assertThat((double) tool.inspect(less).values().get("sharpness") / whole)
                        .isBetween(0.8, 1.2);
            }
        }
    }

    @Test
    void learnsLimitsThatSeparateGoodPicturesFromBadOnes() throws Exception {
        List<Scene> good = new ArrayList<>();
        try (TestScene first = Plates.first(Map.of());
                TestScene other = Plates.first(Map.of("seed", 9))) {
            good.add(first);
            good.add(other);
            Options present = Options.checked("test", settings(), factory().settings());
            Lesson lesson = factory().teacher().orElseThrow().teach(good, Optional.empty(), present, files());
            Map<String, Object> learned = new HashMap<>(lesson.settings());
            for (int seed = 20; seed < 26; seed++) {
                assertThat(plate(Map.of("seed", seed), learned).unknown()).isEmpty();
                assertThat(plate(Map.of("seed", seed, "light", 0.4), learned)
                                .unknown()
                                .orElseThrow())
                        .startsWith("too dark");
                assertThat(plate(Map.of("seed", seed, "light", 2.5), learned).unknown())
                        .isPresent();
                assertThat(plate(Map.of("seed", seed, "blurPx", 3), learned)
                                .unknown()
                                .orElseThrow())
                        .startsWith("not sharp");
            }
        }
    }

    @Test
    void admitsWhatItLearned() throws Exception {
        for (int level : new int[] {0, 1, 2, 7, 128, 245, 246, 252, 255}) {
            try (TestScene backlit = edge(level)) {
                Options present = Options.checked("test", settings(), factory().settings());
                Lesson lesson =
                        factory().teacher().orElseThrow().teach(List.of(backlit), Optional.empty(), present, files());
                try (InspectionTool tool = tool(lesson.settings())) {
                    assertThat(tool.inspect(backlit).unknown()).as("%d", level).isEmpty();
                }
            }
        }
    }

    @Test
    void leavesRoomAboveABrightPictureToo() throws Exception {
        try (TestScene backlit = edge(253)) {
            Options present = Options.checked("test", settings(), factory().settings());
            Map<String, Object> learned = factory()
                    .teacher()
                    .orElseThrow()
                    .teach(List.of(backlit), Optional.empty(), present, files())
                    .settings();
            assertThat((double) learned.get("maxMean")).isBetween(253.0, 254.5);
        }
    }

    @Test
    void judgesSharpnessOnlyOnceItWasTaught() throws Exception {
        assertThat(plate(Map.of("blurPx", 8), Map.of()).unknown()).isEmpty();
        Mat slope = new Mat(960, 1280, CvType.CV_8UC1);
        for (int x = 0; x < 1280; x++) {
            Imgproc.line(slope, new Point(x, 0), new Point(x, 959), new Scalar(100 + x / 16));
        }
        try (InspectionTool tool = tool(Map.of());
                TestScene smooth = TestScene.over(slope)) {
            Finding finding = tool.inspect(smooth);
            assertThat(finding.values()).containsEntry("sharpness", 0.0);
            assertThat(finding.unknown()).isEmpty();
        }
    }

    /** A picture of this grey with a little dark thing in it. */
    private static TestScene edge(int level) {
        TestScene scene = TestScene.blank(1280, 960, level);
        Imgproc.rectangle(scene.grey(), new Rect(600, 400, 60, 60), new Scalar(level / 2.0), Imgproc.FILLED);
        return scene;
    }

    @Test
    void refusesLimitsThatNoPictureKeeps() {
        assertThatThrownBy(() -> tool(Map.of("minMean", 200, "maxMean", 100)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("minMean");
    }

    private double sharpness(Map<String, Object> camera) throws Exception {
        return (double) plate(camera, Map.of()).values().get("sharpness");
    }

    private Finding plate(Map<String, Object> camera, Map<String, Object> changes) throws Exception {
        try (InspectionTool tool = tool(changes);
                TestScene scene = Plates.first(camera)) {
            return tool.inspect(scene);
        }
    }
}
