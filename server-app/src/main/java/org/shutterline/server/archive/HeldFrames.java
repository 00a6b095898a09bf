package org.shutterline.server.archive;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Blob;
import org.shutterline.server.spi.Frame;

/** Owns the frames that wait to be written, and the newest of those that are. Bounded; safe for all threads. */
final class HeldFrames {
    private final PictureMemory memory;
    private final Map<Long, Frame> waiting = new LinkedHashMap<>();
    private final Map<Long, Frame> written = new LinkedHashMap<>();
    private long waitingBytes;
    private long writtenBytes;

    HeldFrames(PictureMemory memory) {
        this.memory = memory;
    }

    /** Takes the frame over, if there is room for one more that waits. */
    synchronized boolean hold(long id, Frame frame) {
        if (waiting.size() >= memory.waitingPictures() || waitingBytes + frame.bytes() > memory.waitingBytes()) {
            return false;
        }
        waiting.put(id, frame);
        waitingBytes += frame.bytes();
        return true;
    }

    /** It is written: stays at hand until newer ones need the room. */
    synchronized void written(long id) {
        Frame frame = waiting.remove(id);
        waitingBytes -= frame.bytes();
        written.put(id, frame);
        writtenBytes += frame.bytes();
        Iterator<Frame> oldest = written.values().iterator();
        while (writtenBytes > memory.recentBytes() && oldest.hasNext()) {
            Frame gone = oldest.next();
            oldest.remove();
            writtenBytes -= gone.bytes();
            gone.close();
        }
    }

    /** It will not be written. */
    synchronized void drop(long id) {
        Frame frame = waiting.remove(id);
        if (frame != null) {
            waitingBytes -= frame.bytes();
            frame.close();
        }
    }

    /** Its file had to go: it is not shown from memory either. */
    synchronized void forget(long id) {
        Frame frame = written.remove(id);
        if (frame != null) {
            writtenBytes -= frame.bytes();
            frame.close();
        }
    }

    /** A frame that waits; valid until {@link #written} or {@link #drop}. */
    synchronized Optional<Frame> waiting(long id) {
        return Optional.ofNullable(waiting.get(id));
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** Lends a picture that is still in memory. */
    synchronized Optional<Lent> lend(long id) {
        Frame frame = waiting.get(id);
        return frame == null ? lendWritten(id) : Optional.of(lent(frame));
    }

    /** Lends a picture whose file is written, so that its result is known to be safe. */
    synchronized Optional<Lent> lendWritten(long id) {
        return Optional.ofNullable(written.get(id)).map(HeldFrames::lent);
    }

    private static Lent lent(Frame frame) {
        return new Lent(frame, frame.lend());
    }

    /** The lowest id that waits, or the given one if none is lower. */
    synchronized long lowestWaiting(long otherwise) {
        return waiting.keySet().stream().mapToLong(Long::longValue).reduce(otherwise, Math::min);
    }

    synchronized void close() {
        waiting.values().forEach(Frame::close);
        written.values().forEach(Frame::close);
        waiting.clear();
        written.clear();
    }

    /**
     * A picture in memory.
     *
     * @param frame tells size and format; its pixels are read through the blob alone
     * @param blob whoever gets it closes it
     */
    record Lent(Frame frame, Blob blob) {}
}
