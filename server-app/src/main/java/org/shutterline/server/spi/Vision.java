package org.shutterline.server.spi;

import nu.pattern.OpenCV;

/** Loads the native part of OpenCV. Whoever makes the first matrix calls it before; safe for all threads. */
public final class Vision {
    private Vision() {}

    /**
     * Loads the library that travels with the program; calls after the first do nothing.
     *
     * @throws LinkageError if there is none for this machine
     */
    public static void load() {
        Once.ready();
    }

    /** The class loader runs a class's first steps once, whichever threads ask. */
    private static final class Once {
        static {
            OpenCV.loadLocally();
        }

        static void ready() {}
    }
}
