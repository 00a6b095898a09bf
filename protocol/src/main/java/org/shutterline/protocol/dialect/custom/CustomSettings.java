package org.shutterline.protocol.dialect.custom;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.format.FormatSettings;
import org.shutterline.protocol.format.JudgementWords;
import org.shutterline.protocol.format.NameMap;
import org.shutterline.protocol.format.NumberStyle;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.script.Stations;

/**
 * The settings of the dialect.
 *
 * @param stations those that lines may name; the first is meant where a line names none
 * @param rows the table; the first row that takes a line has it
 * @param refused said to what no row takes
 * @param pushed said of results that nobody here triggered; empty to say nothing
 * @param jobs their names and our jobs; empty if they use ours
 * @param silenceMs after how many ms without a byte what waits is a line; 0 is never
 */
record CustomSettings(
        List<Integer> stations,
        List<Row> rows,
        Template refused,
        Template pushed,
        NameMap jobs,
        ResultFormat format,
        String end,
        Charset charset,
        int gapMs,
        int silenceMs) {

    private static final FormatSettings FORMAT = new FormatSettings(
            List.of("judgement", "values"),
            new ResultFormat(
                    List.of(),
                    new NumberStyle(false, 0, OptionalInt.empty(), '0'),
                    new JudgementWords("OK", "NG", "UNKNOWN"),
                    "-",
                    "",
                    ","),
            FormatSettings.End.CRLF,
            FormatSettings.Encoding.UTF_8);
    private static final Setting<List<Map<String, Object>>> ROWS = Setting.of(
                    "rows",
                    "a list of rows, each with the line that comes in, what to do, and what is answered",
                    CustomSettings::rows)
            .as(new Setting.Rows(RowReader.FIELDS));
    private static final Setting<String> REFUSED = Setting.text("refused").byDefault("ERR {code}");
    private static final Setting<String> PUSHED = Setting.text("pushed").byDefault("");
    private static final Setting<NameMap> JOBS = NameMap.setting("jobs", "names in lines", "jobs");
    private static final Setting<Boolean> ANY_CASE = Setting.yesNo("anyCase").byDefault(false);
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);

    static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(
                List.of(Stations.SETTING, ROWS, REFUSED, PUSHED, JOBS, ANY_CASE, GAP, LineRules.SILENCE));
        all.addAll(FORMAT.all());
        return List.copyOf(all);
    }

    private static Optional<List<Map<String, Object>>> rows(Object raw) {
        if (!(raw instanceof List<?> list) || list.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                Map<String, Object> row = new HashMap<>();
                map.forEach((key, value) -> row.put(String.valueOf(key), value));
                rows.add(row);
            }
        }
        return rows.size() == list.size() ? Optional.of(List.copyOf(rows)) : Optional.empty();
    }

    /** @throws BadSetting that names the row and what was expected there */
    static CustomSettings of(Options options) {
        ResultFormat format = FORMAT.format(options);
        RowReader.format(options.placeOf(ROWS), format);
        Template refused = RowReader.refusal(options.placeOf(REFUSED), options.get(REFUSED), format.words());
        RowReader reader = new RowReader(format.words(), options.get(ANY_CASE), refused);
        return new CustomSettings(
                options.get(Stations.SETTING),
                reader.rows(options.placeOf(ROWS), options.get(ROWS)),
                refused,
                RowReader.pushed(options.placeOf(PUSHED), options.get(PUSHED), format.words()),
                options.get(JOBS),
                format,
                FORMAT.end(options),
                FORMAT.charset(options),
                options.get(GAP),
                options.get(LineRules.SILENCE));
    }

    LineRules rules() {
        return new LineRules(charset, end, gapMs, silenceMs, false);
    }

    /** Our job for a name in a line. */
    Optional<String> job(String theirs) {
        return jobs.isEmpty() ? Optional.of(theirs) : jobs.ours(theirs);
    }

    /** What our job is called in lines; its own name if it has no other. */
    String nameOf(String job) {
        return jobs.theirs(job).orElse(job);
    }
}
