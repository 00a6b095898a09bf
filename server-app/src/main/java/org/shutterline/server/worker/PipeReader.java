package org.shutterline.server.worker;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Lines and bytes in turn, the bytes into memory outside the heap without a way round. Used by one thread. */
final class PipeReader {
    private static final int LONGEST_LINE_BYTES = 4 << 20;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024).limit(0);
    private ByteBuffer picture = ByteBuffer.allocateDirect(0);

    PipeReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The next line, without its end. */
    byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b = next(); b != '\n'; b = next()) {
            if (line.size() == LONGEST_LINE_BYTES) {
                throw new IOException("a line of more than " + LONGEST_LINE_BYTES + " bytes");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    private byte next() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            fill(buffer);
            buffer.flip();
        }
        return buffer.get();
    }

    /** The next so many bytes, in memory that is the caller's until the next call. */
    ByteBuffer bytes(int count) throws IOException {
        if (picture.capacity() < count) {
            picture = ByteBuffer.allocateDirect(count);
        }
        picture.clear().limit(count);
        int ahead = Math.min(count, buffer.remaining());
        picture.put(buffer.slice(buffer.position(), ahead));
        buffer.position(buffer.position() + ahead);
        while (picture.hasRemaining()) {
            fill(picture);
        }
        return picture.flip();
    }

    private void fill(ByteBuffer target) throws IOException {
        if (channel.read(target) < 0) {
            throw new EOFException("the pipe is closed");
        }
    }
}
