package org.shutterline.protocol.format;

import java.util.Locale;
import java.util.Optional;

/**
 * One field of a result line.
 *
 * @param kind what stands there
 * @param name of the output, for {@link Kind#VALUE} and {@link Kind#VERDICT}; the text of {@link Kind#TEXT}; else empty
 */
public record ResultField(Kind kind, String name) {
    private static final String VERDICT_OF = "verdict:";
    private static final String TEXT_OF = "text:";
    private static final String VALUE_OF = "value:";

    /** What a field holds. */
    public enum Kind {
        /** The verdict of the part, in the words of the format. */
        JUDGEMENT,
        ID,
        STATION,
        JOB,
        /** What the trigger named; empty if it named nothing. */
        PART,
        /** When it was triggered, ISO 8601. */
        TIME,
        /** From trigger to verdict, in ms with one decimal. */
        MS,
        /** All values of the job's output list, each a field. */
        VALUES,
        /** The verdicts of all values, each a field. */
        VERDICTS,
        /** One value, by the name of the output. */
        VALUE,
        /** The verdict of one value. */
        VERDICT,
        /** Always the same text. */
        TEXT
    }

    /**
     * A field as settings write it: {@code judgement}, {@code id}, {@code station}, {@code job}, {@code part}, {@code time},
     * {@code ms}, {@code values}, {@code verdicts}, {@code verdict:<output>}, {@code text:<anything>}, or the name of an
     * output, with {@code value:} before one that has such a name.
     */
    public static Optional<ResultField> read(String written) {
        if (written.startsWith(VERDICT_OF)) {
            return named(Kind.VERDICT, written.substring(VERDICT_OF.length()));
        }
        if (written.startsWith(TEXT_OF)) {
            return Optional.of(new ResultField(Kind.TEXT, written.substring(TEXT_OF.length())));
        }
        if (written.startsWith(VALUE_OF)) {
            return named(Kind.VALUE, written.substring(VALUE_OF.length()));
        }
        for (Kind kind : Kind.values()) {
            if (kind.compareTo(Kind.VALUE) < 0
                    && kind.name().toLowerCase(Locale.ROOT).equals(written)) {
                return Optional.of(new ResultField(kind, ""));
            }
        }
        return named(Kind.VALUE, written);
    }

    private static Optional<ResultField> named(Kind kind, String name) {
        return name.isBlank() ? Optional.empty() : Optional.of(new ResultField(kind, name.strip()));
    }
}
