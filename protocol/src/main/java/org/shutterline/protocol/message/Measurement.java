package org.shutterline.protocol.message;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One named value of a result, with the limits that judged it.
 *
 * @param name as the job's output list names it
 * @param value in {@code unit}
 * @param unit {@code px}, {@code mm}, {@code %} or the like; empty for counts, texts and yes/no
 * @param low the least value that passes, if there is one
 * @param high the greatest value that passes, if there is one
 * @param expected the text that a text value is compared with, if there is one
 * @param verdict judged before rounding
 * @param reason why it is not OK, in plain words for an operator; of a value that is OK a warning, that it is near its limit; else empty
 */
public record Measurement(
        String name,
        Value value,
        String unit,
        OptionalDouble low,
        OptionalDouble high,
        Optional<String> expected,
        Verdict verdict,
        String reason) {
    public Measurement {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(low);
        Objects.requireNonNull(high);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(reason);
    }

    /** Whether it passes with a mark: inside its limits, but near them. */
    public boolean isWarning() {
        return verdict == Verdict.OK && !reason.isEmpty();
    }
}
