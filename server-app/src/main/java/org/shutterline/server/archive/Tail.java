package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last result that was made durable, in a file of its own. It is written after the disk has the row and is not waited
 * for, so it never says more than the database holds: if it does, answered results are missing, as when the log of the
 * database was damaged and SQLite took it only up to there. Used by the thread {@code archive}, and before it starts.
 */
final class Tail implements AutoCloseable {
    static final String FILE = "results.tail";

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BYTES = 2 * Long.BYTES;

    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
    private boolean failed;

    private Tail(FileChannel channel) {
        this.channel = channel;
    }

    static Tail open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createFile(file, OwnersFolder.ownerOnly(file, "rw-------"));
        }
        return new Tail(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** The last id that was written down; empty if there is none, or it cannot be read any more. */
    OptionalLong last() throws IOException {
        bytes.clear();
        int read = channel.read(bytes, 0);
        if (read <= 0) {
            return OptionalLong.empty();
        }
        if (read < BYTES || bytes.getLong(Long.BYTES) != RowSum.of(bytes.getLong(0))) {
            LOG.warn("{} is damaged and begins anew; nothing else depends on it", FILE);
            return OptionalLong.empty();
        }
        return OptionalLong.of(bytes.getLong(0));
    }

    /** This result is durable. A disk that is full or broken is noticed elsewhere. */
    void write(long id) {
        bytes.clear();
        bytes.putLong(id).putLong(RowSum.of(id)).flip();
        try {
            channel.write(bytes, 0);
            failed = false;
        } catch (IOException unwritable) {
            if (!failed) {
                LOG.warn("{} cannot be written: {}", FILE, unwritable.toString());
            }
            failed = true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
