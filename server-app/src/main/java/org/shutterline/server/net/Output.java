package org.shutterline.server.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import org.shutterline.protocol.spi.ServerStep;

/** What is written to one peer, and how the connection ends. Used by whoever has the turn; some may be read by any thread. */
final class Output {
    private enum Phase {
        TALKING,
        /** Nothing more goes into the conversation; what is to be sent is sent. */
        SENDING_REST,
        /** The output is shut; what still comes is dropped for a while. */
        DRAINING,
        OVER
    }

    /** Above this many bytes of lines no more is read from a peer until it has taken some. */
    private static final long READ_LIMIT_BYTES = 1 << 20;

    private final Wire wire;
    private final Diary diary;
    private final Bounds bounds;
    private final long stallNanos;
    private final Outbox outbox;
    private final PictureRate rate;
    private volatile Phase phase = Phase.TALKING;
    private ClosedBy closedBy = ClosedBy.DIALECT;
    private boolean inputEnded;
    private int drainMs;
    private long drainUntilNanos;
    private boolean waits;
    private long lastProgressNanos = System.nanoTime();

    Output(Wire wire, Diary diary, Bounds bounds) {
        this.wire = wire;
        this.diary = diary;
        this.bounds = bounds;
        this.stallNanos = bounds.limits().writeTime().toNanos();
        this.rate = new PictureRate(bounds.limits().writeTime(), bounds.limits().pictureBytesASecond());
        this.outbox = new Outbox(diary::sent, bounds.backlog()::changed, bounds.backlog()::linesChanged);
    }

    void add(ServerStep.Send send, long nowNanos) {
        diary.answering(nowNanos);
        outbox.add(send);
        if (outbox.textBytes() > bounds.limits().outputBytes() && !isOver()) {
            bounds.hits().count(Limit.OUTPUT, diary.peer().shown());
            over(ClosedBy.OVERFLOW);
        }
    }

    void addNewest(ServerStep.SendNewest newest) {
        outbox.addNewest(newest.slot(), newest.send());
    }

    void dropNewest(int slot) {
        outbox.dropNewest(slot);
    }

    /** Writes what the socket takes at once. */
    void write() {
        if (isOver() || isAllSent()) {
            return;
        }
        try {
            long taken = wire.write(outbox);
            rate.taken(taken);
            if (taken > 0 || !waits) {
                lastProgressNanos = System.nanoTime();
            }
            waits = !isAllSent();
            if (!waits) {
                rate.rest();
            }
        } catch (IOException gone) {
            over(ClosedBy.of(gone));
        }
    }

    /** The peer sends no more. */
    void inputEnded() {
        inputEnded = true;
        if (phase == Phase.DRAINING) {
            over(closedBy);
        }
    }

    boolean isInputEnded() {
        return inputEnded;
    }

    /** It will be closed for this; what is owed is still sent. */
    void closesBy(ClosedBy by) {
        closedBy = by;
    }

    /** Nothing more goes in; all that waits is sent, then it is closed. */
    void closeWhenSent(int drainForMs) {
        drainMs = drainForMs;
        phase = Phase.SENDING_REST;
    }

    void overByDialect() {
        over(closedBy);
    }

    void over(ClosedBy by) {
        if (!isOver()) {
            phase = Phase.OVER;
            closedBy = by;
        }
    }

    ClosedBy closedBy() {
        return closedBy;
    }

    /** Drops what was not written. */
    void clear() {
        outbox.clear();
    }

    /** Any thread. */
    boolean isTalking() {
        return phase == Phase.TALKING;
    }

    /** Any thread. */
    boolean isOver() {
        return phase == Phase.OVER;
    }

    /** Any thread. */
    long bytesWaiting() {
        return outbox.bytes();
    }

    /**
     * The owner: does what is due.
     *
     * @param picture the number of the asked picture that is being sent, 0 for none
     */
    void passTime(long nowNanos, long picture) {
        if (!isOver() && !isAllSent()) {
            giveUpIfSlow(nowNanos, picture);
        }
        if (phase == Phase.SENDING_REST && isAllSent()) {
            startDraining(nowNanos);
        }
        if (phase == Phase.DRAINING && nowNanos - drainUntilNanos >= 0) {
            over(closedBy);
        }
    }

    private void giveUpIfSlow(long nowNanos, long picture) {
        if (nowNanos - lastProgressNanos >= stallNanos) {
            bounds.hits().count(Limit.WRITE_TIME, diary.peer().shown());
            over(ClosedBy.STALL);
        } else if (rate.isTooLow(picture, nowNanos)) {
            bounds.hits().count(Limit.PICTURE_RATE, diary.peer().shown());
            over(ClosedBy.STALL);
        }
    }

    /** How long {@link #passTime} may be left alone, at most {@code atMost}. */
    long waitNanos(long nowNanos, long atMost) {
        long wait = atMost;
        if (!isAllSent()) {
            wait = rate.waitNanos(nowNanos, Math.min(wait, lastProgressNanos + stallNanos - nowNanos));
        }
        return phase == Phase.DRAINING ? Math.min(wait, drainUntilNanos - nowNanos) : wait;
    }

    /**
     * What the socket must be watched for.
     *
     * @param paused the conversation wants nothing to be read
     */
    int operations(boolean paused) {
        boolean full = outbox.textBytes() > READ_LIMIT_BYTES;
        boolean reads = !inputEnded && (!isTalking() || !paused && !full);
        return (reads ? SelectionKey.OP_READ : 0) | (outbox.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }

    /** Nothing waits, encrypted or not. */
    private boolean isAllSent() {
        return outbox.isEmpty() && !wire.mustWrite();
    }

    private void startDraining(long nowNanos) {
        try {
            wire.shutdownOutput();
            wire.dropInput();
            phase = inputEnded ? Phase.OVER : Phase.DRAINING;
            drainUntilNanos = nowNanos + drainMs * 1_000_000L;
        } catch (IOException gone) {
            over(ClosedBy.PEER);
        }
    }
}
