package org.shutterline.look;

/** Units as people read them: most are the same everywhere, but some are words. */
public final class Units {
    private Units() {}

    /** @param unit as the wire has it: {@code mm} or {@code grey} */
    public static String word(String unit) {
        String key = "unit." + unit.replace(' ', '_');
        return LookWords.WORDS.has(key) ? LookWords.text(key) : unit;
    }
}
