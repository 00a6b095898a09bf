package org.shutterline.protocol.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.spi.ServerStep;

/**
 * Keeps two writes apart, so that a peer that reads whatever is there gets one of them. A write that answers what came
 * since the write before needs no gap: its peer has read that one.
 */
final class Pace {
    private static final long MS = 1_000_000L;

    private final long gapNanos;
    private final Deque<ServerStep.Send> waiting = new ArrayDeque<>();
    private boolean free = true;
    private long lastNanos;

    Pace(int gapMs) {
        this.gapNanos = gapMs * MS;
    }

    /** A line came from the peer, in bytes of their own. */
    void heard() {
        free = true;
    }

    void add(ServerStep.Send send) {
        waiting.add(send);
    }

    /** Hands out what may be written now. */
    void take(long nowNanos, List<ServerStep> steps) {
        while (!waiting.isEmpty() && (free || nowNanos - lastNanos >= gapNanos)) {
            steps.add(waiting.remove());
            lastNanos = nowNanos;
            free = gapNanos == 0;
        }
    }

    OptionalLong dueAt() {
        return waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(lastNanos + gapNanos);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives back what will never be written. */
    void drop() {
        waiting.forEach(send -> send.blobs().forEach(Blob::close));
        waiting.clear();
    }
}
