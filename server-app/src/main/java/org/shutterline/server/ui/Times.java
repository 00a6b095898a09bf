package org.shutterline.server.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times and figures as people read them. */
public final class Times {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Times() {}

    public static String seconds(Instant at) {
        return SECONDS.format(here(at));
    }

    public static String millis(Instant at) {
        return MILLIS.format(here(at));
    }

    public static String day(Instant at) {
        return DAY.format(here(at));
    }

    private static TemporalAccessor here(Instant at) {
        return at.atZone(ZoneId.systemDefault());
    }

    /** One decimal with a point, as on the wire. */
    public static String oneDecimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
