package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that belongs to one running server at a time; made if missing, for its owner's eyes only. */
public final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String LOCK = "lock";
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder until it is closed or the process ends, however it ends.
     *
     * @throws FolderInUse if another server has it
     * @throws ArchiveException if it cannot be written
     */
    public static DataFolder lock(Path path) throws ArchiveException {
        try {
            OwnersFolder.make(path);
            if (isOpenToOthers(path)) {
                LOG.warn("others on this machine can look into the data folder {}; chmod 700 keeps them out", path);
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (taken(channel).isEmpty()) {
                channel.close();
                throw new FolderInUse("the data folder " + path + " is in use by another Shutterline server");
            }
            return new DataFolder(path, channel);
        } catch (FolderInUse busy) {
            throw busy;
        } catch (IOException e) {
            throw new ArchiveException("the data folder " + path + " cannot be used: " + e, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** One that was there already belongs to whoever made it: it is left as it is. */
    static boolean isOpenToOthers(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
    }

    /** Names in it are durable then, on Linux and macOS; Windows opens no folders and needs none of it. */
    static void force(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Optional<FileLock> taken(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }
}
