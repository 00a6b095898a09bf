package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * Which pictures are kept, and how.
 *
 * @param keep of which verdicts
 * @param quotaBytes the oldest give way when all together are larger
 * @param format PNG is lossless; JPEG makes results not exactly repeatable
 * @param jpegQuality 1 to 100
 * @param memoryBytes how much memory pictures may take at once
 */
public record PictureSettings(Keep keep, long quotaBytes, Format format, int jpegQuality, long memoryBytes) {

    /** Of which verdicts pictures are kept. */
    public enum Keep {
        ALL,
        NG_AND_UNKNOWN,
        NONE
    }

    /** How they are written. */
    public enum Format {
        PNG,
        JPEG
    }

    private static final Setting<Keep> KEEP = Setting.choice("keep", Keep.class).byDefault(Keep.ALL);
    private static final Setting<Double> QUOTA =
            Setting.number("quotaGb", 0.001, 1_000_000).unit("GB").byDefault(20.0);
    private static final Setting<Format> FORMAT =
            Setting.choice("format", Format.class).byDefault(Format.PNG);
    private static final Setting<Integer> QUALITY =
            Setting.whole("jpegQuality", 1, 100).unit("%").byDefault(90);
    private static final Setting<Integer> MEMORY =
            Setting.whole("memoryMb", 16, 65_536).unit("MB").byDefault(512);

    static PictureSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, List.of(KEEP, QUOTA, FORMAT, QUALITY, MEMORY));
        return new PictureSettings(
                options.get(KEEP),
                Math.round(options.get(QUOTA) * 1e9),
                options.get(FORMAT),
                options.get(QUALITY),
                options.get(MEMORY) * 1_000_000L);
    }
}
