package org.shutterline.protocol.dialect.insight;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.shutterline.protocol.format.FormatSettings;
import org.shutterline.protocol.format.JudgementWords;
import org.shutterline.protocol.format.NumberStyle;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.LineRules;
import org.shutterline.protocol.script.ScriptConversation;
import org.shutterline.protocol.script.Stations;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** The port of an In-Sight sensor that only tells: a line after each result. Immutable. */
public final class InsightPushDialect implements Dialect {
    private static final FormatSettings FORMAT = new FormatSettings(
            List.of("judgement", "values"),
            new ResultFormat(
                    List.of(),
                    new NumberStyle(false, 0, OptionalInt.of(3), '0'),
                    new JudgementWords("1", "0", InsightSettings.NO_VALUE),
                    InsightSettings.NO_VALUE,
                    "",
                    ","),
            FormatSettings.End.CRLF,
            FormatSettings.Encoding.ISO_8859_1);
    private static final Setting<Integer> GAP =
            Setting.whole("writeGapMs", 0, 1_000).unit("ms").byDefault(5);
    private static final List<Setting<?>> ALL = all();

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(Stations.SETTING, GAP));
        all.addAll(FORMAT.all());
        return List.copyOf(all);
    }

    @Override
    public String id() {
        return "insight-push";
    }

    @Override
    public String title() {
        return "Cognex In-Sight, results only";
    }

    @Override
    public List<Setting<?>> settings() {
        return ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return false;
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        Charset charset = FORMAT.charset(options);
        LineRules rules = new LineRules(charset, FORMAT.end(options), options.get(GAP), 0, false);
        ResultFormat format = FORMAT.format(options);
        List<Integer> stations = options.get(Stations.SETTING);
        return new InsightPush(new ScriptConversation(
                rules, Rights.of(Role.VIEW), desk -> new InsightPush.Lines(desk, stations, format)));
    }

    @Override
    public ClientConversation client(Options options) {
        return new InsightPushClient(options.get(Stations.SETTING), FORMAT.format(options), FORMAT.charset(options));
    }
}
