package org.shutterline.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One conversation, and whose turn it is to move it on. What comes from other threads is put into the inbox; whoever gets
 * the turn hands it in, carries out the steps in their order and writes what the socket takes at once. So a thread that
 * brings an event writes it itself, and never waits for another: if the turn is taken, the holder does it.
 *
 * <p>Only the connection's own thread (the owner) asks the engine: another that comes upon an Ask leaves it and all after
 * it to the owner. A reply that comes while the engine is being asked is handed in when that call returns, and its steps
 * come right after the Ask, before those that followed it.
 */
final class Talk implements ServerStep.Handler<Boolean> {
    private enum Phase {
        TALKING,
        /** Nothing more goes in; what is to be sent is sent. */
        SENDING_REST,
        /** The output is shut; what still comes is dropped for a while. */
        DRAINING,
        OVER
    }

    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
    /** Above this no more is read from a peer until it has taken some. */
    private static final long READ_LIMIT_BYTES = 1 << 20;
    /** Above this many bytes of lines a peer is given up. */
    private static final long WAITING_LIMIT_BYTES = 32 << 20;
    /** How many inputs may wait before live pictures are no longer taken. */
    private static final int LIVE_LIMIT = 32;

    private static final long NEVER_NANOS = Long.MAX_VALUE / 4;

    private final ServerConversation conversation;
    private final Wire wire;
    private final Surroundings surroundings;
    private final long stallNanos;
    private final Outbox outbox = new Outbox(this::begun);
    private final PictureGate gate = new PictureGate();
    private final Diary diary;

    private final Queue<Input> inbox = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    // all below belongs to whoever has the turn
    private final Deque<ServerStep> steps = new ArrayDeque<>();
    private final Deque<Input> repliedMeanwhile = new ArrayDeque<>();
    private volatile Phase phase = Phase.TALKING;
    private ClosedBy closedBy = ClosedBy.DIALECT;
    private boolean asking;
    private boolean paused;
    private boolean inputEnded;
    private int drainMs;
    private long drainUntilNanos;
    private boolean outputWaits;
    private long lastProgressNanos = System.nanoTime();
    private long nowNanos = lastProgressNanos;
    private long inputAtNanos = lastProgressNanos;
    private boolean inputWasStale;
    private int plannedOperations;
    private long plannedUntilNanos;

    Talk(ServerConversation conversation, Wire wire, Diary diary, Surroundings surroundings, long stallNanos) {
        this.conversation = conversation;
        this.wire = wire;
        this.diary = diary;
        this.surroundings = surroundings;
        this.stallNanos = stallNanos;
    }

    // ---- for any thread

    /** Something happened at a station. */
    void happened(Event event) {
        Input input = new Input.Happened(event);
        if (event instanceof Event.LivePicture && inbox.size() > LIVE_LIMIT) {
            input.drop();
        } else {
            take(input);
        }
    }

    /** No more is read; what is owed is sent, then it is closed. */
    void endInput() {
        take((conversation, now) -> {
            closedBy = ClosedBy.SERVER;
            return inputEnds(now);
        });
    }

    /** Close now. */
    void cut() {
        take((conversation, now) -> {
            over(ClosedBy.SERVER);
            return List.of();
        });
    }

