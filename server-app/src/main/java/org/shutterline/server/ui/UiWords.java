package org.shutterline.server.ui;

import org.shutterline.look.Words;

/** The words of this package. */
public final class UiWords {
    private static final Words WORDS = Words.of(UiWords.class);

    private UiWords() {}

    public static boolean has(String key) {
        return WORDS.has(key);
    }

    public static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }
}
