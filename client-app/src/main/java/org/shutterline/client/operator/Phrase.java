package org.shutterline.client.operator;

import java.util.List;

/**
 * A sentence that is still without a language.
 *
 * @param key where its words stand in the message bundle
 * @param parts what is put into it: texts, numbers, {@link java.time.Instant} for a time of day, or a further phrase
 */
public record Phrase(String key, List<Object> parts) {
    public Phrase {
        parts = List.copyOf(parts);
    }

    public static Phrase of(String key, Object... parts) {
        return new Phrase(key, List.of(parts));
    }
}
