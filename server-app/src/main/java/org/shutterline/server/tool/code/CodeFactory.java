package org.shutterline.server.tool.code;

import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** Reads codes, and compares their text with what a job or a trigger expects. */
public final class CodeFactory implements InspectionToolFactory {
    static final Output TEXT = new Output("text", "", 0);
    static final Output SYMBOLOGY = new Output("symbology", "", 0);
    static final Output COUNT = new Output("count", "", 0);

    static final Setting<List<Symbology>> SYMBOLOGIES = Symbology.setting("symbologies");
    static final Setting<Amount.Mode> MODE =
            Setting.choice("mode", Amount.Mode.class).byDefault(Amount.Mode.FIRST);
    static final Setting<Integer> EXPECTED_COUNT = Setting.whole("count", 1, Amount.MOST);
    static final Setting<String> SEPARATOR = Setting.text("separator").byDefault(";");
    static final Setting<String> EXPECTED = Setting.text("expected").byDefault("");
    static final Setting<Boolean> EQUALS_PART = Setting.yesNo("equalsPart").byDefault(false);
    static final Setting<String> PATTERN = Setting.of(
                    "pattern", "a regular expression of at most 500 characters", CodeFactory::pattern)
            .as(new Setting.FreeText())
            .byDefault("");
    static final Setting<Integer> MIN_LENGTH =
            Setting.whole("minLength", 1, 1000).unit("characters");
    static final Setting<Boolean> CHECK_DIGIT = Setting.yesNo("checkDigit").byDefault(false);
    static final Setting<Boolean> TRY_HARDER = Setting.yesNo("tryHarder").byDefault(true);

    @Override
    public String id() {
        return "code";
    }

    @Override
    public String title() {
        return "Code";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Place.REGION,
                SYMBOLOGIES,
                MODE,
                EXPECTED_COUNT,
                SEPARATOR,
                EXPECTED,
                EQUALS_PART,
                PATTERN,
                MIN_LENGTH,
                CHECK_DIGIT,
                TRY_HARDER);
    }

    @Override
    public List<Output> outputs() {
        return List.of(TEXT, SYMBOLOGY, COUNT);
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new CodeTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        return new CodeTool(
                Place.read(options),
                new CodeReader(rules(options, options.get(SYMBOLOGIES))),
                amount(options),
                wanted(options),
                options.get(SEPARATOR));
    }

    /** @param otherwise the symbologies if none are named */
    static CodeRules rules(Options options, List<Symbology> otherwise) {
        return new CodeRules(
                options.find(SYMBOLOGIES).orElse(otherwise),
                options.find(MIN_LENGTH),
                options.get(CHECK_DIGIT),
                options.get(TRY_HARDER));
    }

    static Amount amount(Options options) {
        Amount amount = new Amount(options.get(MODE), options.find(EXPECTED_COUNT));
        if (amount.mode() == Amount.Mode.FIRST
                && amount.count().filter(n -> n > 1).isPresent()) {
            throw new BadSetting(options.placeOf(EXPECTED_COUNT), "expected mode: all with a count of more than one");
        }
        return amount;
    }

    private static WantedText wanted(Options options) {
        Optional<String> expected = Optional.of(options.get(EXPECTED)).filter(text -> !text.isEmpty());
        boolean equalsPart = options.get(EQUALS_PART);
        if (equalsPart && expected.isPresent()) {
            throw new BadSetting(options.placeOf(EQUALS_PART), "expected either this or an expected text, not both");
        }
        Optional<TimedPattern> pattern = Optional.of(options.get(PATTERN))
                .filter(text -> !text.isEmpty())
                .map(TimedPattern::of);
        return new WantedText(expected, equalsPart, pattern);
    }

    private static Optional<String> pattern(Object raw) {
        try {
            TimedPattern.of(raw.toString());
            return Optional.of(raw.toString()).filter(text -> text.length() <= 500);
        } catch (PatternSyntaxException wrong) {
            return Optional.empty();
        }
    }
}
