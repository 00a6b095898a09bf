package org.shutterline.server.ui;

import java.util.List;
import java.util.Locale;
import org.shutterline.look.Words;

/** The words of this package. */
public final class UiWords {
    /** The languages that there are words in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.SIMPLIFIED_CHINESE);

    private static final Words WORDS = Words.of(UiWords.class);

    private UiWords() {}

    public static boolean has(String key) {
        return WORDS.has(key);
    }

    public static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }
}
