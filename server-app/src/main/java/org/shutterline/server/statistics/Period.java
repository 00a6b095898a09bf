package org.shutterline.server.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A time that is asked for again and again. */
public enum Period {
    HOUR,
    TODAY,
    YESTERDAY,
    WEEK,
    MONTH,
    ALL,
    /** From one time to another, as they are given. */
    OWN;

    /** Its start at this moment; empty if it has none. */
    Optional<Instant> from(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return switch (this) {
            case HOUR -> Optional.of(now.minus(Duration.ofHours(1)));
            case TODAY -> Optional.of(today.atStartOfDay(zone).toInstant());
            case YESTERDAY -> Optional.of(today.minusDays(1).atStartOfDay(zone).toInstant());
            case WEEK -> Optional.of(today.minusDays(6).atStartOfDay(zone).toInstant());
            case MONTH -> Optional.of(today.minusDays(29).atStartOfDay(zone).toInstant());
            case ALL, OWN -> Optional.empty();
        };
    }

    /** Its end; empty if it goes on. */
    Optional<Instant> to(Instant now, ZoneId zone) {
        return this == YESTERDAY
                ? Optional.of(now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant())
                : Optional.empty();
    }
}
