package org.shutterline.server.camera.video;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers when packets arrived, for the frames that a decoder makes of them, perhaps later. When a packet was read is
 * known, but it may have lain in a buffer until then, because this computer or the network stood still. So where a packet
 * comes out of the stream's rhythm it is taken for as old as it may be. Used by one thread.
 */
final class ArrivalBook {
    /** A read that took longer has waited for its packet: so it had not arrived before. */
    private static final long WAITED_NANOS = 1_000_000;

    /** More frames than any decoder holds back. */
    private static final int MOST_FRAMES = 64;

    private static final int RHYTHM_OF = 15;
    private static final int FEWEST_FOR_RHYTHM = 5;

    private final Map<Long, Long> arrivals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_FRAMES;
        }
    };

    private final Deque<Long> gaps = new ArrayDeque<>();
    private long lastRead;

    /** The buffers were empty then, so all that is read later arrived later. */
    private long lastEmpty;

    /** @param openedNanos nothing arrived before */
    ArrivalBook(long openedNanos) {
        this.lastRead = openedNanos;
        this.lastEmpty = openedNanos;
    }

    /**
     * A packet was read.
     *
     * @param stamp that of the frame in it
     */
    void read(long stamp, long beganNanos, long endedNanos) {
        long gap = endedNanos - lastRead;
        if (endedNanos - beganNanos >= WAITED_NANOS) {
            lastEmpty = Math.max(lastEmpty, emptyAt(gap, beganNanos, endedNanos));
            remember(gap);
        }
        lastRead = endedNanos;
        arrivals.put(stamp, lastEmpty);
    }

    /** When the frame with this stamp had arrived, at the earliest. */
    long of(long stamp) {
        Long known = arrivals.get(stamp);
        if (known != null) {
            return known;
        }
        return arrivals.values().stream().findFirst().orElse(lastEmpty);
    }

    /**
     * A packet that is late may have come in time and been read late; one that is early may be one of many that piled up,
     * with this thread halted while it read.
     */
    private long emptyAt(long gap, long beganNanos, long endedNanos) {
        if (gaps.size() < FEWEST_FOR_RHYTHM) {
            return beganNanos;
        }
        long usual = gaps.stream().sorted().skip(gaps.size() / 2).findFirst().orElseThrow();
        if (gap < usual / 2) {
            return lastEmpty;
        }
        return gap > usual + usual / 2 ? beganNanos : endedNanos;
    }

    private void remember(long gap) {
        gaps.addLast(gap);
        if (gaps.size() > RHYTHM_OF) {
            gaps.removeFirst();
        }
    }
}
