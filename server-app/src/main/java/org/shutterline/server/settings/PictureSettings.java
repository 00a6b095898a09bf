package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.archive.PictureRules;

/**
 * What becomes of pictures.
 *
 * @param rules which are kept, and how
 * @param memoryBytes how much memory pictures may take at once
 */
public record PictureSettings(PictureRules rules, long memoryBytes) {

    private static final Setting<PictureRules.Keep> KEEP =
            Setting.choice("keep", PictureRules.Keep.class).byDefault(PictureRules.USUAL.keep());
    private static final Setting<Double> QUOTA =
            Setting.number("quotaGb", 0.001, 1_000_000).unit("GB").byDefault(PictureRules.USUAL.quotaBytes() / 1e9);
    private static final Setting<PictureRules.Format> FORMAT =
            Setting.choice("format", PictureRules.Format.class).byDefault(PictureRules.USUAL.format());
    private static final Setting<Integer> QUALITY =
            Setting.whole("jpegQuality", 1, 100).unit("%").byDefault(PictureRules.USUAL.jpegQuality());
    private static final Setting<Integer> MEMORY =
            Setting.whole("memoryMb", 16, 65_536).unit("MB").byDefault(512);

    static PictureSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, List.of(KEEP, QUOTA, FORMAT, QUALITY, MEMORY));
        PictureRules rules = new PictureRules(
                options.get(KEEP), Math.round(options.get(QUOTA) * 1e9), options.get(FORMAT), options.get(QUALITY));
        return new PictureSettings(rules, options.get(MEMORY) * 1_000_000L);
    }
}
