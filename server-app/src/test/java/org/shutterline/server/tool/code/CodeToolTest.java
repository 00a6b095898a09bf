package org.shutterline.server.tool.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolContract;
import org.shutterline.server.spi.ToolException;
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
