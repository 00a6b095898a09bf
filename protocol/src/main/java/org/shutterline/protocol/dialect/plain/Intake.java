package org.shutterline.protocol.dialect.plain;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.line.LineFramer;

/**
 * What a peer sent and was not yet read as lines, and until when it may wait. Times are nanoseconds and compared by their
 * difference. Used by the conversation's thread.
 */
final class Intake {
    static final int MAX_LINE_BYTES = 4_096;
    private static final long MS = 1_000_000L;
    private static final long SHOWN_AFTER = 1_000 * MS;
    private static final long ENDED_WITHIN = 30_000 * MS;
    private static final byte TLS_HANDSHAKE = 0x16;
    private static final byte TLS_MAJOR = 0x03;
    private static final String HTTP = "HTTP/1.";

    private final LineFramer framer = new LineFramer(MAX_LINE_BYTES);
    private final long silenceNanos;
    private boolean begun;
    private boolean lineSeen;
    private boolean shown;
    private Optional<Long> resumed = Optional.empty();

    /** @param silenceMs 0 is off */
    Intake(int silenceMs) {
        this.silenceNanos = silenceMs * MS;
    }

    void add(ByteBuffer bytes, long nowNanos) {
        framer.add(bytes, nowNanos);
        if (framer.firstByteNanos() == nowNanos) {
            resumed = Optional.empty();
        }
    }

    /** Bytes are read again after the peer was made to wait, so what it began is not late. */
    void resumed(long nowNanos) {
        resumed = Optional.of(nowNanos);
    }

    /** See {@link LineFramer#settle()}. */
    Optional<LineEnd> settle() {
        return framer.settle();
    }

    boolean isCrOpen() {
        return framer.isCrOpen();
    }

    /** The first bytes of the connection are those of a TLS hello. */
    boolean isTls() {
        if (begun) {
            return false;
        }
        byte[] first = framer.peek(2);
        begun = first.length == 2 || first.length == 1 && first[0] != TLS_HANDSHAKE;
        return first.length == 2 && first[0] == TLS_HANDSHAKE && first[1] == TLS_MAJOR;
    }

    /** Whether this is the first line that is not empty, and ends as a request of HTTP does. */
    boolean isHttp(Line line) {
        boolean first = !lineSeen;
        lineSeen = true;
        byte[] bytes = line.bytes();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == ' ') {
            end--;
        }
        int from = end - HTTP.length() - 1;
        if (!first || from < 0 || !PlainGrammar.isDigit(bytes[end - 1])) {
            return false;
        }
        for (int i = 0; i < HTTP.length(); i++) {
            if (bytes[from + i] != HTTP.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    Optional<Line> next() {
        Optional<Line> line = framer.next();
        if (line.isPresent()) {
            begun = true;
            shown = false;
            resumed = Optional.empty();
        }
        return line;
    }

    boolean isTooLong() {
        return framer.isTooLong();
    }

    void clear() {
        framer.clear();
    }

    /** The waiting bytes as a line, if they have waited long enough and the settings say so. */
    Optional<Line> silence(long nowNanos) {
        if (silenceNanos == 0 || isEmpty() || nowNanos - framer.lastByteNanos() < silenceNanos) {
            return Optional.empty();
        }
        begun = true;
        shown = false;
        return framer.silence();
    }

    /** What has waited so long for an end that people should see it; only once. */
    Optional<byte[]> unended(long nowNanos) {
        if (silenceNanos > 0 || shown || isEmpty() || nowNanos - firstByteNanos() < SHOWN_AFTER) {
            return Optional.empty();
        }
        shown = true;
        return Optional.of(framer.peek(MAX_LINE_BYTES));
    }

    /** A line was begun and not ended in time. */
    boolean isOverdue(long nowNanos) {
        return !isEmpty() && nowNanos - firstByteNanos() >= ENDED_WITHIN;
    }

    /** When one of these has to be asked again. */
    OptionalLong dueAt() {
        if (isEmpty()) {
            return OptionalLong.empty();
        }
        long due = firstByteNanos() + ENDED_WITHIN;
        if (silenceNanos > 0) {
            due = earlier(due, framer.lastByteNanos() + silenceNanos);
        } else if (!shown) {
            due = earlier(due, firstByteNanos() + SHOWN_AFTER);
        }
        return OptionalLong.of(due);
    }

    static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    private long firstByteNanos() {
        return resumed.orElseGet(framer::firstByteNanos);
    }

    private boolean isEmpty() {
        return framer.waiting() == 0;
    }
}
