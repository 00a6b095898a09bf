package org.shutterline.protocol.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/** The settings of a result format, with the defaults of one dialect. */
public final class FormatSettings {
    /** Which digits a number has after the point. */
    private static final int OWN_DECIMALS = -1;

    private static final String AS_MEASURED = "as-measured";

    private final Setting<List<ResultField>> fields;
    private final Setting<String> prefix;
    private final Setting<String> separator;
    private final Setting<Integer> digits;
    private final Setting<Integer> decimals;
    private final Setting<Boolean> plus;
    private final Setting<Padding> padding;
    private final Setting<String> ok;
    private final Setting<String> ng;
    private final Setting<String> unknown;
    private final Setting<String> missing;
    private final Setting<End> end;
    private final Setting<Encoding> encoding;

    /** What fills a number up to its digits. */
    public enum Padding {
        ZERO('0'),
        BLANK(' ');

        private final char character;

        Padding(char character) {
            this.character = character;
        }
    }

    /** What ends each line of ours. */
    public enum End {
        CR("\r"),
        LF("\n"),
        CRLF("\r\n"),
        NUL("\0");

        private final String text;

        End(String text) {
            this.text = text;
        }

        /** Its characters. */
        public String text() {
            return text;
        }
    }

    /** How characters become bytes. */
    public enum Encoding {
        ISO_8859_1(StandardCharsets.ISO_8859_1),
        UTF_8(StandardCharsets.UTF_8);

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    /**
     * @param fields what stands in a line by default, as settings write it
     * @param format the rest of the default
     */
    public FormatSettings(List<String> fields, ResultFormat format, End end, Encoding encoding) {
        this.fields = Setting.of(
                        "resultFields",
                        "a list of fields, such as judgement, values or the name of an output",
                        FormatSettings::fields)
                .as(new Setting.Texts())
                .byDefault(fields.stream()
                        .map(text -> ResultField.read(text).orElseThrow())
                        .toList());
        this.prefix = Setting.text("resultPrefix").byDefault(format.prefix());
        this.separator = Setting.text("resultSeparator").byDefault(format.separator());
        this.digits =
                Setting.whole("numberDigits", 0, 15).byDefault(format.numbers().digits());
        this.decimals = Setting.of(
                        "numberDecimals", "a whole number from 0 to 9, or as-measured", FormatSettings::decimals)
                .as(new Setting.NumberOrWord(0, 9, List.of(AS_MEASURED)))
                .byDefault(format.numbers().decimals().orElse(OWN_DECIMALS));
        this.plus = Setting.yesNo("plusSign").byDefault(format.numbers().plus());
        this.padding = Setting.choice("numberPadding", Padding.class)
                .byDefault(format.numbers().pad() == '0' ? Padding.ZERO : Padding.BLANK);
        this.ok = Setting.text("okWord").byDefault(format.words().ok());
        this.ng = Setting.text("ngWord").byDefault(format.words().ng());
        this.unknown = Setting.text("unknownWord").byDefault(format.words().unknown());
        this.missing = Setting.text("missingWord").byDefault(format.missing());
        this.end = Setting.choice("lineEnd", End.class).byDefault(end);
        this.encoding = Setting.choice("encoding", Encoding.class).byDefault(encoding);
    }

    /** All of them. */
    public List<Setting<?>> all() {
        return List.of(
                fields, prefix, separator, digits, decimals, plus, padding, ok, ng, unknown, missing, end, encoding);
    }

    /** Those of a dialect that tells values one by one and never a line of several. */
    public List<Setting<?>> ofSingleValues() {
        return List.of(digits, decimals, plus, padding, ok, ng, unknown, end, encoding);
    }

    /** @throws BadSetting if a word for another verdict is that for OK */
    public ResultFormat format(Options options) {
        int places = options.get(decimals);
        NumberStyle numbers = new NumberStyle(
                options.get(plus),
                options.get(digits),
                places == OWN_DECIMALS ? OptionalInt.empty() : OptionalInt.of(places),
                options.get(padding).character);
        return new ResultFormat(
                options.get(fields),
                numbers,
                words(options),
                options.get(missing),
                options.get(prefix),
                options.get(separator));
    }

    /** What ends each line of ours. */
    public String end(Options options) {
        return options.get(end).text;
    }

    public Charset charset(Options options) {
        return options.get(encoding).charset;
    }

    private JudgementWords words(Options options) {
        try {
            return new JudgementWords(options.get(ok), options.get(ng), options.get(unknown));
        } catch (IllegalArgumentException same) {
            throw new BadSetting(
                    options.placeOf(ok),
                    "expected another word than ngWord and unknownWord, found '" + options.get(ok) + "'");
        }
    }

    private static Optional<List<ResultField>> fields(Object raw) {
        if (!(raw instanceof List<?> list)) {
            return Optional.empty();
        }
        List<ResultField> read = new ArrayList<>();
        list.forEach(item -> ResultField.read(String.valueOf(item)).ifPresent(read::add));
        return read.size() == list.size() ? Optional.of(read) : Optional.empty();
    }

    private static Optional<Integer> decimals(Object raw) {
        if (AS_MEASURED.equals(raw)) {
            return Optional.of(OWN_DECIMALS);
        }
        return raw instanceof Integer places && places >= 0 && places <= 9 ? Optional.of(places) : Optional.empty();
    }
}
