package org.shutterline.protocol.dialect.plain;

import java.util.Locale;

/** Constants by the words that the wire has for them, to the letter: a verdict that only looks like OK is none. */
final class WireWords {
    private WireWords() {}

    /** Written as the constant itself. */
    static <E extends Enum<E>> E upper(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw unknown(type);
    }

    /** Written in lower case. */
    static <E extends Enum<E>> E lower(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (lower(constant).equals(word)) {
                return constant;
            }
        }
        throw unknown(type);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static NotOurs unknown(Class<?> type) {
        return new NotOurs("an unknown word for " + type.getSimpleName());
    }
}
