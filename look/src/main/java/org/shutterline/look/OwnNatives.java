package org.shutterline.look;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatSystemProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Where the look and feel gets its native library from: it would unpack it into the folder for temporary files, which all
 * users of a machine share, and load it from there.
 */
final class OwnNatives {
    private static final String PACKED = "/com/formdev/flatlaf/natives/";

    private OwnNatives() {}

    /** Unpacks it below the home folder for its owner alone; where that cannot be, the windows do without it. */
    static void prepare() {
        if (System.getProperty(FlatSystemProperties.NATIVE_LIBRARY_PATH) != null) {
            return;
        }
        try (InputStream packed = FlatLaf.class.getResourceAsStream(PACKED + System.mapLibraryName(name()))) {
            if (packed != null) {
                Path folder = unpacked(packed.readAllBytes());
                System.setProperty(FlatSystemProperties.NATIVE_LIBRARY_PATH, folder.toString());
            }
        } catch (IOException noPlace) {
            System.setProperty(FlatSystemProperties.USE_NATIVE_LIBRARY, "false");
        }
    }

    /** Each version has a folder of its own. */
    private static Path unpacked(byte[] library) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(library);
        Path folder = Path.of(
                System.getProperty("user.home"),
                ".shutterline",
                "natives",
                "flatlaf-" + Long.toHexString(sum.getValue()));
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path file = folder.resolve(System.mapLibraryName(name()));
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(folder, "unpacking", ".tmp");
            Files.write(fresh, library);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return folder;
    }

    /** As the look and feel names it for this machine. */
    private static String name() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        if (system.startsWith("windows")) {
            return "flatlaf-windows-" + processor;
        }
        return (system.startsWith("mac") ? "flatlaf-macos-" : "flatlaf-linux-") + processor;
    }
}
