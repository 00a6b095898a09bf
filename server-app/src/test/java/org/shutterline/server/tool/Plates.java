package org.shutterline.server.tool;

import java.util.Map;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.TestScene;

/** Scenes of simulated plates for tests. */
public final class Plates {
    private Plates() {}

    /** The first plate of a camera that is set up so. */
    public static TestScene first(Map<String, Object> changes) throws CameraException, InterruptedException {
        try (Frame frame =
                SimulatedCameras.with(changes).capture(new FramePool(1 << 24)).frame()) {
            return TestScene.of(frame);
        }
    }

    public static Map<String, Object> region(int x, int y, int width, int height) {
        return Map.of("x", x, "y", y, "width", width, "height", height);
    }
}
