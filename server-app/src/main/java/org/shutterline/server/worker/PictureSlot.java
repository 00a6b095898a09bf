package org.shutterline.server.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Memory for one picture that two processes share: a file, in memory where the system has a place for such, that grows with the
 * pictures. Used by one thread at a time in each process; who may write is agreed by the lines of their talk.
 */
final class PictureSlot implements AutoCloseable {
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final FileChannel channel;
    private ByteBuffer mapped = ByteBuffer.allocate(0);

    private PictureSlot(FileChannel channel) {
        this.channel = channel;
    }

    /** A name for a new one; nobody else can read it. */
    static Path fresh() throws IOException {
        return Files.isWritable(IN_MEMORY)
                ? Files.createTempFile(IN_MEMORY, "shutterline-", ".picture")
                : Files.createTempFile("shutterline-", ".picture");
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
