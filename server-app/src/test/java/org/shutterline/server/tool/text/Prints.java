package org.shutterline.server.tool.text;

import java.util.HashMap;
import java.util.Map;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.frame.FramePool;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;

/** What is printed on simulated plates, and where, when they lie as drawn. */
enum Prints {
    SERIAL(430, 551, 230, 46, 0),
    REVISION(430, 588, 240, 42, 0),
    NAME(593, 405, 160, 34, 90),
    LOT(638, 396, 140, 36, 90);

    private final Region region;

    Prints(double x, double y, double width, double height, double angle) {
        this.region = new Region.Rectangle(x, y, width, height, angle);
    }

    Map<String, Object> region() {
        return region.asWritten();
    }

    String text(String serial) {
        return switch (this) {
            case SERIAL -> serial;
            case REVISION -> "plate-A rev 4";
            case NAME -> "PLATE-A";
            case LOT -> "LOT 26-47";
        };
    }

    /** A plate by chance, with the pose that a fixture would find. */
    static TestScene plate(Map<String, Object> changes) throws Exception {
        try (SimulatedCamera camera = SimulatedCameras.with(new HashMap<>(changes));
                Frame frame = camera.capture(new FramePool(1 << 24)).frame()) {
            PlateTruth truth = camera.truth(1);
            return TestScene.of(frame).lying(Pose.of(new Point(640, 480), truth.centre(), truth.angleDegrees(), 1));
        }
    }
}
