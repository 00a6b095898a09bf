package org.shutterline.protocol.dialect.omron;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param station that MEASURE triggers
 * @param output whose results are sent as lines
 * @param scenes numbers of scenes and our jobs
 * @param units {@code unit,item} and our readings
 */
record OmronSettings(
        int station,
        ResultOutput output,
        NameMap scenes,
        NameMap units,
        ResultFormat format,
        String end,
        Charset charset,
        int gapMs,
        int silenceMs) {

    private static final FormatSettings FORMAT = new FormatSettings(
            List.of("judgement", "values"),
            new ResultFormat(
                    List.of(),
                    new NumberStyle(false, 0, OptionalInt.of(4), '0'),
                    new JudgementWords("0", "-1", "-2"),
                    "-",
                    "",
                    ","),
            FormatSettings.End.CR,
            FormatSettings.Encoding.ISO_8859_1);
    private static final Setting<NameMap> SCENES = NameMap.setting("scenes", "scene numbers", "jobs");
    private static final Setting<NameMap> UNITS = NameMap.setting(
            "units", "'unit,item'", "value.<output>, verdict.<output>, judgement or setting.<tool>.<setting>");
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);

    static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all =
                new ArrayList<>(List.of(Stations.ONE, ResultOutput.SETTING, SCENES, UNITS, GAP, LineRules.SILENCE));
        all.addAll(FORMAT.all());
        return List.copyOf(all);
    }

    static OmronSettings of(Options options) {
        return new OmronSettings(
                options.get(Stations.ONE),
                options.get(ResultOutput.SETTING),
                options.get(SCENES),
                options.get(UNITS),
                FORMAT.format(options),
                FORMAT.end(options),
                FORMAT.charset(options),
                options.get(GAP),
                options.get(LineRules.SILENCE));
    }

    LineRules rules() {
        return new LineRules(charset, end, gapMs, silenceMs, false);
    }

    /** Our reading for a unit and an item, which the settings may write with a comma or a blank between. */
    Optional<String> reading(int unit, int item) {
        return units.ours(unit + "," + item).or(() -> units.ours(unit + " " + item));
    }
}
