package org.shutterline.protocol.line;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into lines that end in CR, LF, CRLF or NUL, in any mix; the same lines for any cutting. An LF
 * directly after a CR that ended a line belongs to that CR, whenever it comes.
 *
 * <p>After each {@link #add} call {@link #settle} and then {@link #next} until it is empty. Used by one thread at a time.
 */
public final class LineFramer {
    private static final int FIRST_CAPACITY = 256;

    private int maxBytes;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int start;
    private int scanned;
    private int end;
    private boolean crOpen;
    private boolean crIsWhole;
    private boolean tooLong;
    private long firstByteNanos;
    private long lastByteNanos;

    /** @param maxBytes the longest line without its end */
    public LineFramer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** From now on another longest line, in bytes. */
    public void limitTo(int bytes) {
        maxBytes = bytes;
    }

    /** From now on an LF after a CR is a byte of its own, as it must be where other bytes than lines follow. */
    public void crIsWhole() {
        crIsWhole = true;
    }

    /**
     * Takes all bytes from position to limit. After a line that was too long they are dropped.
     *
     * @param nowNanos when they came
     */
    public void add(ByteBuffer bytes, long nowNanos) {
        int count = bytes.remaining();
        if (count == 0 || tooLong) {
            return;
        }
        makeRoom(count);
        if (start == end) {
            firstByteNanos = nowNanos;
        }
        lastByteNanos = nowNanos;
        bytes.get(buffer, end, count);
        end += count;
    }

    /**
     * What the last line really ended in, once the byte after its CR has come: CR or CRLF. Empty if that is known already
     * or not yet.
     */
    public Optional<LineEnd> settle() {
        if (!crOpen || start == end) {
            return Optional.empty();
        }
        crOpen = false;
        if (buffer[start] != '\n') {
            return Optional.of(LineEnd.CR);
        }
        consumeTo(start + 1);
        return Optional.of(LineEnd.CRLF);
    }

    /** The last line ended in a CR, and the byte after it has not come. */
    public boolean isCrOpen() {
        return crOpen;
    }

    /** The next whole line, empty ones too. */
    public Optional<Line> next() {
        settle();
        for (int i = scanned; i < end; i++) {
            byte b = buffer[i];
            if (b == '\n' || b == '\r' || b == 0) {
                return i - start > maxBytes ? giveUp() : Optional.of(cut(i, b));
            }
        }
        scanned = end;
        return end - start > maxBytes ? giveUp() : Optional.empty();
    }

    /** What waits becomes a line, because nothing came for long enough. Empty if nothing waits. */
    public Optional<Line> silence() {
        if (next().isPresent()) {
            throw new IllegalStateException("a whole line waits");
        }
        if (start == end) {
            return Optional.empty();
        }
        Line line = new Line(Arrays.copyOfRange(buffer, start, end), LineEnd.SILENCE);
        consumeTo(end);
        return Optional.of(line);
    }

    /**
     * Moves bytes out as they are, without looking for line ends.
     *
     * @return how many, 0 to {@code length}
     */
    public int read(byte[] target, int offset, int length) {
        settle();
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, count);
        consumeTo(start + count);
        return count;
    }

    /** A line passed the limit; nothing more will come out. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** How many bytes wait. */
    public int waiting() {
        return end - start;
    }

    /** A copy of the first bytes that wait, at most {@code count}. */
    public byte[] peek(int count) {
        return Arrays.copyOfRange(buffer, start, start + Math.min(count, end - start));
    }

    /** When the first byte came of what waits after all whole lines were taken. */
    public long firstByteNanos() {
        return firstByteNanos;
    }

    /** When a byte last came. */
    public long lastByteNanos() {
        return lastByteNanos;
    }

    /** Drops what waits. */
    public void clear() {
        consumeTo(end);
    }

    private Line cut(int at, byte endByte) {
        byte[] bytes = Arrays.copyOfRange(buffer, start, at);
        LineEnd lineEnd = endByte == '\n' ? LineEnd.LF : endByte == 0 ? LineEnd.NUL : LineEnd.CR;
        int after = at + 1;
        if (lineEnd == LineEnd.CR) {
            crOpen = after == end && !crIsWhole;
            if (after < end && !crIsWhole && buffer[after] == '\n') {
                lineEnd = LineEnd.CRLF;
                after++;
            }
        }
        consumeTo(after);
        return new Line(bytes, lineEnd);
    }

    private Optional<Line> giveUp() {
        tooLong = true;
        clear();
        buffer = new byte[0];
        start = 0;
        scanned = 0;
        end = 0;
        return Optional.empty();
    }

    private void consumeTo(int position) {
        start = position;
        scanned = position;
        firstByteNanos = lastByteNanos;
        if (start == end) {
            start = 0;
            scanned = 0;
            end = 0;
        }
    }

    private void makeRoom(int count) {
        if (buffer.length - end >= count) {
            return;
        }
        int kept = end - start;
        byte[] target = kept + count <= buffer.length ? buffer : new byte[capacityFor(kept + count)];
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        scanned -= start;
        start = 0;
        end = kept;
    }

    private static int capacityFor(int bytes) {
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(bytes, Math.max(FIRST_CAPACITY, bytes * 3L / 2)));
    }
}
