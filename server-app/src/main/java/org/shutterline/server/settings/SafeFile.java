package org.shutterline.server.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Saves a file so that after a power cut it is the old or the new one, whole. */
public final class SafeFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private SafeFile() {}

    /** The generation before the current one. */
    public static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    /** As {@link #write}, but the new file and the one before it are its owner's alone, where the system knows owners. */
    public static void writeForOwner(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER));
            if (Files.exists(file)) {
                Files.setPosixFilePermissions(file, OWNER);
            }
        }
        write(file, content);
    }

    /** Writes beside it, forces it to the disk, keeps the old one as {@link #before(Path)}, and takes its name. */
    public static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        if (Files.exists(file)) {
            Path kept = file.resolveSibling(file.getFileName() + ".old");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            Files.move(kept, before(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file.toAbsolutePath().getParent());
    }

    /** On Linux and macOS a rename is durable when its folder is; Windows cannot open folders and needs none of it. */
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            org.slf4j.LoggerFactory.getLogger(SafeFile.class).debug("folder {} cannot be forced", folder);
        }
    }
}
