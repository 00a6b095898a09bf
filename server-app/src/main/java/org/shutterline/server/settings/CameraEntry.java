package org.shutterline.server.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The camera of a station as it is written into the settings.
 *
 * @param driver the id of its kind
 * @param boundTo the serial number that it must have; empty for any
 * @param settings keys and values as in the file
 */
public record CameraEntry(String driver, String boundTo, Map<String, Object> settings) {
    private static final Set<String> OF_ITS_KIND = Set.of("samePictures", "isolated");

    public CameraEntry {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** In place of what stands there: what the guard is told stays, but not what it is told of another kind of camera. */
    Map<String, Object> over(Map<?, ?> before) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("driver", driver);
        if (!boundTo.isEmpty()) {
            written.put("boundTo", boundTo);
        }
        before.forEach((key, value) -> {
            boolean ofItsKind = OF_ITS_KIND.contains(String.valueOf(key)) && !driver.equals(before.get("driver"));
            if (!ofItsKind && !key.equals("settings") && !key.equals("boundTo")) {
                written.putIfAbsent(String.valueOf(key), value);
            }
        });
        if (!settings.isEmpty()) {
            written.put("settings", settings);
        }
        return written;
    }

    /** One line to be pasted into a station of the settings file. */
    public String line() {
        return "camera: " + YamlText.inOneLine(over(Map.of()));
    }
}
