package org.shutterline.server.spi;

import java.nio.file.Path;
import java.util.Optional;
import nu.pattern.OpenCV;
import org.opencv.core.Core;

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
            Optional<Path> file = NativeFile.unpacked(
                    "nu/pattern/opencv/" + NativeFile.system() + "/" + processor() + "/"
                            + System.mapLibraryName(Core.NATIVE_LIBRARY_NAME),
                    "opencv-" + Core.VERSION);
            if (file.isPresent()) {
                System.load(file.get().toString());
            } else {
                // it knows more systems, and where else to unpack
                OpenCV.loadLocally();
            }
        }

        static void ready() {}

        private static String processor() {
            return System.getProperty("os.arch").equals("aarch64") ? "ARMv8" : "x86_64";
        }
    }
}
