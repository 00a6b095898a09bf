package org.shutterline.server.net;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conversation, and whose turn it is to move it on. What comes from other threads is put into the inbox; whoever gets
 * the turn hands it in, carries out the steps and writes what the socket takes at once. So a thread that brings an event
 * writes it itself, without waking another, and never waits: if the turn is taken, the holder does it.
 *
 * <p>Only the connection's own thread (the owner) waits for the turn, and only it asks the engine: another that comes upon
 * an Ask leaves it and all after it to the owner. So no thread of the engine is ever called back into.
 */
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    private static final long LONG_NANOS = Long.MAX_VALUE / 4;

    private final ServerConversation conversation;
    private final boolean followsPictures;
    private final Wire wire;
    private final Diary diary;
    private final Surroundings surroundings;
    private final Queue<Input> inbox = new ConcurrentLinkedQueue<>();
    /** The live picture of each station that waits for its turn, which a newer one takes the place of. */
    private final Map<Integer, Event.LivePicture> newestLive = new ConcurrentHashMap<>();

    private final ReentrantLock turn = new ReentrantLock();
    private volatile Optional<ClosedBy> cut = Optional.empty();
    // all below belongs to whoever has the turn
    private final Output output;
    private final Steps steps;
    private int plannedOperations;
    private long plannedUntilNanos;

    Talk(ServerConversation conversation, Wire wire, Diary diary, Surroundings surroundings) {
        this.conversation = conversation;
        this.followsPictures = conversation.followsPictures();
        this.wire = wire;
        this.diary = diary;
        this.surroundings = surroundings;
        this.output = new Output(wire, diary, surroundings.bounds());
        this.steps = new Steps(conversation, output, diary, surroundings, this::take, wire::wake);
        conversation.keepTo(surroundings.bounds().limits().talk());
    }

    /** Something happened at a station. Any thread. */
    void happened(Event event) {
        if (event instanceof Event.PictureTaken && !followsPictures) {
            return;
        }
        if (event instanceof Event.LivePicture live) {
            Event.LivePicture older = newestLive.put(live.station(), live);
            if (older == null) {
                take(new Input.Newest(live.station(), newestLive));
            } else {
                older.picture().blob().close();
            }
        } else {
            take(new Input.Happened(event));
        }
    }

    /** No more is read; what is owed is sent, then it is closed. Any thread. */
    void endInput() {
        take((talk, now) -> {
            output.closesBy(ClosedBy.SERVER);
            return inputEnds(now);
        });
    }

    /** The same, unless the peer is told of results that it did not ask for: then it goes on. Any thread. */
    void endInputUnlessFollowing() {
        take((talk, now) -> {
            if (talk.followsResults()) {
                return List.of();
            }
            output.closesBy(ClosedBy.SERVER);
            return inputEnds(now);
        });
    }

    /** What waits without a line end for so long is a line from now on. Any thread. */
    void endBySilence(int silenceMs) {
        take((talk, now) -> talk.endBySilence(silenceMs, now));
    }

    /** Close now. Any thread. */
    void cut(ClosedBy by) {
        cut = Optional.of(by);
        wire.wake();
    }

    /** The peer did not log in as soon as it has to. Owner. */
    void losePatience(Limit by) {
        surroundings.bounds().hits().count(by, diary.peer().shown());
        surroundings.engine().refused(diary.peer(), Engine.Refusal.NO_LOGIN, "");
        cut(ClosedBy.NO_LOGIN);
    }

    /** Whether it was told to close. Any thread. */
    boolean isCut() {
        return cut.isPresent();
    }

    /** Any thread. */
    Peer peer() {
        return diary.peer();
    }

    /** Any thread. */
    long bytesWaiting() {
        return output.bytesWaiting();
    }

    /** Any thread. */
    boolean isOver() {
        return output.isOver();
    }

    /** Begins; what the engine tells meanwhile is handed in after the opening. Owner. */
    Engine.Registration open() {
        turn.lock();
        try {
            Engine.Registration registration = surroundings.engine().listen(diary.peer(), this::happened);
            surroundings.bounds().backlog().begin(this);
            steps.feed(ServerConversation::opened);
            return registration;
        } finally {
            turn.unlock();
        }
    }

    /** Bytes arrived, which are not kept. Owner. */
    void received(ByteBuffer bytes, long readAtNanos) {
        turn.lock();
        try {
            settle(true);
            steps.readAt(readAtNanos);
            steps.feedRead((talk, now) -> talk.received(bytes, now));
        } finally {
            turn.unlock();
        }
    }

    /** The peer will send no more. Owner. */
    void inputEnded() {
        turn.lock();
        try {
            settle(true);
            steps.feed((talk, now) -> inputEnds(now));
            output.inputEnded();
        } finally {
            turn.unlock();
        }
    }

    /** Carries out all there is to do, and what the time brings. Owner. */
    void settle() {
        do {
            turn.lock();
            try {
                settle(true);
                passTime();
                plannedOperations = output.operations(steps.isPaused());
                plannedUntilNanos = untilNanos();
            } finally {
                turn.unlock();
            }
        } while (!inbox.isEmpty());
    }

    /** What {@link #settle()} wants the socket to be watched for. Owner. */
    int plannedOperations() {
        return plannedOperations;
    }

    /** How long until {@link #settle()} must be called again. Owner. */
    long plannedNanos() {
        return plannedUntilNanos - System.nanoTime();
    }

    /** Drops all that is left; says what closed it. Owner. */
    ClosedBy end(ClosedBy by) {
        ClosedBy ended;
        turn.lock();
        try {
            output.over(by);
            settle(true);
            output.clear();
            steps.end();
            surroundings.bounds().backlog().end(this);
            conversation.closed();
            ended = output.closedBy();
        } finally {
            turn.unlock();
        }
        dropWhatCameMeanwhile();
        return ended;
    }

    /** Whoever put it into the inbox while the turn was taken leaves it to the one who had the turn. */
    private void dropWhatCameMeanwhile() {
        while (!inbox.isEmpty()) {
            turn.lock();
            try {
                settle(true);
            } finally {
                turn.unlock();
            }
        }
    }

    /** What goes wrong here is this connection's trouble and never that of the thread that brought the input. */
    private void take(Input input) {
        inbox.add(input);
        if (turn.isHeldByCurrentThread()) {
            return;
        }
        while (!inbox.isEmpty() && turn.tryLock()) {
            try {
                if (!settle(false)) {
                    wire.wake();
                    return;
                }
                wakeOwnerIfNeeded();
            } catch (RuntimeException | Error mistake) {
                LOG.error("connection {} failed", diary.peer().shown(), mistake);
                output.over(ClosedBy.INTERNAL_ERROR);
                wire.wake();
            } finally {
                turn.unlock();
            }
        }
    }

    /** Does all there is to do, in the order in which it came; false if there is something that only the owner may do. */
    private boolean settle(boolean owner) {
        do {
            boolean done = steps.carryOut(owner);
            for (Input next = done ? inbox.poll() : null; next != null; next = done ? inbox.poll() : null) {
                steps.feed(next);
                done = steps.carryOut(owner);
            }
            output.write();
            if (!done) {
                return false;
            }
        } while (steps.isWaiting());
        return true;
    }

    private void passTime() {
        cut.ifPresent(output::over);
        long now = System.nanoTime();
        if (output.isTalking() && dueNanos(now) <= 0) {
            steps.feed(ServerConversation::woken);
            settle(true);
        }
        output.passTime(now, steps.pictureOnItsWay());
    }

    private long untilNanos() {
        long now = System.nanoTime();
        long due = output.isTalking() ? dueNanos(now) : LONG_NANOS;
        return now + output.waitNanos(now, Math.min(due, LONG_NANOS));
    }

    private long dueNanos(long now) {
        OptionalLong wakeAt = conversation.wakeAt();
        return wakeAt.isPresent() ? wakeAt.getAsLong() - now : LONG_NANOS;
    }

    private void wakeOwnerIfNeeded() {
        boolean watchesElse = output.operations(steps.isPaused()) != plannedOperations;
        if (!output.isTalking() || watchesElse || untilNanos() - plannedUntilNanos < 0) {
            wire.wake();
        }
    }

    private List<ServerStep> inputEnds(long now) {
        boolean before = output.isInputEnded();
        output.inputEnded();
        return before ? List.of() : conversation.ended(now);
    }
}
