package org.shutterline.client.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shutterline.client.operator.Phrase;
import org.shutterline.look.Words;

/** The words of the window, in the language in use. */
public final class Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;

    /** @param zone whose time of day is shown */
    public Sentences(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    public String text(String key, Object... parts) {
        return words.text(key, parts);
    }

    /** A phrase of the presenter. */
    String text(Phrase phrase) {
        return words.text(phrase.key(), phrase.parts().stream().map(this::part).toArray());
    }

    private Object part(Object part) {
        if (part instanceof Phrase phrase) {
            return text(phrase);
        }
        return part instanceof Instant instant ? time(instant) : String.valueOf(part);
    }

    /** A time of day with seconds. */
    String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
