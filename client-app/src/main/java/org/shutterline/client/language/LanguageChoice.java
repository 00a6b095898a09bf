package org.shutterline.client.language;

/**
 * In which language to talk.
 *
 * @param dialect its id
 * @param settingsFile a YAML file with its settings as a listener of the server has them; empty for the usual ones
 */
public record LanguageChoice(String dialect, String settingsFile) {
    /** The language of our own stations. */
    public static final LanguageChoice USUAL = new LanguageChoice("plain", "");
}
