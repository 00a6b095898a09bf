package org.shutterline.server.ui;

import org.shutterline.look.Words;

/** The words of this package. */
final class UiWords {
    private static final Words WORDS = Words.of(UiWords.class);

    private UiWords() {}

    static boolean has(String key) {
        return WORDS.has(key);
    }

    static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }
}
