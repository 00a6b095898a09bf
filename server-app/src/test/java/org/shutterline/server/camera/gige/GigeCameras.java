package org.shutterline.server.camera.gige;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Camera;
import org.shutterline.server.spi.CameraException;

/** Settings for the tests. */
final class GigeCameras {
    private GigeCameras() {}

    /** The fake camera at 127.0.0.n, fast and small, with these settings besides. */
    static Options at(int n, Map<String, Object> more) {
        Map<String, Object> raw = new HashMap<>(Map.of(
                "address", FakeCamera.address(n),
                "frameRate", 100,
                "exposureUs", 10_000,
                "widthPx", 320,
                "heightPx", 240,
                "packetSizeBytes", 8192,
                "timeoutMs", 2_000));
        raw.putAll(more);
        return options(raw);
    }

    /** Opens the one at 127.0.0.n. */
    static Camera open(int n, Map<String, Object> settings) throws CameraException {
        return new GigeCameraFactory().open(at(n, settings));
    }

    /** The fake stamps with the clock of the wall. */
    static long wallNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    static Options options(Map<String, Object> raw) {
        return Options.checked("settings.yaml", raw, GigeSettings.ALL);
    }
}
