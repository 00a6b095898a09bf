package org.shutterline.server.tool.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;

/** Reads printed text, and compares it with a text, the part's name, a regular expression or the date of today. */
public final class TextFactory implements InspectionToolFactory {
    static final Output TEXT = new Output("text", "", 0);
    static final Output CONFIDENCE = new Output("confidence", "%", 0);

    static final Setting<Region> REGION = Region.setting("region");
    static final Setting<Layout> LAYOUT = Setting.choice("layout", Layout.class).byDefault(Layout.LINE);
    static final Setting<Ink> INK = Setting.choice("ink", Ink.class).byDefault(Ink.AUTO);
    static final Setting<String> WHITELIST = Setting.text("whitelist").byDefault("");
    static final Setting<Double> MIN_CONFIDENCE =
            Setting.number("minConfidence", 0, 100).byDefault(30.0).unit("%");
    static final Setting<String> EXPECTED = Setting.text("expected").byDefault("");
    static final Setting<Boolean> EQUALS_PART = Setting.yesNo("equalsPart").byDefault(false);
    static final Setting<String> PATTERN = Setting.text("pattern").byDefault("");
    static final Setting<DateRule> DATE_RULE =
            Setting.choice("dateRule", DateRule.class).byDefault(DateRule.NONE);
    static final Setting<String> DATE_FORMAT = Setting.text("dateFormat").byDefault("yyyy-MM-dd");
    static final Setting<Integer> DATE_FROM =
            Setting.whole("dateFromDays", -36_500, 36_500).byDefault(0).unit("days");
    static final Setting<Integer> DATE_TO =
            Setting.whole("dateToDays", -36_500, 36_500).byDefault(0).unit("days");

    @Override
    public String id() {
        return "text";
    }

    @Override
    public String title() {
        return "Text";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                REGION,
                LAYOUT,
                INK,
                WHITELIST,
                MIN_CONFIDENCE,
                EXPECTED,
                EQUALS_PART,
                PATTERN,
                DATE_RULE,
                DATE_FORMAT,
                DATE_FROM,
                DATE_TO);
    }

    @Override
    public List<Output> outputs() {
        return List.of(TEXT, CONFIDENCE);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        TextRule rule = TextRule.read(options);
        Vision.load();
        try {
            return new TextTool(
                    options.find(REGION),
                    options.get(INK),
                    options.get(MIN_CONFIDENCE),
                    TextReader.open(options.get(LAYOUT), options.get(WHITELIST)),
                    rule);
        } catch (IOException unavailable) {
            throw new BadSetting(options.placeOf(REGION).replaceAll("\\.region$", ""), unavailable.getMessage());
        }
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new TextTeacher());
    }
}
