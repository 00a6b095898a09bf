package org.shutterline.server.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that only takes up room. When the disk is full it goes, so that results can still be written while pictures
 * cannot; it comes back when there is room for it twice. Safe for all threads.
 */
final class Reserve {
    static final String FILE = "reserve";

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    /** Of a small disk no more than this part of it. */
    private static final int LEAST_PARTS = 16;

    private final Path file;
    private final long bytes;
    private final Clock clock;
    private volatile Optional<Trouble> used = Optional.empty();

    /** @param bytes how much is wished for; less is taken of a small disk, 0 for none */
    Reserve(Path folder, long bytes, Clock clock) {
        this.file = folder.resolve(FILE);
        this.bytes = Math.min(bytes, folder.toFile().getTotalSpace() / LEAST_PARTS);
        this.clock = clock;
    }

    /** Gives the room free. False if there was none to give. */
    synchronized boolean release() {
        try {
            boolean given = Files.exists(file) && Files.size(file) > 0;
            Files.deleteIfExists(file);
            if (given) {
                used = Optional.of(new Trouble(
                        clock.instant(),
                        "the disk of " + file.getParent() + " is full: results are written into the reserve of "
                                + bytes / 1_000_000 + " MB, pictures are not"));
                LOG.error("{}", used.get().why());
            }
            return given;
        } catch (IOException stays) {
            LOG.warn("the reserve {} cannot be freed: {}", file, stays.toString());
            return false;
        }
    }

    /** Takes the room if it is not taken and there is enough. */
    synchronized void fill() {
        try {
            if (bytes == 0 || isWhole() || file.getParent().toFile().getUsableSpace() < 2 * bytes) {
                return;
            }
            write();
            if (used.isPresent()) {
                LOG.warn("there is room on the disk again");
            }
            used = Optional.empty();
        } catch (IOException noRoom) {
            LOG.debug("the reserve {} cannot be taken: {}", file, noRoom.toString());
            release();
        }
    }

    private boolean isWhole() throws IOException {
        return Files.exists(file) && Files.size(file) == bytes;
    }

    /** Real bytes, because a file with a hole takes no room. */
    private void write() throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OwnersFolder.ownerOnly(file, "rw-------"));
        ByteBuffer piece = ByteBuffer.allocateDirect(1 << 16);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; left -= piece.limit()) {
                piece.clear().limit((int) Math.min(piece.capacity(), left));
                int whole = piece.limit();
                while (piece.hasRemaining()) {
                    channel.write(piece);
                }
                piece.limit(whole);
            }
        }
    }

    /** Since when results are written into it, if they are. */
    Optional<Trouble> used() {
        return used;
    }
}
