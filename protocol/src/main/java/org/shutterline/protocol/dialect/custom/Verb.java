package org.shutterline.protocol.dialect.custom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a row of the table has done. */
enum Verb {
    /** Any other part of the line is stored with the result, as a key. */
    TRIGGER(Set.of(), Fields.RESULT),
    /** The last result. */
    LAST(Set.of(), Fields.RESULT),
    /** One value of the last result. */
    VALUE(Set.of(Verb.OUTPUT), Fields.VALUE),
    STATUS(Set.of(), Set.of("state", "job", "id", "triggers", "ok", "ng", "unknown", "refused", "why")),
    JOB(Set.of(), Set.of("job")),
    CHANGE_JOB(Set.of(Verb.NAME_OF_JOB), Set.of("job")),
    ONLINE(Set.of(), Set.of()),
    OFFLINE(Set.of(), Set.of()),
    /** A limit or setting of the active job. */
    GET(Set.of(Verb.SETTING), Set.of("value")),
    SET(Set.of(Verb.SETTING, Verb.NEW_VALUE), Set.of()),
    RESET_COUNTERS(Set.of(), Set.of()),
    VERSION(Set.of(), Set.of("product", "version")),
    /** Nothing is done; the answer is always the same. */
    SAY(Set.of(), Set.of());

    static final String STATION = "station";
    static final String PART = "part";
    static final String ONCE = "once";
    static final String NAME_OF_JOB = "job";
    static final String OUTPUT = "output";
    static final String SETTING = "setting";
    static final String NEW_VALUE = "value";

    private final Set<String> arguments;
    private final Set<String> fields;

    Verb(Set<String> arguments, Set<String> fields) {
        this.arguments = arguments;
        this.fields = fields;
    }

    /** What its answer may hold, besides the station and the parts of the line. */
    private static final class Fields {
        private static final Set<String> RESULT = Set.of(
                "line", "judgement", "id", "job", "part", "time", "ms", "values", "verdicts", "value:", "verdict:");
        private static final Set<String> VALUE = Set.of(
                "line",
                "judgement",
                "id",
                "job",
                "part",
                "time",
                "ms",
                "values",
                "verdicts",
                "value:",
                "verdict:",
                "value");
    }

    /** What must be known to have it done, besides the station. */
    Set<String> arguments() {
        return arguments;
    }

    /** What its answer may hold; a name with a colon at its end has the name of an output after it. */
    Set<String> fields() {
        return fields;
    }

    /** Whether a part of the line may have this name. */
    boolean takes(String part) {
        boolean key = this == TRIGGER && (part.equals(PART) || !fields.contains(part));
        return key || part.equals(STATION) || arguments.contains(part);
    }

    /** Whether its answer tells what became of a part. */
    boolean tellsResult() {
        return fields.contains("judgement");
    }

    /** As settings write them. */
    static List<String> words() {
        return Arrays.stream(values())
                .map(verb -> verb.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
