package org.shutterline.server.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory for one picture that two processes share: a file, in memory where the system has a place for such, that grows with the
 * pictures. Used by one thread at a time in each process; who may write is agreed by the lines of their talk.
 */
final class PictureSlot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureSlot.class);
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "shutterline-";
    private static final String SUFFIX = ".picture";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d{1,18})-");

    private final FileChannel channel;
    private ByteBuffer mapped = ByteBuffer.allocate(0);

    private PictureSlot(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A name for a new one; nobody else can read it. It begins with the number of this process, so that what a server
     * left that was killed before its worker had opened the file is known for that, and is removed here.
     */
    static Path fresh() throws IOException {
        Path folder = Files.isWritable(IN_MEMORY) ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
        removeLeft(folder);
        return Files.createTempFile(folder, PREFIX + ProcessHandle.current().pid() + "-", SUFFIX);
    }

    private static void removeLeft(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                Matcher name = OWNER.matcher(file.getFileName().toString());
                if (name.lookingAt()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.info("what dead servers left in {} could not be removed: {}", folder, e.getMessage());
        }
    }

    static PictureSlot open(Path file) throws IOException {
        return new PictureSlot(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** The first bytes of it, from position 0. */
    ByteBuffer bytes(int count) throws IOException {
        if (mapped.capacity() < count) {
            MappedByteBuffer larger = channel.map(FileChannel.MapMode.READ_WRITE, 0, count);
            mapped = larger;
        }
        return mapped.duplicate().limit(count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
