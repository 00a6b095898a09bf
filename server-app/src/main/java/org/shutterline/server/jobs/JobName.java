package org.shutterline.server.jobs;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a job, and a file that belongs to one, may be called. A name never leads out of its folder. */
public final class JobName {
    public static final int LONGEST = 64;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,63}");

    /** Names that Windows keeps for its devices, whatever follows a point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\..*)?");

    private JobName() {}

    /** A job that somebody put there by hand may be called so. */
    static boolean isReadable(String name) {
        return NAME.matcher(name).matches();
    }

    /** Why nothing new may be called so on any system; empty if it may. */
    public static Optional<String> whyNot(String name) {
        if (!isReadable(name)) {
            return Optional.of("expected 1 to 64 letters, digits, blanks, points, _ and -, not beginning with a blank"
                    + " or a point");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("expected a name that does not end in a point or a blank");
        }
        return DEVICE.matcher(name).matches()
                ? Optional.of("expected another name, Windows keeps this one for a device")
                : Optional.empty();
    }

    /** A name that something new may have, as near to this one as can be; the end behind its last point stays. */
    static String near(String wished) {
        int point = wished.lastIndexOf('.');
        String end = point > 0 && wished.length() - point <= LONGEST / 2 ? wished.substring(point) : "";
        String start = wished.substring(0, Math.min(wished.length() - end.length(), LONGEST - 1 - end.length()));
        String name = (start + end).replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("[. ]+$", "");
        return whyNot(name).isEmpty() ? name : "_" + name;
    }

    /** Another one in its place, with a number before the end: {@code net-2.onnx}. */
    public static String numbered(String name, int number) {
        int point = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        String end = "-" + number + name.substring(point);
        return name.substring(0, Math.max(1, Math.min(point, LONGEST - end.length()))) + end;
    }

    /** The name among these that is the same but for capital letters; some systems cannot keep both. */
    static Optional<String> clash(String name, Collection<String> others) {
        return others.stream().filter(other -> other.equalsIgnoreCase(name)).findFirst();
    }
}
