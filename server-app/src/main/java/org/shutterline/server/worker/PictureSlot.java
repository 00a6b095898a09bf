package org.shutterline.server.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory for one picture that two processes share: a file, in memory where the system has a place for such, that grows with the
 * pictures. Used by one thread at a time in each process, but closed by any; who may write is agreed by the lines of their talk.
 */
final class PictureSlot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PictureSlot.class);
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static final String PREFIX = "shutterline-";
    private static final String SUFFIX = ".picture";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "(\\d{1,18})-");

    private final FileChannel channel;
    private Optional<MappedByteBuffer> mapped = Optional.empty();

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

    /** Takes all of a picture into it; no interrupt may come meanwhile, it would close the file. */
    synchronized void fill(ByteBuffer picture) throws IOException {
        bytes(picture.remaining()).put(picture);
    }

    /** Brings its first bytes into a picture until that is full; no interrupt may come meanwhile, it would close the file. */
    synchronized void empty(ByteBuffer picture) throws IOException {
        picture.put(bytes(picture.remaining()));
    }

    private ByteBuffer bytes(int count) throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        if (mapped.map(ByteBuffer::capacity).orElse(0) < count) {
            unmap();
            mapped = Optional.of(channel.map(FileChannel.MapMode.READ_WRITE, 0, count));
        }
        return mapped.orElseThrow().duplicate().limit(count);
    }

    private void unmap() {
        mapped.ifPresent(Unmapping::unmap);
        mapped = Optional.empty();
    }

    /** Its memory is free at once, whatever else is still to be collected. */
    @Override
    public synchronized void close() throws IOException {
        unmap();
        channel.close();
    }
}
