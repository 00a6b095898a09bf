package org.shutterline.server.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.camera.simulated.Defect;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.tool.code.CodeFactory;

class DemoPlateIT {
    /** Which tool must complain of which defect. */
    private static final Map<Defect, Set<String>> SEEN_BY = Map.of(
            Defect.HOLE_MISSING, Set.of("holeA", "holeB"),
            Defect.HOLE_WRONG_SIZE, Set.of("holeA", "holeB"),
            Defect.SCRATCH, Set.of("scratch"),
            Defect.WRONG_CODE, Set.of("code"),
            Defect.DAMAGED_CODE, Set.of("code"));

    @Test
    void judgesEveryPlateAsItIs() throws Exception {
        SimulatedCamera camera = SimulatedCameras.withDefects(0.1);
        FramePool pool = new FramePool(1 << 24);
        Map<String, String> mistaken = new TreeMap<>();
        int bad = 0;
        try (DemoJob job = new DemoJob()) {
            for (int number = 1; number <= 200; number++) {
                PlateTruth truth = camera.truth(number);
                bad += truth.defects().isEmpty() ? 0 : 1;
                try (Frame frame = camera.capture(pool).frame();
                        TestScene scene = TestScene.of(frame)) {
                    Map<String, String> complaints = job.complaints(scene);
                    if (!fits(truth.defects(), complaints.keySet())) {
                        mistaken.put(number + " " + truth.defects(), complaints.toString());
                    }
                }
            }
        }
        assertThat(mistaken).isEmpty();
        assertThat(bad).isBetween(50, 110);
        assertThat(pool.bytesInUse()).isZero();
    }

    @Test
    void aDamagedCodeIsSaidToBeMissingWithinTheUsualTimeLimit() throws Exception {
        CodeFactory factory = new CodeFactory();
        Map<String, Object> raw = Map.of("region", Plates.region(415, 325, 255, 245), "symbologies", List.of("qr"));
        try (InspectionTool tool = factory.create(Options.checked("code", raw, factory.settings()), (name, place) -> {
                    throw new BadSetting(place, "no file " + name);
                });
                TestScene damaged = Plates.first(Map.of("damagedCodeRate", 1));
                TestScene limited = damaged.withNanosLeft(TimeUnit.SECONDS.toNanos(1))) {
            assertThat(tool.inspect(limited).missing()).contains("no code could be read");
        }
    }

    private static boolean fits(Set<Defect> defects, Set<String> complaining) {
        return defects.isEmpty() == complaining.isEmpty()
                && defects.stream()
                        .allMatch(defect -> SEEN_BY.get(defect).stream().anyMatch(complaining::contains));
    }
}
