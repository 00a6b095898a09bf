package org.shutterline.server.net;

import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a conversation its inputs and carries out its steps in their order. A reply that comes while the engine is being
 * asked is handed in when that call returns, and what it says comes right after the Ask, before what followed it.
 *
 * <p>Used by whoever has the turn; only {@link #later} is called by any thread.
 */
final class Steps implements ServerStep.Handler<Boolean> {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private static final int DRAIN_MS = 1_000;

    private final ServerConversation conversation;
    private final Output output;
    private final Diary diary;
    private final Surroundings surroundings;
    private final Questions questions;
    private final PictureGate gate;
    private final ErrorBudget errors;
    private final Deque<ServerStep> waiting = new ArrayDeque<>();
    private boolean paused;
    private long nowNanos = System.nanoTime();
    private long inputAtNanos = nowNanos;
    private boolean inputWasStale;

    /**
     * @param later takes the replies that come when nobody is just asking; any thread may call it
     * @param wake has the owner carry out what waits; any thread may call it
     */
    Steps(
            ServerConversation conversation,
            Output output,
            Diary diary,
            Surroundings surroundings,
            Consumer<Input> later,
            Runnable wake) {
        this.conversation = conversation;
        this.output = output;
        this.diary = diary;
        this.surroundings = surroundings;
        this.questions = new Questions(surroundings.engine(), diary, later);
        this.gate = new PictureGate(surroundings.bounds().pictures(), wake, () -> hit(Limit.PICTURES_AT_ONCE));
        this.errors = new ErrorBudget(surroundings.bounds().limits().errorsAMinute(), nowNanos);
    }

    /** Bytes that were read at this time come next. */
    void readAt(long readAtNanos) {
        inputWasStale = surroundings.stillness().stoodStill(readAtNanos);
        inputAtNanos = readAtNanos;
    }

    void feed(Input input) {
        inputAtNanos = now();
        feedRead(input);
    }

    /** As {@link #feed}, with the time that {@link #readAt} told. */
    void feedRead(Input input) {
        if (output.isTalking()) {
            now();
            waiting.addAll(outOf(input));
        } else {
            input.drop();
        }
    }

    /**
     * Carries out what waits.
     *
     * @param asks whether this thread may ask the engine
     * @return false if it may not, and there is something to ask
     */
    boolean carryOut(boolean asks) {
        if (!output.isTalking()) {
            drop();
            return true;
        }
        gate.next().ifPresent(waiting::addFirst);
        for (ServerStep step = waiting.peek(); step != null; step = waiting.peek()) {
            if (!output.isTalking()) {
                drop();
                return true;
            }
            if (!asks && step instanceof ServerStep.Ask) {
                return false;
            }
            waiting.remove();
            step.answerBy(this);
        }
        return true;
    }

    /** Whether {@link #carryOut} has something to do. */
    boolean isWaiting() {
        return !waiting.isEmpty() || gate.hasNext();
    }

    /** Nothing is carried out any more. */
    void end() {
        gate.close();
    }

    /** The number of the asked picture that is being sent; 0 if there is none. */
    long pictureOnItsWay() {
        return gate.onItsWay();
    }

    boolean isPaused() {
        return paused;
    }

    private long now() {
        nowNanos += Math.max(0, System.nanoTime() - nowNanos);
        return nowNanos;
    }

    private List<ServerStep> outOf(Input input) {
        try {
            input.login().ifPresent(diary::loggedIn);
            input.ownLogin().ifPresent(diary::letIn);
            List<ServerStep> steps = input.into(conversation, nowNanos);
            tellMeaning(input, steps);
            input.refusal().ifPresent(this::failed);
            return steps;
        } catch (RuntimeException | Error mistake) {
            LOG.error("connection {}: the dialect failed", diary.peer().shown(), mistake);
            output.over(ClosedBy.INTERNAL_ERROR);
            return List.of();
        }
    }

    /** Of the last line that is written because of an input; one that a write gap holds back for later has none. */
    private void tellMeaning(Input input, List<ServerStep> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof ServerStep.Send send) {
                input.meaning().ifPresent(meaning -> diary.means(send, meaning));
                return;
            }
        }
    }

    private void drop() {
        for (ServerStep step : waiting) {
            if (step instanceof ServerStep.Send send) {
                send.blobs().forEach(Blob::close);
            } else if (step instanceof ServerStep.SendNewest newest) {
                newest.send().blobs().forEach(Blob::close);
            }
        }
        waiting.clear();
        gate.close();
    }

    @Override
    public Boolean send(ServerStep.Send step) {
        output.add(step, nowNanos);
        return true;
    }

    @Override
    public Boolean sendNewest(ServerStep.SendNewest step) {
        output.addNewest(step);
        return true;
    }

    @Override
    public Boolean dropNewest(ServerStep.DropNewest step) {
        output.dropNewest(step.slot());
        return true;
    }

    @Override
    public Boolean ask(ServerStep.Ask step) {
        boolean picture = step.command() instanceof Command.FetchPicture;
        if (picture && !gate.admits(step)) {
            return false;
        }
        questions.ask(step, asked(step.command()), picture ? gate::watched : same -> same);
        feedRepliedMeanwhile();
        return true;
    }

    private Asked asked(Command command) {
        boolean stale = inputWasStale || surroundings.stillness().stoodStill(now());
        return new Asked(command, diary.peer(), inputAtNanos, OffsetDateTime.now(), stale);
    }

    private void feedRepliedMeanwhile() {
        for (Optional<Input> input = questions.takeReplied(); input.isPresent(); input = questions.takeReplied()) {
            if (output.isTalking()) {
                takeReply(outOf(input.get()));
            } else {
                input.get().drop();
            }
        }
    }

    /** What the reply says comes next; what it makes room for, a line that was held back, comes behind those before it. */
    private void takeReply(List<ServerStep> next) {
        int said = 0;
        while (said < next.size() && !(next.get(said) instanceof ServerStep.Ask)) {
            said++;
        }
        waiting.addAll(next.subList(said, next.size()));
        for (int i = said - 1; i >= 0; i--) {
            waiting.addFirst(next.get(i));
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
        switch (step.kind()) {
            case ERROR -> Code.ofDigits(step.text()).ifPresent(this::failed);
            case LINE_BYTES -> hit(Limit.LINE_BYTES);
            case LINE_TIME -> hit(Limit.LINE_TIME);
            case UNANSWERED -> hit(Limit.UNANSWERED);
            case TAGGED -> hit(Limit.TAGGED);
            case NOT_ALLOWED -> surroundings.engine().refused(diary.peer(), Engine.Refusal.NOT_ALLOWED, step.text());
            case SILENT -> {
                hit(Limit.HEARTBEAT);
                diary.remarked(step, inputAtNanos);
            }
            default -> diary.remarked(step, inputAtNanos);
        }
        return true;
    }

    private void failed(Code code) {
        if (errors.isSpentBy(code, nowNanos) && output.isTalking()) {
            hit(Limit.ERRORS);
            output.closesBy(ClosedBy.ERRORS);
            output.closeWhenSent(DRAIN_MS);
        }
    }

    private void hit(Limit limit) {
        surroundings.bounds().hits().count(limit, diary.peer().shown());
    }

    @Override
    public Boolean close(ServerStep.Close step) {
        output.closeWhenSent(step.drainMs());
        return true;
    }

    @Override
    public Boolean closeAtOnce(ServerStep.CloseAtOnce step) {
        output.overByDialect();
        return true;
    }
}
