package org.shutterline.server.camera.gige;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * Which camera, and how it takes its pictures. What is empty is left as the camera has it.
 *
 * @param serial its serial number; empty if it is told by its address
 * @param features GenICam features by name, in the order of the file
 */
record GigeSettings(
        Optional<String> serial,
        Optional<String> address,
        TriggerMode trigger,
        PixelLayout pixelFormat,
        Area area,
        Light light,
        int packetSizeBytes,
        Map<String, String> features,
        int timeoutMs) {

    /** The part of the sensor, in px; a width or height that is empty reaches to its edge. */
    record Area(int x, int y, Optional<Integer> widthPx, Optional<Integer> heightPx) {}

    /** What may be changed while the camera is open. */
    record Light(Optional<Double> exposureUs, Optional<Double> gainDb, Optional<Double> frameRate) {}

    static final Setting<String> SERIAL = Setting.text("serial");
    static final Setting<String> ADDRESS = Setting.text("address");
    static final Setting<TriggerMode> TRIGGER =
            Setting.choice("trigger", TriggerMode.class).byDefault(TriggerMode.SOFTWARE);
    static final Setting<PixelLayout> PIXEL_FORMAT = Setting.of(
                    "pixelFormat", "one of " + String.join(", ", PixelLayout.names()), PixelLayout::named)
            .as(new Setting.Choice(PixelLayout.names()))
            .byDefault(PixelLayout.MONO8);
    static final Setting<Double> EXPOSURE =
            Setting.number("exposureUs", 1, 100_000_000).unit("us");
    static final Setting<Double> GAIN = Setting.number("gainDb", 0, 100).unit("dB");
    static final Setting<Integer> X = Setting.whole("x", 0, 32_767).byDefault(0).unit("px");
    static final Setting<Integer> Y = Setting.whole("y", 0, 32_767).byDefault(0).unit("px");
    static final Setting<Integer> WIDTH = Setting.whole("widthPx", 1, 32_768).unit("px");
    static final Setting<Integer> HEIGHT = Setting.whole("heightPx", 1, 32_768).unit("px");
    static final Setting<Double> FRAME_RATE =
            Setting.number("frameRate", 0.01, 10_000).unit("1/s");
    static final Setting<Integer> PACKET_SIZE =
            Setting.whole("packetSizeBytes", 576, 16_000).byDefault(1400).unit("bytes");
    static final Setting<Map<String, String>> FEATURES = Setting.of(
                    "features", "GenICam features by name: {GammaEnable: true, BlackLevel: 4}", GigeSettings::features)
            .as(new Setting.Pairs())
            .byDefault(Map.of());
    static final Setting<Integer> TIMEOUT =
            Setting.whole("timeoutMs", 50, 600_000).byDefault(5_000).unit("ms");

    static final List<Setting<?>> ALL = List.of(
            SERIAL,
            ADDRESS,
            TRIGGER,
            PIXEL_FORMAT,
            EXPOSURE,
            GAIN,
            X,
            Y,
            WIDTH,
            HEIGHT,
            FRAME_RATE,
            PACKET_SIZE,
            FEATURES,
            TIMEOUT);

    /** @throws BadSetting unless just one of serial and address stands there */
    static GigeSettings read(Options options) {
        Optional<String> serial = options.find(SERIAL);
        Optional<String> address = options.find(ADDRESS);
        if (serial.isPresent() == address.isPresent()) {
            throw new BadSetting(
                    options.placeOf(SERIAL),
                    "expected either serial or address, found " + (serial.isPresent() ? "both" : "neither"));
        }
        return new GigeSettings(
                serial,
                address,
                options.get(TRIGGER),
                options.get(PIXEL_FORMAT),
                new Area(options.get(X), options.get(Y), options.find(WIDTH), options.find(HEIGHT)),
                new Light(options.find(EXPOSURE), options.find(GAIN), options.find(FRAME_RATE)),
                options.get(PACKET_SIZE),
                options.get(FEATURES),
                options.get(TIMEOUT));
    }

    /** For people: {@code "serial GV01"}, {@code "at 192.168.1.20"}. */
    String which() {
        return serial.map(number -> "serial " + number).orElseGet(() -> "at " + address.orElse(""));
    }

    /** The same with other light. */
    GigeSettings lit(Light other) {
        return new GigeSettings(
                serial, address, trigger, pixelFormat, area, other, packetSizeBytes, features, timeoutMs);
    }

    private static Optional<Map<String, String>> features(Object raw) {
        if (!(raw instanceof Map<?, ?> written)) {
            return Optional.empty();
        }
        Map<String, String> read = new LinkedHashMap<>();
        written.forEach((name, value) -> read.put(String.valueOf(name), String.valueOf(value)));
        boolean plain = read.entrySet().stream()
                .allMatch(feature -> feature.getKey().matches("\\w+")
                        && !feature.getValue().isEmpty()
                        && feature.getValue().indexOf('"') < 0);
        return plain ? Optional.of(Collections.unmodifiableMap(read)) : Optional.empty();
    }
}
