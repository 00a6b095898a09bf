package org.shutterline.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.spi.ServerStep.Send;

/**
 * What waits to be written to one peer, in order; each live picture only as long as no newer one is there. Owns the blobs
 * that it holds. Used by one thread at a time.
 */
final class Outbox {
    private static final int STAGE_BYTES = 16 * 1024;
    /** A larger heap buffer in one write would leave a copy of its size with the thread for good. */
    private static final int HEAP_SLICE_BYTES = 64 * 1024;

    private final Deque<Send> waiting = new ArrayDeque<>();
    private final Map<Integer, Send> newest = new LinkedHashMap<>();
    private final ByteBuffer staged = ByteBuffer.allocateDirect(STAGE_BYTES).limit(0);
    private final Deque<ByteBuffer> tail = new ArrayDeque<>();
    private final List<Blob> lent = new ArrayList<>();
    private final Consumer<Send> begun;
    private final LongConsumer changed;
    private final LongConsumer linesChanged;
    private volatile long bytes;
    private long textBytes;

    /**
     * @param begun told when the writing of something begins
     * @param changed told by how much {@link #bytes} changed
     * @param linesChanged told by how much {@link #textBytes} changed
     */
    Outbox(Consumer<Send> begun, LongConsumer changed, LongConsumer linesChanged) {
        this.begun = begun;
        this.changed = changed;
        this.linesChanged = linesChanged;
    }

    void add(Send send) {
        waiting.add(send);
        changeLines(send.text().length);
        change(size(send));
    }

    void addNewest(int slot, Send send) {
        dropNewest(slot);
        newest.put(slot, send);
    }

    void dropNewest(int slot) {
        Send older = newest.remove(slot);
        if (older != null) {
            older.blobs().forEach(Blob::close);
        }
    }

    /** All that the peer has yet to take, without live pictures that are not begun. Any thread may ask. */
    long bytes() {
        return bytes;
    }

    /** The lines among it that are not begun. For whoever uses it. */
    long textBytes() {
        return textBytes;
    }

    boolean isEmpty() {
        return bytes == 0 && newest.isEmpty();
    }

    /**
     * Writes until all is written or the channel takes no more.
     *
     * @param channel not blocking
     * @return how many bytes it took
     */
    long writeTo(GatheringByteChannel channel) throws IOException {
        long total = 0;
        while (begunRemains() || stage()) {
            long written = writeOnce(channel);
            if (written == 0) {
                return total;
            }
            total += written;
            change(-written);
            if (!begunRemains()) {
                giveBack();
            }
        }
        return total;
    }

    /** Drops all of it. */
    void clear() {
        giveBack();
        staged.limit(0);
        tail.clear();
        waiting.forEach(send -> send.blobs().forEach(Blob::close));
        waiting.clear();
        List.copyOf(newest.keySet()).forEach(this::dropNewest);
        changeLines(-textBytes);
        change(-bytes);
    }

    private void change(long by) {
        bytes += by;
        changed.accept(by);
    }

    private void changeLines(long by) {
        textBytes += by;
        linesChanged.accept(by);
    }

    private boolean begunRemains() {
        return staged.hasRemaining() || !tail.isEmpty();
    }

    private void giveBack() {
        lent.forEach(Blob::close);
        lent.clear();
    }

    /** Takes as many of the waiting as one write can carry, else one live picture; false if nothing waits. */
    private boolean stage() {
        staged.clear();
        for (Send next = waiting.peek(); next != null && fits(next); next = waiting.peek()) {
            waiting.remove();
            changeLines(-next.text().length);
            begin(next);
        }
        if (staged.position() == 0 && tail.isEmpty() && !newest.isEmpty()) {
            Send live = newest.remove(newest.keySet().iterator().next());
            change(size(live));
            begin(live);
        }
        staged.flip();
        return begunRemains();
    }

    private boolean fits(Send next) {
        return tail.isEmpty() && (staged.position() == 0 || next.text().length <= staged.remaining());
    }

    private void begin(Send send) {
        begun.accept(send);
        if (send.text().length <= staged.remaining()) {
            staged.put(send.text());
        } else {
            tail.add(ByteBuffer.wrap(send.text()));
        }
        for (Blob blob : send.blobs()) {
            lent.add(blob);
            ByteBuffer view = blob.bytes();
            if (view.hasRemaining()) {
                tail.add(view);
            }
        }
    }

    private long writeOnce(GatheringByteChannel channel) throws IOException {
        ByteBuffer head = tail.peek();
        if (head == null) {
            return channel.write(staged);
        }
        int limit = head.limit();
        if (!head.isDirect()) {
            head.limit(Math.min(limit, head.position() + HEAP_SLICE_BYTES));
        }
        long written = staged.hasRemaining() ? channel.write(new ByteBuffer[] {staged, head}) : channel.write(head);
        head.limit(limit);
        if (!head.hasRemaining()) {
            tail.remove();
        }
        return written;
    }

    private static long size(Send send) {
        long size = send.text().length;
        for (Blob blob : send.blobs()) {
            size += blob.bytes().remaining();
        }
        return size;
    }
}
