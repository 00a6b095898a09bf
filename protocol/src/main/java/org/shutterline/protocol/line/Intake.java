package org.shutterline.protocol.line;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a peer sent and was not yet read as lines, and until when it may wait. Times are nanoseconds and compared by their
 * difference. Used by the conversation's thread.
 */
public final class Intake {
    private static final long MS = 1_000_000L;
    private static final long SHOWN_AFTER = 1_000 * MS;
    private static final byte TLS_HANDSHAKE = 0x16;
    private static final byte TLS_MAJOR = 0x03;
    private static final byte TELNET_IAC = (byte) 0xFF;
    private static final byte TELNET_LEAST = (byte) 0xFA;
    private static final String HTTP = "HTTP/1.";

    private final LineFramer framer;
    private int lineBytes;
    private long endedWithin;
    private long silenceNanos;
    private boolean begun;
    private boolean telnetSeen;
    private boolean lineSeen;
    private boolean shown;
    private Optional<Long> resumed = Optional.empty();

    /**
     * @param silenceMs after how many ms without a byte what waits is a line; 0 is never
     * @param lineBytes the longest line without its end
     * @param lineMs within which a line must end after its first byte
     */
    public Intake(int silenceMs, int lineBytes, int lineMs) {
        this.silenceNanos = silenceMs * MS;
        this.framer = new LineFramer(lineBytes);
        this.lineBytes = lineBytes;
        this.endedWithin = lineMs * MS;
    }

    /** From now on lines may have so many bytes without their end, and must end so many ms after their first byte. */
    public void limitTo(int bytes, int ms) {
        lineBytes = bytes;
        endedWithin = ms * MS;
        framer.limitTo(bytes);
    }

    /** From now on another silence ends a line. */
    public void endBySilence(int silenceMs) {
        silenceNanos = silenceMs * MS;
    }

    /** @param bytes all from position to limit */
    public void add(ByteBuffer bytes, long nowNanos) {
        framer.add(bytes, nowNanos);
        if (framer.firstByteNanos() == nowNanos) {
            resumed = Optional.empty();
        }
    }

    /** Bytes are read again after the peer was made to wait, so what it began is not late. */
    public void resumed(long nowNanos) {
        resumed = Optional.of(nowNanos);
    }

    /** See {@link LineFramer#settle()}. */
    public Optional<LineEnd> settle() {
        return framer.settle();
    }

    /** See {@link LineFramer#isCrOpen()}. */
    public boolean isCrOpen() {
        return framer.isCrOpen();
    }

    /** The first bytes that wait are a command of telnet (RFC 854); told once. */
    public boolean isTelnet() {
        byte[] first = framer.peek(2);
        boolean told = !telnetSeen
                && first.length == 2
                && first[0] == TELNET_IAC
                && first[1] >= TELNET_LEAST
                && first[1] != TELNET_IAC;
        telnetSeen |= told;
        return told;
    }

    /** The first bytes of the connection are those of a TLS hello. */
    public boolean isTls() {
        if (begun) {
            return false;
        }
        byte[] first = framer.peek(2);
        begun = first.length == 2 || first.length == 1 && first[0] != TLS_HANDSHAKE;
        return first.length == 2 && first[0] == TLS_HANDSHAKE && first[1] == TLS_MAJOR;
    }

    /** Whether this is the first line that is not empty, and ends as a request of HTTP does. */
    public boolean isHttp(Line line) {
        boolean first = !lineSeen;
        lineSeen = true;
        byte[] bytes = line.bytes();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == ' ') {
            end--;
        }
        int from = end - HTTP.length() - 1;
        if (!first || from < 0 || bytes[end - 1] < '0' || bytes[end - 1] > '9') {
            return false;
        }
        for (int i = 0; i < HTTP.length(); i++) {
            if (bytes[from + i] != HTTP.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next whole line, empty ones too. */
    public Optional<Line> next() {
        Optional<Line> line = framer.next();
        if (line.isPresent()) {
            begun = true;
            shown = false;
            resumed = Optional.empty();
        }
        return line;
    }

    /** A line was longer than it may be; nothing more will come out. */
    public boolean isTooLong() {
        return framer.isTooLong();
    }

    /** Drops what waits. */
    public void clear() {
        shown = false;
        framer.clear();
    }

    /** The waiting bytes as a line, if they have waited long enough and the settings say so. */
    public Optional<Line> silence(long nowNanos) {
        if (silenceNanos == 0 || isEmpty() || nowNanos - framer.lastByteNanos() < silenceNanos) {
            return Optional.empty();
        }
        begun = true;
        shown = false;
        return framer.silence();
    }

    /** After how many ns without a byte what waits is a line; 0 is never. */
    public long silenceNanos() {
        return silenceNanos;
    }

    /** What has waited so long for an end that people should see it; only once. */
    public Optional<byte[]> unended(long nowNanos) {
        if (silenceNanos > 0 || shown || isEmpty() || nowNanos - firstByteNanos() < SHOWN_AFTER) {
            return Optional.empty();
        }
        shown = true;
        return Optional.of(framer.peek(lineBytes));
    }

    /** A line was begun and not ended in time. */
    public boolean isOverdue(long nowNanos) {
        return !isEmpty() && nowNanos - firstByteNanos() >= endedWithin;
    }

    /** When one of these has to be asked again. */
    public OptionalLong dueAt() {
        if (isEmpty()) {
            return OptionalLong.empty();
        }
        long due = firstByteNanos() + endedWithin;
        if (silenceNanos > 0) {
            due = earlier(due, framer.lastByteNanos() + silenceNanos);
        } else if (!shown) {
            due = earlier(due, firstByteNanos() + SHOWN_AFTER);
        }
        return OptionalLong.of(due);
    }

    /** The one of two times that comes first. */
    public static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    /** How many bytes wait. */
    public int waiting() {
        return framer.waiting();
    }

    private long firstByteNanos() {
        return resumed.orElseGet(framer::firstByteNanos);
    }

    private boolean isEmpty() {
        return framer.waiting() == 0;
    }
}
