package org.shutterline.server.camera.video;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.camera.video.VideoSource.Place;
import org.shutterline.server.spi.NetAddress;

/** What the settings of a stream say of where it comes from, in FFmpeg's words. */
final class SourceSettings {
    /** How RTSP brings its pictures. */
    enum Transport {
        TCP,
        UDP
    }

    static final Setting<NetAddress> ADDRESS = Setting.of(
            "address",
            "an address that begins with rtsp://, rtsps://, http:// or https://",
            raw -> NetAddress.read(raw, List.of("rtsp", "rtsps", "http", "https")));
    static final Setting<String> USER = Setting.text("user").byDefault("");
    static final Setting<String> PASSWORD =
            Setting.text("password").byDefault("").secret();
    static final Setting<Transport> TRANSPORT =
            Setting.choice("transport", Transport.class).byDefault(Transport.TCP);
    static final Setting<String> DEVICE = Setting.text("device");
    static final Setting<Integer> WIDTH = Setting.whole("widthPx", 16, 32_768).unit("px");
    static final Setting<Integer> HEIGHT = Setting.whole("heightPx", 16, 32_768).unit("px");
    static final Setting<Double> RATE = Setting.number("picturesPerSecond", 0.1, 1_000);
    static final Setting<String> SENT = Setting.text("sentAs");
    static final Setting<Integer> LATENCY = Setting.whole("latencyMs", 0, 5_000).unit("ms");

    private static final int USUAL_LATENCY_MS = 200;
    private static final String PROBE_MICROS = "1000000";

    private final Options options;
    private final String system;

    private SourceSettings(Options options, String system) {
        this.options = options;
        this.system = system;
    }

    /**
     * @param system what the operating system calls itself, in small letters
     * @throws BadSetting unless just one of address and device stands there
     */
    static SourceSettings read(Options options, String system) {
        boolean device = options.find(DEVICE).isPresent();
        if (device == options.find(ADDRESS).isPresent()) {
            throw new BadSetting(
                    options.placeOf(ADDRESS),
                    "expected either address or device, found " + (device ? "both" : "neither"));
        }
        return new SourceSettings(options, system);
    }

    VideoSource source() {
        return options.find(DEVICE).isPresent() ? device(options.get(DEVICE)) : network(address());
    }

    /** Where it is, without login. */
    String shown() {
        return options.find(DEVICE).orElseGet(() -> options.get(ADDRESS).shown());
    }

    /** What is set; else none until a stamp, and the usual one for pictures that have no stamp by our clock. */
    Latency latency() {
        return new Latency(
                TimeUnit.MILLISECONDS.toNanos(options.find(LATENCY).orElse(0)),
                TimeUnit.MILLISECONDS.toNanos(options.find(LATENCY).orElse(USUAL_LATENCY_MS)));
    }

    private NetAddress address() {
        return options.get(ADDRESS).as(options.get(USER), options.get(PASSWORD));
    }

    private VideoSource network(NetAddress address) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("analyzeduration", PROBE_MICROS);
        words.put("fpsprobesize", "0");
        words.put("protocol_whitelist", "rtsp,rtsps,rtp,udp,tcp,tls,http,https,httpproxy,crypto");
        if (address.uri().getScheme().toLowerCase(Locale.ROOT).startsWith("rtsp")) {
            words.put("rtsp_transport", options.get(TRANSPORT).name().toLowerCase(Locale.ROOT));
            words.put("allowed_media_types", "video");
        }
        return new VideoSource("", address.withLogin(), words, address.shown(), Place.NETWORK);
    }

    private VideoSource device(String device) {
        Map<String, String> words = new LinkedHashMap<>();
        if (options.find(WIDTH).isPresent() && options.find(HEIGHT).isPresent()) {
            words.put("video_size", options.get(WIDTH) + "x" + options.get(HEIGHT));
        }
        options.find(RATE).ifPresent(rate -> words.put("framerate", rate.toString()));
        if (isLinux()) {
            options.find(SENT).ifPresent(sent -> words.put("input_format", sent));
            return new VideoSource("v4l2", device, words, device, Place.STAMPED_DEVICE);
        }
        options.find(SENT).ifPresent(sent -> words.put("pixel_format", sent));
        return system.startsWith("windows")
                ? new VideoSource("dshow", "video=" + device, words, device, Place.DEVICE)
                : new VideoSource("avfoundation", device, words, device, Place.DEVICE);
    }

    private boolean isLinux() {
        return system.startsWith("linux");
    }
}
