package org.shutterline.protocol.message;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one accepted trigger.
 *
 * @param id positive, rising in the order in which triggers were accepted, for the whole server, never used twice
 * @param station 1 to 99
 * @param job the name of the job that judged it
 * @param time when the trigger was read
 * @param ms from the trigger being read to the verdict, in milliseconds
 * @param part the part's name, if the trigger gave one
 * @param once the key that makes the trigger idempotent, if it gave one
 * @param keys further keys of the trigger, in its order
 * @param origin who triggered
 * @param verdict OK, NG or UNKNOWN
 * @param code why it is UNKNOWN (20 to 23); empty otherwise
 * @param reason why it is not OK, in plain words; of an OK result its first warning; else empty
 * @param values the job's output list, in its order, always as many as the list has
 * @param picture where its picture is
 */
public record InspectionResult(
        long id,
        int station,
        String job,
        OffsetDateTime time,
        double ms,
        Optional<String> part,
        Optional<String> once,
        Map<String, String> keys,
        Origin origin,
        Verdict verdict,
        Optional<Code> code,
        String reason,
        List<Measurement> values,
        PictureState picture) {
    public InspectionResult {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        values = List.copyOf(values);
        if (code.isPresent() != (verdict == Verdict.UNKNOWN)) {
            throw new IllegalArgumentException("an UNKNOWN result, and no other, has a code");
        }
    }

    /** Whether it is OK with a mark: a tool, or one of its values, was near its limits. */
    public boolean isWarning() {
        return verdict == Verdict.OK && (!reason.isEmpty() || values.stream().anyMatch(Measurement::isWarning));
    }

    /** The same result with its picture in another state. */
    public InspectionResult withPicture(PictureState state) {
        return new InspectionResult(
                id, station, job, time, ms, part, once, keys, origin, verdict, code, reason, values, state);
    }
}
