package org.shutterline.server.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A native library that travels in the program, unpacked once to a place that stays. Unpacked anew at each start, as its
 * own loader would, a server that is killed leaves a copy behind each time until the disk is full.
 */
public final class NativeFile {
    private static final Logger LOG = LoggerFactory.getLogger(NativeFile.class);

    private NativeFile() {}

    /**
     * The file on the disk; unpacked if it is not there yet.
     *
     * @param resource where it is on the class path, from its root, without a leading slash
     * @param name of the library and its version, a plain name: the folder that it gets
     * @return empty if there is none for this machine, or no place that can be written to
     */
    public static Optional<Path> unpacked(String resource, String name) {
        Optional<Path> own = folder(name);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Path folder = own.get();
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream packed = NativeFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                unpack(packed, folder, file);
            }
            return Optional.of(file);
        } catch (IOException unwritable) {
            LOG.warn("{} cannot be unpacked to {}: {}", resource, folder, unwritable.toString());
            return Optional.empty();
        }
    }

    /**
     * A folder for native libraries into which nobody but its owner can put anything, below the home folder; made if missing.
     *
     * @param name a plain name
     * @return empty if there is no such place; the log says why
     */
    public static Optional<Path> folder(String name) {
        Path natives = Path.of(System.getProperty("user.home"), ".shutterline", "natives");
        Path folder = natives.resolve(name);
        try {
            Files.createDirectories(folder);
            closeToOthers(natives);
            closeToOthers(folder);
            return Optional.of(folder);
        } catch (IOException | UnsupportedOperationException | SecurityException unsafe) {
            LOG.warn("native libraries cannot be kept in {}: {}", folder, unsafe.toString());
            return Optional.empty();
        }
    }

    /** On systems that have such permissions; fails if the folder is somebody else's. */
    private static void closeToOthers(Path folder) throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Under a name of its own first, so that another start that comes in between finds all of it or nothing. */
    private static void unpack(InputStream packed, Path folder, Path file) throws IOException {
        Path fresh = Files.createTempFile(folder, "unpacking", ".tmp");
        Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@code linux}, {@code osx} or {@code windows}; anything else as the system calls itself. */
    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "osx";
        }
        return name.startsWith("windows") ? "windows" : name;
    }
}
