package org.shutterline.server.net;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a connection asks the engine. Each command gets one reply: it is kept here if it comes while the engine is being
 * asked, and handed on if it comes later.
 *
 * <p>Used by whoever has the turn; replies come on any thread.
 */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final Engine engine;
    private final Diary diary;
    private final Consumer<Input> later;
    private final Deque<Input> repliedMeanwhile = new ArrayDeque<>();
    private volatile long askingThread;

    /** @param later takes the replies that come when nobody is just asking; any thread may call it */
    Questions(Engine engine, Diary diary, Consumer<Input> later) {
        this.engine = engine;
        this.diary = diary;
        this.later = later;
    }

    /**
     * Asks it; what was replied meanwhile is to be taken next.
     *
     * @param entry what the reply passes on its way in
     */
    void ask(ServerStep.Ask step, Asked asked, UnaryOperator<Reply> entry) {
        diary.asked(step.command());
        Answer answer = new Answer(step, entry);
        askingThread = Thread.currentThread().getId();
        try {
            engine.ask(asked, answer);
        } catch (RuntimeException | Error mistake) {
            LOG.error(
                    "connection {}: {} failed",
                    diary.peer().shown(),
                    Visible.text(step.command().toString()),
                    mistake);
            answer.accept(new Reply.Refused(Code.INTERNAL_ERROR));
        }
        askingThread = 0;
    }

    /** The next reply that came while the engine was asked. */
    Optional<Input> takeReplied() {
        return Optional.ofNullable(repliedMeanwhile.poll());
    }

    private void tell(Command command, Reply reply) {
        if (reply instanceof Reply.Accepted accepted) {
            diary.taken(accepted.id());
        } else if (reply instanceof Reply.Refused refused) {
            diary.refused(command, refused.code());
        } else if (reply instanceof Reply.AllTriggered all && command instanceof Command.TriggerAll asked) {
            for (Reply.StationAnswer each : all.answers()) {
                tell(new Command.Trigger(each.station(), asked.request()), each.answer());
            }
        }
    }

    /** Takes the one reply to an Ask, on any thread. */
    private final class Answer implements Consumer<Reply> {
        private final ServerStep.Ask step;
        private final UnaryOperator<Reply> entry;
        private final AtomicBoolean given = new AtomicBoolean();

        Answer(ServerStep.Ask step, UnaryOperator<Reply> entry) {
            this.step = step;
            this.entry = entry;
        }

        @Override
        public void accept(Reply reply) {
            Input replied = new Input.Replied(step.ticket(), step.command(), reply, entry);
            if (!given.compareAndSet(false, true)) {
                LOG.error(
                        "connection {}: a second reply to one command",
                        diary.peer().shown());
                replied.drop();
                return;
            }
            tell(step.command(), reply);
            if (askingThread == Thread.currentThread().getId()) {
                repliedMeanwhile.add(replied);
            } else {
                later.accept(replied);
            }
        }
    }
}
