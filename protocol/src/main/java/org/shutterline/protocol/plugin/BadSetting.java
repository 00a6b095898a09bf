package org.shutterline.protocol.plugin;

/** A setting that cannot be used. The message names the place, the key, and what was expected. */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param place where it stands, such as {@code jobs/plate-A.yaml, tools[2].settings.threshold}
     * @param expected what should stand there, as the end of a sentence: {@code "expected a whole number from 0 to 255, found 'x'"}
     */
    public BadSetting(String place, String expected) {
        super(place + ": " + expected);
    }

    private BadSetting(String message) {
        super(message);
    }

    /**
     * One that another process told.
     *
     * @param message as such a one has it: the place, and what was expected there
     */
    public static BadSetting told(String message) {
        return new BadSetting(message);
    }
}
