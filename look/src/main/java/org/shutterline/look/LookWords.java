package org.shutterline.look;

/** The words of this package. */
final class LookWords {
    static final Words WORDS = Words.of(LookWords.class);

    private LookWords() {}

    static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }
}
