package org.shutterline.server.monitor;

import java.util.Arrays;
import java.util.Set;

/** Which part of the station a line of the log is about, as its technician knows the parts. */
public enum LogPlace {
    STATION("station", "machine"),
    CAMERA("camera", "cameras", "guard", "frame"),
    JOBS("jobs", "editor", "tuning", "flight"),
    TOOL("tool", "spi"),
    WORKER("worker"),
    CONNECTIONS("net", "listeners", "doctor", "terminal", "simulator"),
    STORAGE("archive", "storage", "backup", "statistics"),
    USERS("access", "users"),
    SETTINGS("settings"),
    WINDOW("ui", "monitor"),
    WATCH("watch"),
    /** Of the program, and of no part of it alone. */
    PROGRAM(""),
    /** Not of this program: a library, or a plugin of somebody's own. */
    OTHER;

    private static final String SERVER = "org.shutterline.server.";

    private final Set<String> rooms;

    LogPlace(String... rooms) {
        this.rooms = Set.of(rooms);
    }

    /** @param logger its name: that of the class which wrote the line */
    static LogPlace of(String logger) {
        if (!logger.startsWith(SERVER)) {
            return OTHER;
        }
        String rest = logger.substring(SERVER.length());
        String room = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
        return Arrays.stream(values())
                .filter(place -> place.rooms.contains(room))
                .findFirst()
                .orElse(OTHER);
    }
}
