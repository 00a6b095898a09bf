package org.shutterline.protocol.dialect.custom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shutterline.protocol.format.JudgementWords;
import org.shutterline.protocol.format.ResultField;
import org.shutterline.protocol.format.ResultFormat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/** Reads and checks the table, so that what is wrong in it is told with the row and what was expected there. */
final class RowReader {
    private static final Setting<String> IN = Setting.text("in");
    private static final Setting<String> REGEX = Setting.text("regex");
    private static final Setting<Verb> DO = Setting.choice("do", Verb.class);
    private static final Setting<String> ACCEPTED = Setting.text("accepted").byDefault("");
    private static final Setting<String> RESULT = Setting.text("result").byDefault("");
    private static final Setting<String> REFUSED = Setting.text("refused");
    private static final List<Setting<String>> GIVEN = List.of(
            Setting.text(Verb.STATION),
            Setting.text(Verb.PART),
            Setting.text(Verb.NAME_OF_JOB),
            Setting.text(Verb.OUTPUT),
            Setting.text(Verb.SETTING),
            Setting.text(Verb.NEW_VALUE));
    private static final Set<String> REFUSAL = Set.of("code", "text");

    private static final List<Setting<?>> KNOWN = known();

    static final List<String> FIELDS = KNOWN.stream().map(Setting::key).toList();

    private final JudgementWords words;
    private final Pattern goodWord;
    private final boolean anyCase;
    private final Template refused;

