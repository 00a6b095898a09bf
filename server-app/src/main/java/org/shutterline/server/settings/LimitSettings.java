package org.shutterline.server.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.TalkLimits;
import org.shutterline.server.net.Limits;
import org.shutterline.server.net.StrangerLimits;

/**
 * How much of this server others may take.
 *
 * @param wire what peers may
 * @param pictureBytes of one picture of a camera, without compression
 * @param logBytes of all files of the log
 */
public record LimitSettings(Limits wire, long pictureBytes, long logBytes) {
    private static final long KB = 1_000;
    private static final long MB = 1_000_000;
    private static final Limits USUAL = Limits.USUAL;

    private static final Setting<Integer> CONNECTIONS =
            Setting.whole("connections", 2, 10_000).byDefault(USUAL.connections());
    private static final Setting<Integer> OF_ADDRESS =
            Setting.whole("connectionsOfAddress", 1, 10_000).byDefault(USUAL.ofAddress());
    private static final Setting<Integer> KEPT_FOR_LOOPBACK =
            Setting.whole("keptForLoopback", 0, 100).byDefault(USUAL.keptForLoopback());
    private static final Setting<Integer> CONNECTS =
            Setting.whole("connectsASecond", 1, 100_000).byDefault(USUAL.connectsASecond());
    private static final Setting<Integer> STRANGERS =
            Setting.whole("strangers", 1, 10_000).byDefault(USUAL.strangers().together());
    private static final Setting<Integer> STRANGERS_OF_ADDRESS = Setting.whole("strangersOfAddress", 1, 10_000)
            .byDefault(USUAL.strangers().ofAddress());
    private static final Setting<Integer> LOGIN_BYTES = Setting.whole("loginBytes", 256, 1_000_000)
            .unit("bytes")
            .byDefault(USUAL.strangers().bytes());
    private static final Setting<Integer> LINE_BYTES =
            Setting.whole("lineBytes", 64, 32_768).unit("bytes").byDefault(TalkLimits.USUAL.lineBytes());
    private static final Setting<Integer> LINE_MS =
            Setting.whole("lineMs", 100, 3_600_000).unit("ms").byDefault(TalkLimits.USUAL.lineMs());
    private static final Setting<Integer> UNANSWERED =
            Setting.whole("unanswered", 4, 100_000).byDefault(TalkLimits.USUAL.unanswered());
    private static final Setting<Integer> TAGGED =
            Setting.whole("tagged", 1, 100_000).byDefault(TalkLimits.USUAL.tagged());
    private static final Setting<Integer> ALIVE_MISSED =
            Setting.whole("aliveMissed", 1, 100).byDefault(TalkLimits.USUAL.aliveMissed());
    private static final Setting<Integer> WRITE_MS = Setting.whole("writeMs", 100, 600_000)
            .unit("ms")
            .byDefault((int) USUAL.writeTime().toMillis());
    private static final Setting<Integer> OUTPUT =
            Setting.whole("outputMb", 17, 10_000).unit("MB").byDefault((int) (USUAL.outputBytes() / MB));
    private static final Setting<Integer> OUTPUT_TOGETHER = Setting.whole("outputTogetherMb", 17, 100_000)
            .unit("MB")
            .byDefault((int) (USUAL.outputTogetherBytes() / MB));
    private static final Setting<Integer> PICTURES_AT_ONCE =
            Setting.whole("picturesAtOnce", 1, 1_000).byDefault(USUAL.picturesAtOnce());
    private static final Setting<Integer> PICTURE_RATE = Setting.whole("pictureKbASecond", 0, 10_000_000)
            .unit("kB/s")
            .byDefault((int) (USUAL.pictureBytesASecond() / KB));
    private static final Setting<Integer> ERRORS =
            Setting.whole("errorsAMinute", 0, 10_000_000).byDefault(USUAL.errorsAMinute());
    private static final Setting<Integer> PICTURE =
            Setting.whole("pictureMb", 1, 2_000).unit("MB").byDefault(200);
    private static final Setting<Integer> LOG =
            Setting.whole("logMb", 1, 100_000).unit("MB").byDefault(200);

    private static final List<Setting<?>> ALL = List.of(
            CONNECTIONS,
            OF_ADDRESS,
            KEPT_FOR_LOOPBACK,
            CONNECTS,
            STRANGERS,
            STRANGERS_OF_ADDRESS,
            LOGIN_BYTES,
            LINE_BYTES,
            LINE_MS,
            UNANSWERED,
            TAGGED,
            ALIVE_MISSED,
            WRITE_MS,
            OUTPUT,
            OUTPUT_TOGETHER,
            PICTURES_AT_ONCE,
            PICTURE_RATE,
            ERRORS,
            PICTURE,
            LOG);

    static LimitSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, ALL);
        Limits wire = new Limits(
                options.get(CONNECTIONS),
                options.get(OF_ADDRESS),
                options.get(KEPT_FOR_LOOPBACK),
                options.get(CONNECTS),
                new StrangerLimits(options.get(STRANGERS), options.get(STRANGERS_OF_ADDRESS), options.get(LOGIN_BYTES)),
                new TalkLimits(
                        options.get(LINE_BYTES),
                        options.get(LINE_MS),
                        options.get(UNANSWERED),
                        options.get(TAGGED),
                        options.get(ALIVE_MISSED)),
                Duration.ofMillis(options.get(WRITE_MS)),
                options.get(OUTPUT) * MB,
                options.get(OUTPUT_TOGETHER) * MB,
                options.get(PICTURES_AT_ONCE),
                options.get(PICTURE_RATE) * KB,
                options.get(ERRORS));
        return new LimitSettings(wire, options.get(PICTURE) * MB, options.get(LOG) * MB);
    }
}