    long bytesWaiting() {
        return outbox.bytes();
    }

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
            } finally {
                turn.unlock();
            }
        }
    }

    // ---- for the owner

    /** Begins; what the engine tells meanwhile is handed in after the opening. */
    Engine.Registration open() {
        turn.lock();
        try {
            Engine.Registration registration = surroundings.engine().listen(diary.peer(), this::happened);
            feed(ServerConversation::opened);
            return registration;
        } finally {
            turn.unlock();
        }
    }

    /** Bytes arrived, which are not kept. */
    void received(ByteBuffer bytes, long readAtNanos) {
        turn.lock();
        try {
            settle(true);
            inputWasStale = surroundings.stillness().stoodStill(readAtNanos);
            feed((conversation, now) -> {
                inputAtNanos = readAtNanos;
                return conversation.received(bytes, now);
            });
        } finally {
            turn.unlock();
        }
    }

    /** The peer will send no more. */
    void inputEnded() {
        turn.lock();
        try {
            settle(true);
            feed((conversation, now) -> inputEnds(now));
            inputEnded = true;
            if (phase == Phase.DRAINING) {
                over(closedBy);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Carries out all there is to do, and what the time brings. */
    void settle() {
        do {
            turn.lock();
            try {
                settle(true);
                passTime();
                plannedOperations = operations();
                plannedUntilNanos = untilNanos();
            } finally {
                turn.unlock();
            }
        } while (!inbox.isEmpty());
    }

    boolean isOver() {
        return phase == Phase.OVER;
    }

    boolean isTalking() {
        return phase == Phase.TALKING;
    }

    /** What {@link #settle()} wants the socket to be watched for. */
    int plannedOperations() {
        return plannedOperations;
    }

    /** How long until it must be called again. */
    long plannedNanos() {
        return plannedUntilNanos - System.nanoTime();
    }

    /** Drops all that is left; says what closed it. */
    ClosedBy end(ClosedBy by) {
        turn.lock();
        try {
            if (phase != Phase.OVER) {
                over(by);
            }
            settle(true);
            outbox.clear();
            return closedBy;
        } finally {
            turn.unlock();
        }
    }

    // ---- for whoever has the turn

    /** Does all there is to do, unless it is for the owner. */
    private boolean settle(boolean owner) {
        do {
            if (!advance(owner)) {
                write();
                return false;
            }
            write();
        } while (takeHeldPicture());
        return true;
    }

    private boolean advance(boolean owner) {
        while (true) {
            for (ServerStep step = steps.peek(); step != null; step = steps.peek()) {
                if (!owner && step instanceof ServerStep.Ask) {
                    return false;
                }
                steps.remove();
                step.answerBy(this);
            }
            Input input = inbox.poll();
            if (input == null) {
                return true;
            }
            feed(input);
        }
    }

    private boolean takeHeldPicture() {
        gate.next().ifPresent(steps::addFirst);
        return !steps.isEmpty();
    }

    private void feed(Input input) {
        if (phase != Phase.TALKING) {
            input.drop();
            return;
        }
        nowNanos += Math.max(0, System.nanoTime() - nowNanos);
        inputAtNanos = nowNanos;
        steps.addAll(outOf(input));
    }

    private List<ServerStep> outOf(Input input) {
        try {
            return input.into(conversation, nowNanos);
        } catch (RuntimeException mistake) {
            LOG.error("connection {}: the dialect failed", diary.peer().shown(), mistake);
            over(ClosedBy.INTERNAL_ERROR);
            return List.of();
        }
    }

    private List<ServerStep> inputEnds(long now) {
        boolean before = inputEnded;
        inputEnded = true;
        return before ? List.of() : conversation.ended(now);
    }

    private void write() {
        if (phase == Phase.OVER || outbox.isEmpty()) {
            return;
        }
        try {
            boolean moved = wire.write(outbox) > 0;
            if (moved || !outputWaits) {
                lastProgressNanos = System.nanoTime();
            }
            outputWaits = !outbox.isEmpty();
        } catch (IOException gone) {
            over(ClosedBy.PEER);
        }
    }

    private void passTime() {
        long now = System.nanoTime();
        OptionalLong wakeAt = phase == Phase.TALKING ? conversation.wakeAt() : OptionalLong.empty();
        if (wakeAt.isPresent() && wakeAt.getAsLong() - now <= 0) {
            feed(ServerConversation::woken);
            settle(true);
        }
        if (phase != Phase.OVER && !outbox.isEmpty() && now - lastProgressNanos >= stallNanos) {
            over(ClosedBy.STALL);
        }
        if (phase == Phase.SENDING_REST && outbox.isEmpty()) {
            startDraining(now);
        }
        if (phase == Phase.DRAINING && drainUntilNanos - now <= 0) {
            over(closedBy);
        }
    }

    private void startDraining(long now) {
        try {
            wire.shutdownOutput();
            wire.dropInput();
            phase = inputEnded ? Phase.OVER : Phase.DRAINING;
            drainUntilNanos = now + drainMs * 1_000_000L;
        } catch (IOException gone) {
            over(ClosedBy.PEER);
        }
    }

    private int operations() {
        boolean full = outbox.textBytes() > READ_LIMIT_BYTES;
        boolean reads = !inputEnded && (phase != Phase.TALKING || !paused && !full);
        return (reads ? SelectionKey.OP_READ : 0) | (outbox.isEmpty() ? 0 : SelectionKey.OP_WRITE);
    }

    private long untilNanos() {
        long now = System.nanoTime();
        long wait = NEVER_NANOS;
        if (phase == Phase.TALKING) {
            OptionalLong wakeAt = conversation.wakeAt();
            wait = wakeAt.isPresent() ? Math.min(wait, wakeAt.getAsLong() - now) : wait;
        }
        if (!outbox.isEmpty()) {
            wait = Math.min(wait, lastProgressNanos + stallNanos - now);
        }
        return now + (phase == Phase.DRAINING ? Math.min(wait, drainUntilNanos - now) : wait);
    }

    private void wakeOwnerIfNeeded() {
        if (phase != Phase.TALKING || operations() != plannedOperations || untilNanos() - plannedUntilNanos < 0) {
            wire.wake();
        }
    }

    private void over(ClosedBy by) {
        stopTalking(Phase.OVER);
        closedBy = by;
    }

    private void stopTalking(Phase next) {
        phase = next;
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Send send) {
                send.blobs().forEach(Blob::close);
            } else if (step instanceof ServerStep.SendNewest newest) {
                newest.send().blobs().forEach(Blob::close);
            }
        }
        steps.clear();
    }

    // ---- steps

    @Override
    public Boolean send(ServerStep.Send step) {
        diary.answering(nowNanos);
        outbox.add(step);
        if (outbox.textBytes() > WAITING_LIMIT_BYTES) {
            over(ClosedBy.OVERFLOW);
        }
        return true;
    }

    @Override
    public Boolean sendNewest(ServerStep.SendNewest step) {
        outbox.addNewest(step.slot(), step.send());
        return true;
    }

    @Override
    public Boolean dropNewest(ServerStep.DropNewest step) {
        outbox.dropNewest(step.slot());
        return true;
    }

    @Override
    public Boolean ask(ServerStep.Ask step) {
        boolean picture = step.command() instanceof Command.FetchPicture;
        if (picture && !gate.admits(step)) {
            return false;
        }
        Answer answer = new Answer(step.ticket(), picture);
        boolean stale = inputWasStale || surroundings.stillness().stoodStill(nowNanos);
        asking = true;
        try {
            surroundings
                    .engine()
                    .ask(new Asked(step.command(), diary.peer(), inputAtNanos, OffsetDateTime.now(), stale), answer);
        } catch (RuntimeException mistake) {
            LOG.error("connection {}: {} failed", diary.peer().shown(), step.command(), mistake);
            answer.accept(new Reply.Refused(Code.INTERNAL_ERROR));
        }
        asking = false;
        feedRepliedMeanwhile();
        return true;
    }

    /** Their steps come before those that wait, in their own order. */
    private void feedRepliedMeanwhile() {
        for (Input input = repliedMeanwhile.poll(); input != null; input = repliedMeanwhile.poll()) {
            if (phase != Phase.TALKING) {
                input.drop();
                continue;
            }
            List<ServerStep> next = outOf(input);
            for (int i = next.size() - 1; i >= 0; i--) {
                steps.addFirst(next.get(i));
            }
        }
    }

    @Override
    public Boolean pauseReading(ServerStep.PauseReading step) {
        paused = true;
        return true;
    }

    @Override
    public Boolean resumeReading(ServerStep.ResumeReading step) {
        paused = false;
        return true;
    }

    @Override
    public Boolean named(ServerStep.Named step) {
        diary.named(step.name());
        return true;
    }

    @Override
    public Boolean remark(ServerStep.Remark step) {
        diary.remarked(step, inputAtNanos);
        return true;
    }

    @Override
    public Boolean close(ServerStep.Close step) {
        drainMs = step.drainMs();
        stopTalking(Phase.SENDING_REST);
        return true;
    }

    @Override
    public Boolean closeAtOnce(ServerStep.CloseAtOnce step) {
        over(closedBy);
        return true;
    }

    private void begun(ServerStep.Send send) {
        diary.sent(send);
    }

    /** Takes the one reply to an Ask, on any thread. */
    private final class Answer implements Consumer<Reply> {
        private final long ticket;
        private final boolean picture;
        private final AtomicBoolean given = new AtomicBoolean();

        Answer(long ticket, boolean picture) {
            this.ticket = ticket;
            this.picture = picture;
        }

        @Override
        public void accept(Reply reply) {
            Input replied = new Input.Replied(ticket, reply, picture ? gate::watched : same -> same);
            if (!given.compareAndSet(false, true)) {
                LOG.error(
                        "connection {}: a second reply to one command",
                        diary.peer().shown());
                replied.drop();
            } else if (turn.isHeldByCurrentThread() && asking) {
                repliedMeanwhile.add(replied);
            } else {
                take(replied);
            }
        }
    }
}
