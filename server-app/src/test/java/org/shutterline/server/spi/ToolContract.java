package org.shutterline.server.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;

/** What every tool keeps to. */
public interface ToolContract {
    /** At so many places the time may end. */
    int MOST_ENDS = 6;

    /** So often it may look at the clock when the time is over. */
    int FEW_LOOKS = 2;

    InspectionToolFactory factory();

    /** Settings with which it finds its feature in {@link #scene()}, a region among them. */
    Map<String, Object> settings();

    /** A picture with its feature; the test closes it. */
    TestScene scene() throws Exception;

    /** The files that the settings name. */
    default JobFiles files() {
        return (name, place) -> {
            throw new BadSetting(place, "no file " + name);
        };
    }

    /** Whether there is something to measure in a picture without anything in it. */
    default boolean measuresBlankPictures() {
        return false;
    }

    /** Sets the tool up with these changes. */
    default InspectionTool tool(Map<String, Object> changes) {
        Map<String, Object> raw = new LinkedHashMap<>(settings());
        raw.putAll(changes);
        return factory().create(Options.checked("test", raw, factory().settings()), files());
    }

    @Test
    default void givesOnlyValuesThatItDeclares() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            Finding finding = tool.inspect(scene);
            Set<String> declared =
                    factory().outputs().stream().map(Output::name).collect(Collectors.toSet());
            assertThat(finding.missing()).isEmpty();
            assertThat(finding.values()).isNotEmpty();
            assertThat(declared).containsAll(finding.values().keySet());
            assertThat(finding.values().values())
                    .allSatisfy(value -> assertThat(value).isInstanceOfAny(Double.class, String.class, Boolean.class));
            assertThat(finding.values().values().stream().filter(Double.class::isInstance))
                    .allSatisfy(value -> assertThat((Double) value).isFinite());
        }
    }

    @Test
    default void drawsInThePicture() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.marks()).isNotEmpty();
            for (Mark mark : finding.marks()) {
                for (Point point : mark.points()) {
                    assertThat(point.x()).isBetween(-1.0, scene.widthPx() + 1.0);
                    assertThat(point.y()).isBetween(-1.0, scene.heightPx() + 1.0);
                }
            }
        }
    }

    @Test
    default void findsTheSameAgainAndLeavesThePictureAsItWas() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            double before = scene.mean();
            assertThat(tool.inspect(scene)).isEqualTo(tool.inspect(scene));
            assertThat(scene.mean()).isEqualTo(before);
        }
    }

    @Test
    default void cannotLookOutsideThePicture() throws Exception {
        Map<String, Object> region = Map.of("x", 0, "y", 0, "width", 9000, "height", 9000);
        try (InspectionTool tool = tool(Map.of("region", region));
                TestScene scene = scene()) {
            assertThatThrownBy(() -> tool.inspect(scene))
                    .isInstanceOf(ToolException.class)
                    .hasMessageContaining("region");
        }
    }

    @Test
    default void findsNothingInABlankPictureAndSaysSo() throws Exception {
        for (int level : new int[] {0, 128, 255}) {
            try (InspectionTool tool = tool(Map.of());
                    TestScene like = scene();
                    TestScene blank = TestScene.blank(like.widthPx(), like.heightPx(), level)) {
                Finding finding = tool.inspect(blank);
                assertThat(finding.missing().isEmpty()).isEqualTo(measuresBlankPictures());
                assertThat(finding.values().isEmpty()).isEqualTo(!measuresBlankPictures());
                assertThat(finding.marks()).isNotEmpty();
            }
        }
    }

    @Test
    default void keepsNothingOfThePictureBefore() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                InspectionTool fresh = tool(Map.of());
                TestScene scene = scene();
                TestScene blank = TestScene.blank(scene.widthPx(), scene.heightPx(), 128)) {
            tool.inspect(scene);
            assertThat(tool.inspect(blank)).isEqualTo(fresh.inspect(blank));
        }
    }

    @Test
    default void endsWhenItsTimeIsOver() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene();
                TestScene late = scene.withNanosLeft(-1)) {
            assertThatThrownBy(() -> tool.inspect(late)).isInstanceOf(ToolException.class);
        }
    }

    /** Whenever it is that the time ends, it looks at the clock soon after, and says nothing of what it did not finish. */
    @Test
    default void endsWhenItsTimeEndsBetweenItsSteps() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            tool.inspect(scene.endingAfterLooks(Integer.MAX_VALUE));
            int looks = scene.looks();
            assertThat(looks).as("looks at the clock").isGreaterThan(1);
            for (int i = 0; i < looks; i += 1 + looks / MOST_ENDS) {
                assertThat(endsAfter(i, tool, scene))
                        .as("after look %d of %d", i, looks)
                        .isTrue();
            }
        }
    }

    private static boolean endsAfter(int looks, InspectionTool tool, TestScene scene) {
        try {
            Finding finding = tool.inspect(scene.endingAfterLooks(looks));
            return finding.missing().isPresent() || finding.unknown().isPresent();
        } catch (ToolException late) {
            return scene.looks() <= looks + FEW_LOOKS;
        }
    }

    @Test
    default void copesWithAnyPictureAndAnyRegion() throws Exception {
        SplittableRandom dice = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            int width = dice.nextInt(1, 200);
            int height = dice.nextInt(1, 120);
            int x = dice.nextInt(width);
            int y = dice.nextInt(height);
            Map<String, Object> region = Map.of(
                    "x", x, "y", y, "width", 1 + dice.nextInt(width - x), "height", 1 + dice.nextInt(height - y));
            try (TestScene scene = TestScene.noise(width, height, dice);
                    InspectionTool tool = tool(Map.of("region", region))) {
                assertThat(tool.inspect(scene).values().values().stream().filter(Double.class::isInstance))
                        .allSatisfy(value -> assertThat((Double) value).isFinite());
            } catch (ToolException | BadSetting refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    default void mayBeClosedTwice() {
        InspectionTool tool = tool(Map.of());
        tool.close();
        tool.close();
    }
}
