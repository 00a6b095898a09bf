package org.shutterline.server.watch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which keys name a secret. */
final class SecretKeys {
    private static final Pattern IN_ANY = Pattern.compile(
            "password|passwd|passphrase|passcode|passwort|kennwort|secret|token|credential|authorization|apikey|privatekey");

    /** Alone or as a word of the key, as in {@code user-pw} and {@code cameraPin}. */
    private static final Set<String> WORDS = Set.of("pass", "pwd", "pw", "psw", "pswd", "pas", "psk", "pin", "pins");

    private static final Set<String> IN_QUERIES =
            Set.of("auth", "key", "sig", "signature", "session", "sid", "loginpas", "userpwd", "p");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

    private SecretKeys() {}

    static boolean isOne(String key, boolean query) {
        String letters = key.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        if (IN_ANY.matcher(letters).find() || query && IN_QUERIES.contains(letters)) {
            return true;
        }
        return BETWEEN_WORDS.splitAsStream(key).anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
