package org.shutterline.server.camera.gige;

import java.util.HashMap;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;

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

    static Options options(Map<String, Object> raw) {
        return Options.checked("settings.yaml", raw, GigeSettings.ALL);
    }
}
