package org.shutterline.server.tool.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Lesson;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.TestScene;

/** The plate without its tongue, in a region that moves with it. */
class GoldenPlatesTest {
    private static final int TAUGHT_ON = 3;
    private static final int PLATES = 25;

    @TempDir
    Path folder;

    private final GoldenFactory factory = new GoldenFactory();
    private Map<String, Object> settings = Map.of();
    private PlateTruth taught;

    @BeforeEach
    void teach() throws Exception {
        SimulatedCamera camera = SimulatedCameras.with(Map.of("seed", 5));
        taught = camera.truth(1);
        Point corner = taught.inPicture(-490, -265);
        Region region = new Region.Rectangle(Math.rint(corner.x()), Math.rint(corner.y()), 630, 530, 0);
        List<Scene> good = new ArrayList<>();
        for (int number = 1; number <= TAUGHT_ON; number++) {
            good.add(scene(camera, number));
        }
        Lesson lesson = new GoldenTeacher().teach(good, Optional.of(region), options(Map.of()), (name, place) -> {
            throw new BadSetting(place, "no file");
        });
        for (Map.Entry<String, byte[]> file : lesson.files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        for (Scene scene : good) {
            ((TestScene) scene).close();
        }
        settings = lesson.settings();
    }

    @Test
    void goodPlatesHaveNoDifference() throws Exception {
        for (double noise : new double[] {0, 2.5, 6}) {
            List<Finding> findings = inspect(Map.of("seed", 77, "noise", noise, "turnDegrees", 4, "shiftPx", 40));
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.unknown()).isEmpty();
                assertThat(finding.values()).as("noise %s", noise).containsEntry("defects", 0.0);
            });
        }
    }

    @Test
    void aMissingHoleIsFound() throws Exception {
        assertThat(inspect(Map.of("seed", 78, "holeMissingRate", 1)))
                .allSatisfy(finding ->
                        assertThat(finding.wrong().or(finding::unknown)).isPresent());
    }

    @Test
    void aScratchIsFound() throws Exception {
        assertThat(inspect(Map.of("seed", 79, "scratchRate", 1)))
                .allSatisfy(finding -> assertThat(finding.wrong()).isPresent());
    }

    private List<Finding> inspect(Map<String, Object> changes) throws Exception {
        List<Finding> findings = new ArrayList<>();
        SimulatedCamera camera = SimulatedCameras.with(changes);
        try (InspectionTool tool = factory.create(options(settings), (name, place) -> folder.resolve(name))) {
            for (int number = 1; number <= PLATES; number++) {
                try (TestScene scene = scene(camera, number)) {
                    findings.add(tool.inspect(scene));
                }
            }
        }
        return findings;
    }

    private Options options(Map<String, Object> raw) {
        return Options.checked("test", new LinkedHashMap<>(raw), factory.settings());
    }

    /** The next plate, as a fixture that makes no error would find it. */
    private TestScene scene(SimulatedCamera camera, int number) throws Exception {
        PlateTruth truth = camera.truth(number);
        try (Frame frame = camera.capture(new FramePool(1 << 24)).frame()) {
            double turn = truth.angleDegrees() - taught.angleDegrees();
            return TestScene.of(frame).lying(Pose.of(taught.centre(), truth.centre(), turn, 1));
        }
    }
}
