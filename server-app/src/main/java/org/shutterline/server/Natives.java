package org.shutterline.server;

import java.util.Map;
import org.shutterline.server.spi.NativeFile;

/** Where libraries that unpack native code by themselves are told to do so: not where others can put theirs. */
final class Natives {
    private static final Map<String, String> PLACES = Map.of(
            "org.bytedeco.javacpp.cachedir", "javacpp",
            "jna.tmpdir", "jna",
            "org.sqlite.tmpdir", "sqlite");

    private Natives() {}

    /** For this process; before any of them is used. What the command line says stays. */
    static void keepPrivate() {
        PLACES.forEach((property, name) -> {
            if (System.getProperty(property) == null) {
                NativeFile.folder(name).ifPresent(folder -> System.setProperty(property, folder.toString()));
            }
        });
    }
}
