package org.shutterline.server.net;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits for all peers together. When it is too much, the one for whom most waits is given up: whoever takes what it asks
 * for is not harmed by those who do not. Thread-safe.
 */
final class Backlog {
    /** Of the memory that there is, lines may take so much; pictures are not kept in it. */
    private static final int SHARE_OF_HEAP = 4;

    private final long mostBytes;
    private final long mostLineBytes;
    private final LimitsHit hits;
    private final Set<Talk> talks = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lineBytes = new AtomicLong();

    /** @param mostBytes of lines and pictures */
    Backlog(long mostBytes, LimitsHit hits) {
        this(mostBytes, Math.min(mostBytes, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), hits);
    }

    Backlog(long mostBytes, long mostLineBytes, LimitsHit hits) {
        this.mostBytes = mostBytes;
        this.mostLineBytes = mostLineBytes;
        this.hits = hits;
    }

    void begin(Talk talk) {
        talks.add(talk);
    }

    void end(Talk talk) {
        talks.remove(talk);
    }

    /** So much more waits for somebody, or less if it is below 0. */
    void changed(long by) {
        if (bytes.addAndGet(by) > mostBytes && by > 0) {
            giveUpTheOneWithMost();
        }
    }

    /** The same of lines alone. */
    void linesChanged(long by) {
        if (lineBytes.addAndGet(by) > mostLineBytes && by > 0) {
            giveUpTheOneWithMost();
        }
    }

    private void giveUpTheOneWithMost() {
        talks.stream().max(Comparator.comparingLong(Talk::bytesWaiting)).ifPresent(this::giveUp);
    }

    /** Until it is gone it is still the one for whom most waits, and nobody else is given up. */
    private void giveUp(Talk talk) {
        if (!talk.isCut()) {
            hits.count(Limit.OUTPUT_TOGETHER, talk.peer().shown());
            talk.cut(ClosedBy.OVERFLOW);
        }
    }

    long bytes() {
        return bytes.get();
    }
}
