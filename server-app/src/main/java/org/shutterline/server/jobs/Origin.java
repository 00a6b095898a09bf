package org.shutterline.server.jobs;

/**
 * Where a version came from.
 *
 * @param way how it was made
 * @param who the person or client that made it, as far as it is known; else empty
 * @param note what for, in that person's words; may be empty
 */
public record Origin(Way way, String who, String note) {
    /** How a version is made. */
    public enum Way {
        /** The technician's window. */
        WINDOW,
        /** A client on the wire. */
        WIRE,
        /** A package from another station. */
        IMPORT,
        /** Somebody edited the file. */
        FILE
    }

    public static Origin window(String note) {
        return new Origin(Way.WINDOW, "", note);
    }

    public static Origin wire(String who, String note) {
        return new Origin(Way.WIRE, who, note);
    }

    public static Origin imported(String note) {
        return new Origin(Way.IMPORT, "", note);
    }

    static Origin file() {
        return new Origin(Way.FILE, "", "");
    }
}
