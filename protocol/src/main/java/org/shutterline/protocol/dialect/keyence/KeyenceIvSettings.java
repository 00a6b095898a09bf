package org.shutterline.protocol.dialect.keyence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.FormatSettings;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.script.Stations;

/**
 * The settings of the dialect.
 *
 * @param station that T1 and T2 trigger
 * @param push whether results are pushed to a peer that did not say OE yet
 * @param programs numbers of programs and our jobs
 * @param tools numbers of tools and the names of our values, by number
 * @param thresholds numbers of tools and our {@code tool} or {@code tool.output} that has the limits low and high
 * @param rateDecimals how many of a rate's digits are decimals
 * @param statistics what STR tells, in this order
 * @param pictureNumberDigits how many digits BR tells the trigger's number with
 * @param endAfterPicture whether a line end follows the bytes of a picture
 */
record KeyenceIvSettings(
        int station,
        boolean push,
        NameMap programs,
        Map<Integer, String> tools,
        NameMap thresholds,
        int rateDecimals,
        List<Counter> statistics,
        int pictureNumberDigits,
        boolean endAfterPicture,
        String end,
        int gapMs,
        int silenceMs) {

    /** Something that a station counts. */
    enum Counter {
        TRIGGERS,
        OK,
        NG,
        UNKNOWN,
        REFUSED;

        long of(StationStatus status) {
            return switch (this) {
                case TRIGGERS -> status.triggers();
                case OK -> status.ok();
                case NG -> status.ng();
                case UNKNOWN -> status.unknown();
                case REFUSED -> status.refused();
            };
        }
    }

    /** Two digits. */
    static final int HIGHEST_TOOL = 99;

    private static final Setting<Boolean> PUSH = Setting.yesNo("pushAtStart").byDefault(false);
    private static final Setting<NameMap> PROGRAMS = NameMap.setting("programs", "program numbers", "jobs");
    private static final Setting<NameMap> TOOLS = NameMap.setting("tools", "tool numbers", "names of outputs");
    private static final Setting<NameMap> THRESHOLDS =
            NameMap.setting("thresholds", "tool numbers", "a tool or tool.output with limits");
    private static final Setting<Integer> RATE_DECIMALS =
            Setting.whole("rateDecimals", 0, 6).byDefault(0);
    private static final Setting<List<Counter>> STATISTICS = Setting.choices("statistics", Counter.class)
            .byDefault(List.of(Counter.TRIGGERS, Counter.OK, Counter.NG, Counter.UNKNOWN));
    private static final Setting<Integer> PICTURE_NUMBER_DIGITS =
            Setting.whole("pictureNumberDigits", 1, 5).byDefault(4);
    private static final Setting<Boolean> END_AFTER_PICTURE =
            Setting.yesNo("lineEndAfterPicture").byDefault(true);
    private static final Setting<FormatSettings.End> END =
            Setting.choice("lineEnd", FormatSettings.End.class).byDefault(FormatSettings.End.CR);
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);

    static final List<Setting<?>> ALL = List.of(
            Stations.ONE,
            PUSH,
            PROGRAMS,
            TOOLS,
            THRESHOLDS,
            RATE_DECIMALS,
            STATISTICS,
            PICTURE_NUMBER_DIGITS,
            END_AFTER_PICTURE,
            END,
            GAP,
            LineRules.SILENCE);

    /** @throws BadSetting if a tool has no number of two digits */
    static KeyenceIvSettings of(Options options) {
        return new KeyenceIvSettings(
                options.get(Stations.ONE),
                options.get(PUSH),
                options.get(PROGRAMS),
                tools(options),
                options.get(THRESHOLDS),
                options.get(RATE_DECIMALS),
                options.get(STATISTICS),
                options.get(PICTURE_NUMBER_DIGITS),
                options.get(END_AFTER_PICTURE),
                options.get(END).text(),
                options.get(GAP),
                options.get(LineRules.SILENCE));
    }

    private static Map<Integer, String> tools(Options options) {
        Map<Integer, String> tools = new TreeMap<>();
        options.get(TOOLS)
                .all()
                .forEach((number, output) -> tools.put(
                        Digits.whole(number, 0, HIGHEST_TOOL)
                                .orElseThrow(() -> new BadSetting(
                                        options.placeOf(TOOLS),
                                        "expected numbers of tools from 00 to 99, found '" + number + "'")),
                        output));
        return tools;
    }

    LineRules rules() {
        return new LineRules(StandardCharsets.ISO_8859_1, end, gapMs, silenceMs, false);
    }
}
