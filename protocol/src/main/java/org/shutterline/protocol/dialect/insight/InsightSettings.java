package org.shutterline.protocol.dialect.insight;

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
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.script.Stations;

/**
 * The settings of the dialect but for the logins, which only the station's side needs.
 *
 * @param station the one that is the sensor
 * @param cells names of cells, and other names, with our readings
 * @param programs numbers of jobs and our jobs
 * @param jobs names of files and our jobs
 * @param greeting the first line
 * @param wrongLogin what is said to a wrong password or name
 * @param then what comes after that
 * @param tries so many wrong logins one after the other end the connection
 * @param user who logs in, on the peer's side
 * @param password likewise
 * @param format how single values are written
 */
record InsightSettings(
        int station,
        NameMap cells,
        NameMap programs,
        NameMap jobs,
        String greeting,
        String wrongLogin,
        Then then,
        int tries,
        String user,
        String password,
        ResultFormat format,
        String end,
        Charset charset,
        int gapMs,
        int silenceMs) {

    /** What comes after a wrong login. */
    enum Then {
        ASK_USER,
        ASK_PASSWORD,
        CLOSE
    }

    /** What stands in a cell that has no value. */
    static final String NO_VALUE = "#ERR";

    private static final FormatSettings FORMAT = new FormatSettings(
            List.of(),
            new ResultFormat(
                    List.of(),
                    new NumberStyle(false, 0, OptionalInt.of(3), '0'),
                    new JudgementWords("1", "0", NO_VALUE),
                    "",
                    "",
                    ""),
            FormatSettings.End.CRLF,
            FormatSettings.Encoding.ISO_8859_1);
    private static final Setting<NameMap> CELLS =
            NameMap.setting("cells", "cells", "judgement, value.<output>, verdict.<output>, setting.<tool>.<setting>");
    private static final Setting<NameMap> PROGRAMS = NameMap.setting("programs", "numbers of jobs", "jobs");
    private static final Setting<NameMap> JOBS = NameMap.setting("jobs", "names of files", "jobs");
    private static final Setting<String> GREETING =
            Setting.text("greeting").byDefault("Welcome to In-Sight(tm)  " + Product.NAME + " Session 0");
    private static final Setting<String> WRONG = Setting.text("wrongLoginText").byDefault("Invalid Password");
    private static final Setting<Then> THEN =
            Setting.choice("afterWrongLogin", Then.class).byDefault(Then.ASK_USER);
    private static final Setting<Integer> TRIES =
            Setting.whole("loginTries", 1, 100).byDefault(5);
    private static final Setting<String> USER = Setting.text("user").byDefault("admin");
    private static final Setting<String> PASSWORD =
            Setting.text("password").byDefault("").secret();
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);

    static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                Stations.ONE,
                Logins.SETTING,
                Logins.BLANK,
                CELLS,
                PROGRAMS,
                JOBS,
                GREETING,
                WRONG,
                THEN,
                TRIES,
                USER,
                PASSWORD,
                GAP,
                LineRules.SILENCE));
        all.addAll(FORMAT.ofSingleValues());
        return List.copyOf(all);
    }

    static InsightSettings of(Options options) {
        // with the settings of a listener of ours, and no word about who logs in, it is the first who may
        Optional<Logins> own =
                options.written(USER).isPresent() || options.written(PASSWORD).isPresent()
                        ? Optional.empty()
                        : options.find(Logins.SETTING);
        return new InsightSettings(
                options.get(Stations.ONE),
                options.get(CELLS),
                options.get(PROGRAMS),
                options.get(JOBS),
                options.get(GREETING),
                options.get(WRONG),
                options.get(THEN),
                options.get(TRIES),
                own.map(Logins::firstName).orElseGet(() -> options.get(USER)),
                own.map(Logins::firstPassword).orElseGet(() -> options.get(PASSWORD)),
                FORMAT.format(options),
                FORMAT.end(options),
                FORMAT.charset(options),
                options.get(GAP),
                options.get(LineRules.SILENCE));
    }

    LineRules rules() {
        return new LineRules(charset, end, gapMs, silenceMs, true);
    }
}
