package org.shutterline.protocol.dialect.plain;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.line.LineEnd;

/**
 * Tells CR from CRLF when only the CR has come. The first CR of a connection holds what is written back for a moment;
 * later ones count as the first did until the next byte shows otherwise. Used by the conversation's thread.
 */
final class LineEnds {
    private static final long HOLD_NANOS = 20_000_000L;

    private final Outlet outlet;
    private final boolean matters;
    private Optional<LineEnd> firstCr = Optional.empty();
    private Optional<ReplyEnd> open = Optional.empty();
    private boolean openIsFirst;
    private long holdUntil;

    /** @param matters false if the settings fix the end of every reply */
    LineEnds(Outlet outlet, boolean matters) {
        this.outlet = outlet;
        this.matters = matters;
    }

    /**
     * A line was read.
     *
     * @param crOpen it ended in a CR and the next byte has not come
     * @param request it is not empty, so that a reply will be written
     */
    ReplyEnd read(LineEnd end, boolean crOpen, boolean request, long nowNanos) {
        if (end != LineEnd.CR && end != LineEnd.CRLF) {
            return new ReplyEnd(end);
        }
        if (!crOpen) {
            firstCr = firstCr.or(() -> Optional.of(end));
            return new ReplyEnd(end);
        }
        ReplyEnd unsure = new ReplyEnd(firstCr.orElse(LineEnd.CR));
        open = Optional.of(unsure);
        openIsFirst = firstCr.isEmpty();
        if (openIsFirst && request && matters) {
            outlet.hold();
            holdUntil = nowNanos + HOLD_NANOS;
        }
        return unsure;
    }

    /** The byte after an open CR came, and shows what the line ended in. */
    void settle(LineEnd real) {
        open.ifPresent(end -> end.settle(real));
        if (openIsFirst) {
            firstCr = Optional.of(real);
        }
        open = Optional.empty();
        openIsFirst = false;
        outlet.release();
    }

    /** Nothing more will come, or not in time: what is open counts as a CR for now. */
    void giveUp() {
        if (outlet.isHolding()) {
            firstCr = Optional.of(LineEnd.CR);
            outlet.release();
        }
    }

    void woken(long nowNanos) {
        if (nowNanos - holdUntil >= 0) {
            giveUp();
        }
    }

    OptionalLong dueAt() {
        return outlet.isHolding() ? OptionalLong.of(holdUntil) : OptionalLong.empty();
    }
}
