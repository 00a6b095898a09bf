package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.archive.PictureRoom;
import org.shutterline.server.archive.PictureRules;

/**
 * What becomes of pictures.
 *
 * @param rules which are kept, and how
 * @param memoryBytes how much memory pictures may take at once
 */
public record PictureSettings(PictureRules rules, long memoryBytes) {

    private static final double GB = 1e9;
    private static final long MB = 1_000_000;

    private static final Setting<PictureRules.Keep> KEEP =
            Setting.choice("keep", PictureRules.Keep.class).byDefault(PictureRules.USUAL.keep());
    private static final Setting<Double> QUOTA =
            Setting.number("quotaGb", 0.001, 1_000_000).unit("GB").byDefault(PictureRoom.USUAL.quotaBytes() / GB);
    private static final Setting<Integer> MOST =
            Setting.whole("most", 0, 1_000_000_000).byDefault((int) PictureRoom.USUAL.mostPictures());
    private static final Setting<Integer> MOST_DAYS =
            Setting.whole("mostDays", 0, 10_000).unit("d").byDefault(PictureRoom.USUAL.mostDays());
    private static final Setting<Double> FREE =
            Setting.number("freeDiskGb", 0, 1_000_000).unit("GB").byDefault(PictureRoom.USUAL.freeBytes() / GB);
    private static final Setting<Integer> RESERVE =
            Setting.whole("reserveMb", 0, 10_000).unit("MB").byDefault((int) (PictureRoom.USUAL.reserveBytes() / MB));
    private static final Setting<PictureRules.Format> FORMAT =
            Setting.choice("format", PictureRules.Format.class).byDefault(PictureRules.USUAL.format());
    private static final Setting<Integer> QUALITY =
            Setting.whole("jpegQuality", 1, 100).unit("%").byDefault(PictureRules.USUAL.jpegQuality());
    private static final Setting<Integer> MEMORY =
            Setting.whole("memoryMb", 16, 65_536).unit("MB").byDefault(512);

    static PictureSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(
                place, raw, List.of(KEEP, QUOTA, MOST, MOST_DAYS, FREE, RESERVE, FORMAT, QUALITY, MEMORY));
        PictureRoom room = new PictureRoom(
                Math.round(options.get(QUOTA) * GB),
                options.get(MOST),
                options.get(MOST_DAYS),
                Math.round(options.get(FREE) * GB),
                options.get(RESERVE) * MB);
        PictureRules rules = new PictureRules(options.get(KEEP), room, options.get(FORMAT), options.get(QUALITY));
        return new PictureSettings(rules, options.get(MEMORY) * MB);
    }
}
