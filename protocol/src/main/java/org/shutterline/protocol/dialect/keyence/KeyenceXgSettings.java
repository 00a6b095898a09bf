package org.shutterline.protocol.dialect.keyence;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.shutterline.protocol.format.FormatSettings;
import org.shutterline.protocol.format.JudgementWords;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.format.NumberStyle;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.script.ResultOutput;
import org.shutterline.protocol.script.Stations;

/**
 * The settings of the dialect.
 *
 * @param stations those that T1, T2 and so on trigger
 * @param output whose results are sent unasked
 * @param compatible whether a trigger is answered by its result, as CV devices do, instead of at once
 * @param programs numbers of programs and our jobs
 * @param conditions numbers of execute conditions and our jobs
 * @param tolerances {@code tool,item} and our {@code tool} or {@code tool.output} that has the limits low and high
 * @param variables names of variables and our readings
 * @param programDigits how many digits PR tells a program's number with
 */
record KeyenceXgSettings(
        List<Integer> stations,
        ResultOutput output,
        boolean compatible,
        NameMap programs,
        NameMap conditions,
        NameMap tolerances,
        NameMap variables,
        int programDigits,
        ResultFormat format,
        String end,
        Charset charset,
        int gapMs,
        int silenceMs) {

    private enum Mode {
        ACKNOWLEDGE,
        CV_COMPATIBLE
    }

    private static final FormatSettings FORMAT = new FormatSettings(
            List.of("values", "judgement"),
            new ResultFormat(
                    List.of(),
                    new NumberStyle(true, 5, OptionalInt.of(3), '0'),
                    new JudgementWords("1", "0", "--"),
                    "-",
                    "",
                    ","),
            FormatSettings.End.CR,
            FormatSettings.Encoding.ISO_8859_1);
    private static final Setting<Mode> MODE =
            Setting.choice("triggerMode", Mode.class).byDefault(Mode.ACKNOWLEDGE);
    private static final Setting<NameMap> PROGRAMS = NameMap.setting("programs", "program numbers", "jobs");
    private static final Setting<NameMap> CONDITIONS =
            NameMap.setting("conditions", "numbers of execute conditions", "jobs");
    private static final Setting<NameMap> TOLERANCES =
            NameMap.setting("tolerances", "'tool,item'", "a tool or tool.output with limits");
    private static final Setting<NameMap> VARIABLES =
            NameMap.setting("variables", "#names", "value.<output> or setting.<tool>.<setting>");
    private static final Setting<Integer> DIGITS =
            Setting.whole("programDigits", 1, 4).byDefault(3);
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);

    static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                Stations.SETTING,
                MODE,
                ResultOutput.SETTING,
                PROGRAMS,
                CONDITIONS,
                TOLERANCES,
                VARIABLES,
                DIGITS,
                GAP,
                LineRules.SILENCE));
        all.addAll(FORMAT.all());
        return List.copyOf(all);
    }

    static KeyenceXgSettings of(Options options) {
        return new KeyenceXgSettings(
                options.get(Stations.SETTING),
                options.get(ResultOutput.SETTING),
                options.get(MODE) == Mode.CV_COMPATIBLE,
                options.get(PROGRAMS),
                options.get(CONDITIONS),
                options.get(TOLERANCES),
                options.get(VARIABLES),
                options.get(DIGITS),
                FORMAT.format(options),
                FORMAT.end(options),
                FORMAT.charset(options),
                options.get(GAP),
                options.get(LineRules.SILENCE));
    }

    LineRules rules() {
        return new LineRules(charset, end, gapMs, silenceMs, false);
    }
}
