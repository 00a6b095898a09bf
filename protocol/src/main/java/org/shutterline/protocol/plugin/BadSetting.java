package org.shutterline.protocol.plugin;

/**
 * A setting that cannot be used. The message names the place, the key, and what was expected; what cannot be seen of a file is
 * written out in it, for it goes to terminals and logs.
 */
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param place where it stands, such as {@code jobs/plate-A.yaml, tools[2].settings.threshold}
     * @param expected what should stand there, as the end of a sentence: {@code "expected a whole number from 0 to 255, found 'x'"}
     */
    public BadSetting(String place, String expected) {
        super(visible(place + ": " + expected));
    }

    private BadSetting(String message) {
        super(visible(message));
    }

    private static String visible(String message) {
        StringBuilder shown = new StringBuilder(message.length());
        message.chars().forEach(one -> {
            if (Character.isISOControl(one)) {
                shown.append(String.format("\\u%04x", one));
            } else {
                shown.append((char) one);
            }
        });
        return shown.toString();
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
