package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.InspectionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where picture files are and what they are called: a folder a day, {@code 0000001042-1-NG.png}. */
final class PictureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);

    static final String FOLDER = "pictures";
    static final String UNFINISHED = ".tmp";

    private static final Pattern NAME = Pattern.compile("(\\d{10,18})-\\d{1,2}-(OK|NG|UNKNOWN)\\.(png|jpg)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private final Path root;
    private long blockBytes;

    PictureFiles(Path dataDir) {
        this.root = dataDir.resolve(FOLDER).toAbsolutePath().normalize();
    }

    /** The name of a result's picture below the folder, with a slash on every system. */
    static String name(InspectionResult result, PictureRules.Format format) {
        return DAY.format(result.time())
                + String.format(
                        Locale.ROOT,
                        "/%010d-%d-%s.%s",
                        result.id(),
                        result.station(),
                        result.verdict(),
                        format.ending());
    }

    /** The id in a file's name; empty if it is no picture of ours. */
    static OptionalLong id(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }

    String name(Path file) {
        Path below = root.relativize(file);
        return below.getParent() == null ? below.toString() : below.getParent() + "/" + below.getFileName();
    }

    /** Writes under another name, waits for the disk, then renames: a file under its own name is whole. */
    void write(String name, byte[] bytes) throws IOException {
        Path file = path(name);
        OwnersFolder.make(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(false);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DataFolder.force(file.getParent());
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    /** Why the file of a stored picture is not what was written; empty if it is. */
    String whyNotWhole(PictureRow row) {
        try {
            return hash(read(row.file())).equals(row.hash()) ? "" : "is damaged: it is not what was written";
        } catch (NoSuchFileException gone) {
            return "is gone";
        } catch (IOException unreadable) {
            return "cannot be read: " + unreadable;
        }
    }

    boolean exists(String name) throws IOException {
        return Files.isRegularFile(path(name));
    }

    /**
     * Deletes it, and its day if that was the last.
     *
     * @return what it took; nothing if it was not there
     */
    PictureUse delete(String name) throws IOException {
        Path file = path(name);
        PictureUse taken = Files.exists(file) ? use(file) : PictureUse.NONE;
        Files.deleteIfExists(file);
        try {
            Files.deleteIfExists(file.getParent());
        } catch (DirectoryNotEmptyException othersAreLeft) {
            return taken;
        }
        return taken;
    }

    /** What a file takes of the disk. */
    PictureUse use(Path file) throws IOException {
        return new PictureUse(id(file).isPresent() ? 1 : 0, blocks(Files.size(file)));
    }

    /** What a picture of so many bytes takes. */
    PictureUse use(byte[] content) throws IOException {
        return new PictureUse(1, blocks(content.length));
    }

    /** A disk gives whole blocks. */
    private long blocks(long bytes) throws IOException {
        if (blockBytes == 0) {
            blockBytes = Math.max(1, Files.getFileStore(onDisk()).getBlockSize());
        }
        return (bytes + blockBytes - 1) / blockBytes * blockBytes;
    }

    /** What this program may still take of the disk on which the pictures are. */
    long usableBytes() {
        return onDisk().toFile().getUsableSpace();
    }

    long totalBytes() {
        return onDisk().toFile().getTotalSpace();
    }

    /** The folder, or what it will be made in. */
    private Path onDisk() {
        return Files.isDirectory(root) ? root : root.getParent();
    }

    /** Hands over all files below the folder until it is to stop; what cannot be looked at is told and passed over. */
    void each(BooleanSupplier stop, Consumer<Path> visit) throws IOException {
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, Set.of(), 2, new Visit(stop, visit));
        }
    }

    private static final class Visit extends SimpleFileVisitor<Path> {
        private final BooleanSupplier stop;
        private final Consumer<Path> visit;

        Visit(BooleanSupplier stop, Consumer<Path> visit) {
            this.stop = stop;
            this.visit = visit;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (stop.getAsBoolean()) {
                return FileVisitResult.TERMINATE;
            }
            if (Files.isRegularFile(file)) {
                visit.accept(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return passedOver(file, why);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException why) {
            return why == null ? FileVisitResult.CONTINUE : passedOver(folder, why);
        }

        private static FileVisitResult passedOver(Path path, IOException why) {
            LOG.warn("{} among the pictures cannot be looked at: {}", path.getFileName(), why.toString());
            return FileVisitResult.CONTINUE;
        }
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path path(String name) throws IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("the name of a picture leads out of its folder: " + name);
        }
        return file;
    }
}
