package org.shutterline.server.backup;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lies in a backup, and what its entries may be called. A name never leads out of the folder of the store. */
final class BackupNames {
    static final String MANIFEST = "manifest.json";
    static final String RESULTS = "results.db";
    static final String SETTINGS = "settings.yaml";
    static final String PICTURES = "pictures";
    static final String USERS = "users.yaml";
    /** The key of the server and what opens it. */
    static final String TLS = "tls";

    /** What tells who may log in, and who the server is: for the eyes of its owner alone. */
    static final List<String> SECRETS = List.of(USERS, TLS + "/server.p12", TLS + "/password");

    /** Folders that are taken as they are. */
    static final List<String> FOLDERS = List.of("jobs", "labelled");

    private static final int DEEPEST = 8;
    private static final int LONGEST = 255;
    private static final Pattern PICTURE =
            Pattern.compile("pictures/[+-]?\\d{4,}-\\d\\d-\\d\\d/\\d{10,18}-\\d{1,2}-(OK|NG|UNKNOWN)\\.(png|jpg)");
    /** What every system takes in a name; Windows reads the others as drives, wildcards and streams. */
    private static final Pattern PART = Pattern.compile("[^\\x00-\\x1f\\x7f<>:\"/\\\\|?*]+");
    /** Names that Windows keeps for its devices, whatever follows a point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");

    private BackupNames() {}

    /** Why nothing of this name belongs into a backup; empty if it may. */
    static Optional<String> whyNot(String name) {
        if (List.of(MANIFEST, RESULTS, SETTINGS).contains(name)
                || SECRETS.contains(name)
                || PICTURE.matcher(name).matches()) {
            return Optional.empty();
        }
        String[] parts = name.split("/", -1);
        if (parts.length < 2 || parts.length > DEEPEST || !FOLDERS.contains(parts[0])) {
            return Optional.of("is no part of a backup, expected " + RESULTS + ", " + SETTINGS + ", "
                    + String.join(", ", SECRETS) + ", pictures, or files below " + String.join(" and ", FOLDERS));
        }
        for (String part : parts) {
            if (!isPlain(part)) {
                return Optional.of("leads out of its folder, or not every system can keep it");
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(String part) {
        return PART.matcher(part).matches()
                && part.length() <= LONGEST
                && !part.equals(".")
                && !part.endsWith(" ")
                && !part.endsWith(".")
                && !DEVICE.matcher(part).matches();
    }

    /** A name that somebody else chose, for messages. */
    static String visible(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }
}
