package org.shutterline.client.language;

/**
 * In which language to talk.
 *
 * @param dialect its id, with {@link #TLS} behind it if it is spoken over TLS
 * @param settingsFile a YAML file with its settings as a listener of the server has them; empty for the usual ones
 */
public record LanguageChoice(String dialect, String settingsFile) {
    /** The language of our own stations. */
    public static final LanguageChoice USUAL = new LanguageChoice("plain", "");

    /** Behind the id of a dialect that is spoken over TLS, as listeners are called. */
    public static final String TLS = "+tls";

    /** Whether it is spoken over TLS. */
    public boolean encrypted() {
        return dialect.endsWith(TLS);
    }

    /** The same over TLS. */
    public LanguageChoice overTls() {
        return encrypted() ? this : new LanguageChoice(dialect + TLS, settingsFile);
    }

    /** The id of the dialect. */
    String withoutTls() {
        return encrypted() ? dialect.substring(0, dialect.length() - TLS.length()) : dialect;
    }
}
