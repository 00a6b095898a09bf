package org.shutterline.server.archive;

import java.util.Optional;

/** Holds each line of the books against the one before it. Used by one thread. */
public final class AuditCheck {
    private long lines;
    private long number;
    private String hash = AuditRow.BEGINNING;
    private Optional<String> broken = Optional.empty();

    /**
     * What the books are like.
     *
     * @param lines how many were looked at
     * @param hash of the last that is sound
     * @param broken where they are not as they were written: the line and why; empty if all are sound
     */
    public record Found(long lines, String hash, Optional<String> broken) {}

    /** The next line, in the order in which they stand. */
    public void take(AuditRow row) {
        lines++;
        if (broken.isPresent()) {
            return;
        }
        if (row.number() <= number) {
            broken = Optional.of("line " + row.number() + " stands behind line " + number);
        } else if (row.number() != number + 1) {
            broken = Optional.of(missing(row.number() - 1));
        } else if (!row.hash().equals(row.hashAfter(hash))) {
            broken = Optional.of("line " + row.number() + " of " + row.at()
                    + " is not as it was written, or the one before it is not");
        } else {
            number = row.number();
            hash = row.hash();
        }
    }

    private String missing(long last) {
        return number + 1 == last
                ? "line " + last + " is missing"
                : "lines " + (number + 1) + " to " + last + " are missing";
    }

    /** There are no more, and it is not known how many there should be. */
    public Found ended() {
        return ended(0, Long.MAX_VALUE);
    }

    /**
     * There are no more.
     *
     * @param before the number of the last that was ever given, when reading began
     * @param after the same now
     */
    Found ended(long before, long after) {
        if (broken.isEmpty() && before > number) {
            broken = Optional.of(missing(before));
        } else if (broken.isEmpty() && after < number) {
            broken = Optional.of(
                    "line " + number + " is there, and " + after + " is kept as the last number that was given");
        }
        return new Found(lines, hash, broken);
    }
}
