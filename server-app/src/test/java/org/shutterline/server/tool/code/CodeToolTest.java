package org.shutterline.server.tool.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.tool.Mats;
import org.shutterline.server.tool.Plates;

class CodeToolTest implements ToolContract {
    @Override
    public InspectionToolFactory factory() {
        return new CodeFactory();
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of("region", Plates.region(415, 325, 255, 245), "symbologies", List.of("qr"));
    }

    @Override
    public TestScene scene() throws Exception {
        return Plates.first(Map.of());
    }

    @Test
    void findsTheCodesCorners() throws Exception {
        PlateTruth truth = SimulatedCameras.with(Map.of()).truth(1);
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            List<Point> corners = tool.inspect(scene).marks().stream()
                    .filter(mark -> mark.kind() == Overlay.Kind.POLYGON)
                    .findFirst()
                    .orElseThrow()
                    .points();
            assertThat(corners.get(0).distanceTo(truth.inPicture(-198, -132))).isCloseTo(0, within(4.0));
            assertThat(corners.get(2).distanceTo(truth.inPicture(2, 68))).isCloseTo(0, within(4.0));
        }
    }

    @Test
    void comparesWithTheTextOfTheJob() throws Exception {
        assertThat(plate(Map.of("expected", "ABC123")).wrong()).isEmpty();
        Finding wrong = plate(Map.of("expected", "ABC124"));
        assertThat(wrong.wrong()).contains("ABC123, expected ABC124");
        assertThat(wrong.expected()).containsEntry("text", "ABC124");
        assertThat(wrong.values()).containsEntry("text", "ABC123").containsEntry("symbology", "QR");
    }

    @Test
    void comparesWithThePartOfTheTrigger() throws Exception {
        try (InspectionTool tool = tool(Map.of("equalsPart", true));
                TestScene scene = scene();
                TestScene right = scene.withPart("ABC123");
                TestScene other = scene.withPart("XYZ")) {
            assertThat(tool.inspect(right).wrong()).isEmpty();
            assertThat(tool.inspect(other).wrong()).contains("ABC123, expected XYZ");
            assertThat(tool.inspect(scene).wrong()).contains("no part name given");
        }
    }

    @Test
    void readsNoDamagedCode() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene damaged = Plates.first(Map.of("damagedCodeRate", 1))) {
            assertThat(tool.inspect(damaged).missing()).contains("no code could be read");
        }
    }

    @Test
    void anUnreadCodeIsNotSaidToBeMissingWhenAttemptsAreLeftOver() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene damaged = Plates.first(Map.of("damagedCodeRate", 1))) {
            Hurried hurried = new Hurried(damaged);
            assertThatThrownBy(() -> tool.inspect(hurried))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("no time for another attempt");
        }
    }

    @Test
    void aCodeThatIsReadAtOnceNeedsNoTimeForAnotherAttempt() throws Exception {
        try (InspectionTool tool = tool(Map.of());
                TestScene scene = scene()) {
            assertThat(tool.inspect(new Hurried(scene)).values()).containsEntry("text", "ABC123");
        }
    }

    @Test
    void refusesTwoThingsToCompareWith() {
        assertThatThrownBy(() -> tool(Map.of("expected", "A", "equalsPart", true)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("equalsPart");
    }

    @Test
    void readsAllCodesInReadingOrderAndOutlinesEach() throws Exception {
        try (InspectionTool tool = tool(ALL);
                TestScene scene = threeCodes()) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.values())
                    .containsEntry("text", "left;right;low")
                    .containsEntry("symbology", "QR;DATAMATRIX;CODE128")
                    .containsEntry("count", 3.0);
            assertThat(finding.marks().stream().filter(mark -> mark.kind() == Overlay.Kind.POLYGON))
                    .hasSize(3);
        }
    }

    @Test
    void saysHowManyOfTheExpectedCodesWereRead() throws Exception {
        Map<String, Object> four = new LinkedHashMap<>(ALL);
        four.put("count", 4);
        try (InspectionTool tool = tool(four);
                TestScene scene = threeCodes()) {
            Finding finding = tool.inspect(scene);
            assertThat(finding.wrong()).contains("3 of 4 codes could be read");
            assertThat(finding.values()).containsEntry("text", "left;right;low");
        }
    }

    @Test
    void readsNoCodeOutsideARoundRegion() throws Exception {
        Map<String, Object> round = new LinkedHashMap<>(ALL);
        round.put("region", Map.of("centreX", 700, "centreY", 210, "radius", 200));
        try (InspectionTool tool = tool(round);
                TestScene scene = threeCodes()) {
            assertThat(tool.inspect(scene).values()).containsEntry("text", "right");
        }
    }

    @Test
    void comparesWithAPattern() throws Exception {
        assertThat(plate(Map.of("pattern", "[A-Z]{3}[0-9]+")).wrong()).isEmpty();
        assertThat(plate(Map.of("pattern", "[A-Z]{3}")).wrong()).contains("ABC123 is not like [A-Z]{3}");
    }

    @Test
    void aPatternThatTakesForEverEndsWithTheTime() throws Exception {
        TimedPattern endless = TimedPattern.of(".*.*.*.*.*.*.*.*b");
        assertThatThrownBy(() -> endless.matches("a".repeat(400), 20_000_000))
                .isInstanceOf(ToolException.class)
                .hasMessage("the pattern takes too long with this text");
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatThrownBy(() -> tool(Map.of("pattern", "(")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("regular expression");
    }

    @Test
    void saysThatMicroQrCannotBeRead() {
        assertThatThrownBy(() -> tool(Map.of("symbologies", List.of("microqr"))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("microqr cannot be read");
    }

    @Test
    void believesOnlyTextsThatAreLongEnoughAndRightlyChecked() {
        CodeRules checked = new CodeRules(List.of(Symbology.ITF), Optional.empty(), true, true);
        assertThat(checked.believes("15400141288763", Symbology.ITF)).isTrue();
        assertThat(checked.believes("15400141288764", Symbology.ITF)).isFalse();
        assertThat(checked.believes("5400", Symbology.ITF)).isFalse();
        assertThat(checked.believes("CODE39W", Symbology.CODE39)).isTrue();
        assertThat(checked.believes("CODE39X", Symbology.CODE39)).isFalse();
        CodeRules longer = new CodeRules(List.of(Symbology.CODE39), Optional.of(5), false, true);
        assertThat(longer.believes("ABCD", Symbology.CODE39)).isFalse();
    }

    @Test
    void learnsTheTextOfGoodPartsAndTheSymbology() throws Exception {
        try (TestScene scene = scene()) {
            Options present = Options.checked(
                    "test",
                    Map.of("region", settings().get("region")),
                    factory().settings());
            Lesson lesson = factory().teacher().orElseThrow().teach(List.of(scene), Optional.empty(), present, files());
            assertThat(lesson.settings())
                    .containsEntry("expected", "ABC123")
                    .containsEntry("symbologies", List.of("qr"));
        }
    }

    @Test
    void learnsAPatternFromTextsThatDiffer() throws Exception {
        assertThat(Alike.pattern(List.of("SN-001A", "SN-017B"))).contains("SN\\Q-\\E0[0-9][0-9][A-Z]");
        assertThat(Alike.pattern(List.of("A", "AB"))).isEmpty();
    }

    private static final Map<String, Object> ALL = Map.of(
            "region",
            Plates.region(0, 0, 1000, 700),
            "mode",
            "all",
            "symbologies",
            List.of("qr", "datamatrix", "code128"));

    private static TestScene threeCodes() throws Exception {
        Mat ground = DrawnCodes.ground(1000, 700);
        try (Mats mats = new Mats()) {
            DrawnCodes.put(mats.hold(DrawnCodes.of(Symbology.QR, "left", 200, 200)), ground, 30, 60);
            DrawnCodes.put(mats.hold(DrawnCodes.of(Symbology.DATAMATRIX, "right", 200, 200)), ground, 560, 80);
            DrawnCodes.put(mats.hold(DrawnCodes.of(Symbology.CODE128, "low", 300, 90)), ground, 300, 450);
        }
        return TestScene.over(ground);
    }

    /** A scene whose time is never over and always all but over. */
    private record Hurried(Scene scene) implements Scene {
        @Override
        public int widthPx() {
            return scene.widthPx();
        }

        @Override
        public int heightPx() {
            return scene.heightPx();
        }

        @Override
        public Mat grey() {
            return scene.grey();
        }

        @Override
        public Mat colour() {
            return scene.colour();
        }

        @Override
        public Instant takenAt() {
            return scene.takenAt();
        }

        @Override
        public Optional<String> part() {
            return scene.part();
        }

        @Override
        public long nanosLeft() {
            return 1;
        }

        @Override
        public void checkTime() {}
    }

    private Finding plate(Map<String, Object> changes) throws Exception {
        try (InspectionTool tool = tool(changes);
                TestScene scene = scene()) {
            return tool.inspect(scene);
        }
    }
}