    /** @param refused for rows that say nothing of their own */
    RowReader(JudgementWords words, boolean anyCase, Template refused) {
        this.words = words;
        this.goodWord = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words.ok()) + "(?![\\p{L}\\p{N}])");
        this.anyCase = anyCase;
        this.refused = refused;
    }

    private static List<Setting<?>> known() {
        List<Setting<?>> known = new ArrayList<>(List.of(IN, REGEX, DO, ACCEPTED, RESULT, REFUSED));
        known.addAll(GIVEN);
        return List.copyOf(known);
    }

    /** @throws BadSetting for a row that is wrong, or that no line can reach */
    List<Row> rows(String place, List<Map<String, Object>> raw) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String at = place + "[" + i + "]";
            Row row = row(Options.checked(at, raw.get(i), KNOWN));
            row.incoming().only().ifPresent(line -> reachable(at, line, rows));
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    /** The first row that takes a line has it, so a row of one line must not come after one that takes it. */
    private static void reachable(String at, String line, List<Row> before) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).incoming().parts(line).isPresent()) {
                throw new BadSetting(
                        at, "expected a line that no row before takes, but row [" + i + "] takes '" + line + "'");
            }
        }
    }

    private Row row(Options options) {
        Verb verb = options.get(DO);
        Incoming incoming = incoming(options);
        Map<String, String> given = given(options, verb, incoming.names());
        Set<String> known = new HashSet<>(incoming.names());
        known.addAll(given.keySet());
        for (String argument : verb.arguments()) {
            if (!known.contains(argument)) {
                throw new BadSetting(
                        options.placeOf(DO), "expected {" + argument + "} in the line, or " + argument + " in the row");
            }
        }
        known.add(Verb.STATION);
        Template accepted = template(options, ACCEPTED, known, Set.of());
        if (verb != Verb.TRIGGER && !accepted.isEmpty()) {
            throw new BadSetting(options.placeOf(ACCEPTED), "expected only where a trigger is done");
        }
        Template result = template(options, RESULT, known, verb.fields());
        if (accepted.isEmpty() && result.isEmpty()) {
            throw new BadSetting(options.placeOf(RESULT), "missing, expected what is answered");
        }
        if (verb.tellsResult()) {
            hasNoGoodWord(options.placeOf(ACCEPTED), accepted);
            hasNoGoodWord(options.placeOf(RESULT), result);
        }
        return new Row(incoming, verb, given, accepted, result, refused(options, known));
    }

    private Incoming incoming(Options options) {
        Optional<String> text = options.find(IN);
        Optional<String> regex = options.find(REGEX);
        if (text.isPresent() == regex.isPresent()) {
            throw new BadSetting(options.placeOf(IN), "expected either a text or a regular expression as regex");
        }
        Incoming incoming = text.isPresent() ? text(options, text.get()) : regex(options, regex.orElseThrow());
        for (String name : incoming.names()) {
            if (!options.get(DO).takes(name)) {
                throw new BadSetting(
                        options.placeOf(text.isPresent() ? IN : REGEX),
                        "expected no part named '" + name + "', which "
                                + options.written(DO).orElse("") + " does not need");
            }
        }
        return incoming;
    }

    private Incoming text(Options options, String written) {
        Template text = parsed(options.placeOf(IN), written);
        if (written.isBlank()) {
            throw new BadSetting(options.placeOf(IN), "expected a text, found a blank one");
        }
        if (text.isRunTogether()) {
            throw new BadSetting(
                    options.placeOf(IN), "expected a text between two parts, found none in '" + written + "'");
        }
        Set<String> names = new HashSet<>();
        for (Field field : text.fields()) {
            if (!names.add(field.name())
                    || field.layout().isPresent()
                    || !field.of().isEmpty()) {
                throw new BadSetting(
                        options.placeOf(IN), "expected plain names, each once, found '" + field.name() + "'");
            }
        }
        return new IncomingText(text, anyCase);
    }

    private Incoming regex(Options options, String written) {
        try {
            return new IncomingRegex(written, anyCase);
        } catch (PatternSyntaxException wrong) {
            throw new BadSetting(options.placeOf(REGEX), "expected a regular expression: " + wrong.getDescription());
        }
    }

    private static Map<String, String> given(Options options, Verb verb, Set<String> names) {
        Map<String, String> given = new HashMap<>();
        for (Setting<String> setting : GIVEN) {
            Optional<String> text = options.find(setting);
            if (text.isPresent() && (names.contains(setting.key()) || !verb.takes(setting.key()))) {
                throw new BadSetting(
                        options.placeOf(setting),
                        "expected nothing, because the line has it or the verb does not need it");
            }
            text.ifPresent(found -> given.put(setting.key(), found));
        }
        return Map.copyOf(given);
    }

    private Template refused(Options options, Set<String> known) {
        return options.find(REFUSED).isPresent()
                ? refusal(options.placeOf(REFUSED), options.get(REFUSED), known)
                : refused;
    }

    /** A template for what cannot be done. */
    private Template refusal(String place, String written, Set<String> known) {
        Template template = checked(place, written, known, REFUSAL);
        if (template.isEmpty()) {
            throw new BadSetting(place, "expected what is said to what cannot be done");
        }
        hasNoGoodWord(place, template);
        return template;
    }

    private Template template(Options options, Setting<String> setting, Set<String> known, Set<String> fields) {
        return checked(options.placeOf(setting), options.get(setting), known, fields);
    }

    /** @throws BadSetting if it is wrong, or holds a field that is none of these */
    private static Template checked(String place, String written, Set<String> known, Set<String> fields) {
        Template template = parsed(place, written);
        for (Field field : template.fields()) {
            if (!known.contains(field.name()) && !fields.contains(field.kind())) {
                Set<String> all = new TreeSet<>(known);
                all.addAll(fields);
                throw new BadSetting(
                        place, "expected one of {" + String.join("}, {", all) + "}, found '{" + field.name() + "}'");
            }
        }
        if (template.texts().stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            throw new BadSetting(place, "expected no control characters; what ends a line is set by lineEnd");
        }
        return template;
    }

    private static Template parsed(String place, String written) {
        try {
            return Template.of(written);
        } catch (IllegalArgumentException wrong) {
            throw new BadSetting(place, wrong.getMessage());
        }
    }

    /** No fixed text may say good, because it would say so of every part. */
    private void hasNoGoodWord(String place, Template template) {
        boolean good = template.texts().stream()
                .anyMatch(text -> goodWord.matcher(text).find());
        if (good) {
            throw new BadSetting(
                    place, "expected {judgement} instead of the word for OK, found '" + template.written() + "'");
        }
        template.fields().stream()
                .filter(field ->
                        field.name().equals("judgement") || field.kind().equals("verdict:"))
                .flatMap(field -> field.layout().stream())
                .filter(layout -> layout.width() > 0 && layout.width() < longest())
                .findFirst()
                .ifPresent(narrow -> {
                    throw new BadSetting(place, "expected room for every judgement: " + longest() + " characters");
                });
    }

    private int longest() {
        return Math.max(
                words.ok().length(),
                Math.max(words.ng().length(), words.unknown().length()));
    }

    /** The refusal of lines that no row takes, and of rows that have none of their own. */
    static Template refusal(String place, String written, JudgementWords words) {
        return new RowReader(words, false, Template.NONE).refusal(place, written, Set.of());
    }

    /** Checks what the format of result lines writes whatever the result is. */
    static void format(String place, ResultFormat format) {
        if (format.words().ok().isBlank()) {
            throw new BadSetting(place, "expected a word for OK that is not blank");
        }
        RowReader reader = new RowReader(format.words(), false, Template.NONE);
        List<String> texts = new ArrayList<>(List.of(format.prefix(), format.separator()));
        format.fields().stream()
                .filter(field -> field.kind() == ResultField.Kind.TEXT)
                .map(ResultField::name)
                .forEach(texts::add);
        texts.forEach(text -> reader.hasNoGoodWord(place, new Template(text, List.of(text), List.of())));
    }

    /** What is said of results that nobody asked for; empty to say nothing. */
    static Template pushed(String place, String written, JudgementWords words) {
        Template template = checked(place, written, Set.of(Verb.STATION), Verb.LAST.fields());
        new RowReader(words, false, Template.NONE).hasNoGoodWord(place, template);
        return template;
    }
}
