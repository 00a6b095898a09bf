package org.shutterline.server.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A camera that a driver found.
 *
 * @param settings what opens just this one, keys as in the settings file; the rest is left to defaults
 */
public record FoundCamera(CameraIdentity identity, Map<String, Object> settings) {
    public FoundCamera {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
