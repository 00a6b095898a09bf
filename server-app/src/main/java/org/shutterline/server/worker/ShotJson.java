package org.shutterline.server.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.Exposure;
import org.shutterline.server.spi.FoundCamera;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Shot;

/** What is told of pictures and of cameras between the processes. The nanoseconds are of one clock on every system. */
final class ShotJson {
    private ShotJson() {}

    /** How large the picture is in the slot, and what the camera says of it. */
    record Told(int widthPx, int heightPx, PixelFormat format, Exposure exposure, Map<String, String> notes) {}

    static Map<String, Object> write(Shot shot) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("width", shot.frame().widthPx());
        told.put("height", shot.frame().heightPx());
        told.put("format", shot.frame().format().name());
        Exposure exposure = shot.exposure();
        put(told, "number", exposure.number());
        put(told, "cameraNanos", exposure.cameraNanos());
        put(told, "exposedNanos", exposure.exposedNanos());
        put(told, "arrivedNanos", exposure.arrivedNanos());
        told.put("freshness", exposure.freshness().name());
        told.put("notes", shot.notes());
        return told;
    }

    private static void put(Map<String, Object> told, String key, OptionalLong value) {
        value.ifPresent(number -> told.put(key, number));
    }

    /** @throws IOException if it is not what {@link #write} wrote */
    static Told read(Map<?, ?> told) throws IOException {
        try {
            Map<String, String> notes = new LinkedHashMap<>();
            ((Map<?, ?>) told.get("notes")).forEach((key, value) -> notes.put((String) key, (String) value));
            return new Told(
                    ((Number) told.get("width")).intValue(),
                    ((Number) told.get("height")).intValue(),
                    PixelFormat.valueOf((String) told.get("format")),
                    new Exposure(
                            number(told, "number"),
                            number(told, "cameraNanos"),
                            number(told, "exposedNanos"),
                            number(told, "arrivedNanos"),
                            Exposure.Freshness.valueOf((String) told.get("freshness"))),
                    notes);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException other) {
            throw new IOException("it told something else than a picture", other);
        }
    }

    private static OptionalLong number(Map<?, ?> told, String key) {
        return told.get(key) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    static Map<String, Object> write(List<FoundCamera> found) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "found",
                found.stream()
                        .map(one -> Map.of("identity", write(one.identity()), "settings", one.settings()))
                        .toList());
        return told;
    }

    /** @throws IOException if it is not what was written of found cameras */
    static List<FoundCamera> found(Map<?, ?> told) throws IOException {
        try {
            List<FoundCamera> found = new ArrayList<>();
            for (Object one : (List<?>) told.get("found")) {
                Map<String, Object> settings = new LinkedHashMap<>();
                ((Map<?, ?>) ((Map<?, ?>) one).get("settings"))
                        .forEach((key, value) -> settings.put((String) key, value));
                found.add(new FoundCamera(identity((Map<?, ?>) ((Map<?, ?>) one).get("identity")), settings));
            }
            return found;
        } catch (ClassCastException | NullPointerException other) {
            throw new IOException("it told something else than cameras", other);
        }
    }

    static Map<String, Object> write(CameraIdentity identity) {
        return Map.of(
                "maker", identity.maker(),
                "model", identity.model(),
                "serial", identity.serial(),
                "address", identity.address());
    }

    static CameraIdentity identity(Map<?, ?> told) {
        return new CameraIdentity(
                String.valueOf(told.get("maker")),
                String.valueOf(told.get("model")),
                String.valueOf(told.get("serial")),
                String.valueOf(told.get("address")));
    }
}
