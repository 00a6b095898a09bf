package org.shutterline.server.net;

import java.util.Map;

/** The limits of one server, and how much of them is taken. Shared by all its listeners. Thread-safe. */
public final class Bounds {
    private final Limits limits;
    private final LimitsHit hits = new LimitsHit();
    private final Doorway doorway;
    private final Backlog backlog;
    private final PictureRoom pictures;

    public Bounds(Limits limits) {
        this.limits = limits;
        this.doorway = new Doorway(limits, System::nanoTime);
        this.backlog = new Backlog(limits.outputTogetherBytes(), hits);
        this.pictures = new PictureRoom(limits.picturesAtOnce());
    }

    public Limits limits() {
        return limits;
    }

    /**
     * A limit was hit that is none of the wire.
     *
     * @param who hit it
     */
    public void hit(Limit limit, String who) {
        hits.count(limit, who);
    }

    /** How often each limit was hit since the start. */
    public Map<Limit, Long> hit() {
        return hits.counts();
    }

    /** How many are connected. */
    public int connections() {
        return doorway.inside();
    }

    /** What waits for all of them, in bytes. */
    public long outputBytes() {
        return backlog.bytes();
    }

    LimitsHit hits() {
        return hits;
    }

    Doorway doorway() {
        return doorway;
    }

    Backlog backlog() {
        return backlog;
    }

    PictureRoom pictures() {
        return pictures;
    }
}
