package org.shutterline.look.edit;

import org.shutterline.look.Words;

/** The words of this package; they stand with those of the whole module. */
final class EditWords {
    private static final Words WORDS = Words.of(Words.class);

    private EditWords() {}

    static String text(String key, Object... arguments) {
        return WORDS.text(key, arguments);
    }
}
