package org.shutterline.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: its thread waits for the socket and for the time, and lets its {@link Talk} do the rest. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Wire wire;
    private final Talk talk;
    private final Diary diary;
    private final Thread thread;
    private final Doorway.Place place;
    private final Patience patience;
    private final Runnable gone;
    private final Acknowledgement acknowledgement = new Acknowledgement();
    private volatile boolean leaving;

    /**
     * @param place given back as soon as it is told to leave
     * @param patience with a peer that has to log in
     * @param gone told when nothing of the connection is left, on its thread
     */
    Session(
            Wire wire,
            Talk talk,
            Diary diary,
            String threadName,
            Doorway.Place place,
            Patience patience,
            Runnable gone) {
        this.wire = wire;
        this.talk = talk;
        this.diary = diary;
        this.place = place;
        this.patience = patience;
        this.gone = gone;
        this.thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    PeerStatus status() {
        return diary.status(talk.bytesWaiting());
    }

    Peer peer() {
        return diary.peer();
    }

    /** No more is read; what is owed is sent. */
    void endInput() {
        talk.endInput();
    }

    /** The same, unless the peer is told of results that it did not ask for: then it goes on. */
    void endInputUnlessFollowing() {
        talk.endInputUnlessFollowing();
    }

    /** What waits without a line end for so long is a line from now on. */
    void endBySilence(int silenceMs) {
        talk.endBySilence(silenceMs);
    }

    /** Closed at once. */
    void cut(ClosedBy by) {
        leaving = true;
        place.giveBack();
        talk.cut(by);
    }

    /** Whether nothing came since something was sent. */
    boolean isUnheard() {
        return wire.isUnheard();
    }

    /** One look, by one thread: whether its other end acknowledges nothing any more of what is on its way to it. */
    boolean isLost(OptionalLong onTheirWay) {
        return acknowledgement.isMissing(wire.sent(), wire.isUnheard() ? onTheirWay : OptionalLong.empty());
    }

    /** Whether it was told to close at once, and only has not gone yet. */
    boolean isLeaving() {
        return leaving;
    }

    /** When it logged in, by {@link System#nanoTime()}; empty if it did not. */
    OptionalLong loggedInNanos() {
        return diary.loggedInNanos();
    }

    /** Whether it still has to log in, or has not agreed on TLS yet. */
    boolean isStranger() {
        return diary.peer().rights().isNone() || !wire.isAgreed();
    }

    Newcomer.Guest guest() {
        return new Newcomer.Guest(peer(), isStranger());
    }

    private void run() {
        diary.opened();
        ClosedBy by = ClosedBy.INTERNAL_ERROR;
        try {
            by = serveRegistered();
        } catch (RuntimeException | Error mistake) {
            LOG.error("connection {} failed", diary.peer().shown(), mistake);
        } finally {
            leave(by);
        }
    }

    private ClosedBy serveRegistered() {
        Engine.Registration registration = talk.open();
        try {
            serve();
            return ClosedBy.DIALECT;
        } catch (IOException reset) {
            LOG.debug("connection {}: {}", diary.peer().shown(), reset.toString());
            return ClosedBy.of(reset);
        } finally {
            registration.close();
        }
    }

    private void serve() throws IOException {
        talk.settle();
        while (!talk.isOver()) {
            boolean stranger = isStranger();
            long planned = talk.plannedNanos();
            wire.await(talk.plannedOperations(), stranger ? Math.min(planned, patience.leftNanos()) : planned);
            if (wire.readable()) {
                read();
            }
            talk.settle();
            if (stranger && isStranger() && patience.over().isPresent()) {
                talk.losePatience(patience.over().get());
                talk.settle();
            }
        }
    }

    private void read() throws IOException {
        ByteBuffer bytes = wire.read();
        if (bytes.hasRemaining()) {
            patience.received(bytes.remaining());
            talk.received(bytes, System.nanoTime());
        }
        if (wire.ended()) {
            talk.inputEnded();
        }
    }

    private void leave(ClosedBy by) {
        ClosedBy closedBy = talk.end(by);
        try {
            if (closedBy == ClosedBy.STALL || closedBy == ClosedBy.LOST) {
                wire.forgetUnsent();
            }
            wire.close();
        } catch (IOException late) {
            LOG.debug("connection {}: {}", diary.peer().shown(), late.toString());
        }
        place.giveBack();
        diary.closed(closedBy);
        gone.run();
    }
}
