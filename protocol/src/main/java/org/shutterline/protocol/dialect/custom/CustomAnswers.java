package org.shutterline.protocol.dialect.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shutterline.protocol.format.Digits;
import org.shutterline.protocol.format.ResultReader;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;

/** What the answers of a server with the same table mean. */
final class CustomAnswers {
    private static final String VALUE_OF = "value:";
    private static final String VERDICT_OF = "verdict:";
    private static final int LONGEST_ID = 15;

    private final CustomSettings settings;
    private final ResultReader lines;
    private long results;

    CustomAnswers(CustomSettings settings) {
        this.settings = settings;
        this.lines = new ResultReader(settings.format());
    }

    /** What an answer means. */
    @FunctionalInterface
    interface Meaning {
        /**
         * @param fields of the answer
         * @return empty if it cannot be an answer
         */
        Optional<Reply> of(Map<String, String> fields, int station);
    }

    /** Whether results may come that nobody asked for. */
    boolean hasUnasked() {
        return !settings.pushed().isEmpty();
    }

    /** Whether all that answers this row can be told apart. */
    boolean canRead(Row row) {
        return !row.result().isEmpty()
                && Stream.of(row.accepted(), row.result(), row.refused()).noneMatch(Template::isRunTogether)
                && !(row.verb() == Verb.STATUS && !row.result().has("state"))
                && !(row.verb() == Verb.JOB && !row.result().has("job"))
                && !(row.verb() == Verb.GET && !row.result().has("value"));
    }

    /** The fields of a line; empty if it is not of this template. */
    Optional<Map<String, String>> read(Template template, String line) {
        return template.isEmpty() ? Optional.empty() : template.read(line, 0, false);
    }

    Optional<Reply> refused(Map<String, String> fields) {
        String text = fields.getOrDefault("text", "");
        if (!fields.containsKey("code")) {
            return Optional.of(new Reply.Refused(Code.STATION_BUSY, text.isEmpty() ? "refused" : text));
        }
        return Digits.whole(fields.get("code").strip(), 1, 99)
                .flatMap(Code::numbered)
                .map(code -> new Reply.Refused(code, text.isEmpty() ? code.text() : text));
    }

    Optional<Reply> done(Map<String, String> fields, int station) {
        return Optional.of(new Reply.Done());
    }

    Optional<Reply> found(Map<String, String> fields, int station) {
        return result(fields, station).map(Reply.Found::new);
    }

    Optional<Reply> job(Map<String, String> fields, int station) {
        String theirs = fields.get("job").strip();
        return Optional.of(new Reply.JobOf(settings.job(theirs).orElse(theirs)));
    }

    Optional<Reply> parameter(Map<String, String> fields, int station) {
        String value = fields.get("value").strip();
        if (value.isEmpty() || value.equals(settings.format().missing())) {
            return Optional.of(new Reply.ParameterOf("", Reply.ParameterOf.Kind.NONE));
        }
        return Optional.of(Digits.plain(value)
                .map(number -> new Reply.ParameterOf(number, Reply.ParameterOf.Kind.NUMBER))
                .orElseGet(() -> new Reply.ParameterOf(value, Reply.ParameterOf.Kind.TEXT)));
    }

    Optional<Reply> status(Map<String, String> fields, int station) {
        String word = fields.get("state").strip();
        return Stream.of(StationState.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .map(state -> new Reply.Status(new StationStatus(
                        station,
                        state,
                        fields.getOrDefault("job", "").strip(),
                        count(fields, "id"),
                        count(fields, "ok"),
                        count(fields, "ng"),
                        count(fields, "unknown"),
                        count(fields, "refused"),
                        fields.getOrDefault("why", "").strip())));
    }

    private static long count(Map<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "").strip();
        return text.matches("\\d{1," + LONGEST_ID + "}") ? Long.parseLong(text) : 0;
    }

    /** What is told of a part; UNKNOWN if no judgement is told, and empty if its word is none of ours. */
    Optional<InspectionResult> result(Map<String, String> fields, int station) {
        long id = count(fields, "id");
        if (fields.containsKey("line")) {
            return lines.read(fields.get("line"), station, ++results);
        }
        Optional<Verdict> verdict = fields.containsKey("judgement")
                ? settings.format().words().verdict(fields.get("judgement").strip())
                : Optional.of(Verdict.UNKNOWN);
        int of = Digits.whole(fields.getOrDefault("station", "").strip(), 1, 99).orElse(station);
        return verdict.map(word -> ResultReader.told(id > 0 ? id : ++results, of, word, values(fields)));
    }

    private Verdict verdict(Map<String, String> fields, String output) {
        return Optional.ofNullable(fields.get(VERDICT_OF + output))
                .map(word -> settings.format().words().verdict(word.strip()).orElse(Verdict.UNKNOWN))
                .orElse(Verdict.OK);
    }

    private List<Measurement> values(Map<String, String> fields) {
        List<Measurement> values = new ArrayList<>();
        fields.forEach((name, text) -> {
            if (name.startsWith(VALUE_OF)) {
                String output = name.substring(VALUE_OF.length());
                values.add(new Measurement(
                        output,
                        ResultReader.valueOf(text.strip()),
                        "",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        verdict(fields, output),
                        ""));
            }
        });
        return values;
    }
}
