package org.shutterline.protocol.dialect.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerStep;

/**
 * Turns what the stations reply into what the peer gets, and keeps those triggers whose result is still to come. Used by
 * the conversation's thread.
 */
final class Answering {
    private final Outlet outlet;
    private final ReplyOrder order;
    private final Watched watched;
    private final Map<Long, List<Owed>> waiting = new HashMap<>();

    Answering(Outlet outlet, ReplyOrder order, Watched watched) {
        this.outlet = outlet;
        this.order = order;
        this.watched = watched;
    }

    /** A command has its reply. */
    void replied(Owed owed, Reply reply) {
        reply.answerBy(new AnswerTo(owed, this)).ifPresent(answer -> order.ready(owed, answer));
    }

    /** A result is durable. */
    void finished(InspectionResult result) {
        for (Owed owed : waitingFor(result.id())) {
            if (owed.all.isPresent()) {
                owed.all.get().finished(result);
                judgeAll(owed).ifPresent(answer -> order.ready(owed, answer));
            } else {
                order.ready(owed, Answer.of(as -> as.result(owed.echo, result, owed.repeated)));
            }
        }
    }

    /** A result could not be made durable. */
    void unsafe(long id) {
        for (Owed owed : waitingFor(id)) {
            if (owed.all.isPresent()) {
                owed.all.get().unsafe(id);
                judgeAll(owed).ifPresent(answer -> order.ready(owed, answer));
            } else {
                order.ready(owed, refusal(owed, Code.STORAGE_FAILED, Code.STORAGE_FAILED.text()));
            }
        }
    }

    void waitFor(long id, Owed owed) {
        waiting.computeIfAbsent(id, key -> new ArrayList<>(1)).add(owed);
    }

    /** Empty while a result is missing. */
    Optional<Answer> judgeAll(Owed owed) {
        return owed.all
                .filter(AllTriggers::isComplete)
                .map(all -> Answer.of(as -> as.allJudged(owed.echo, all.verdict(), all.outcomes())));
    }

    /** The plain OK, with what it switches. */
    Answer done(Owed owed) {
        Answer answer = Answer.of(as -> as.done(owed.echo));
        owed.commandAs(Command.Unsubscribe.class).ifPresent(command -> watched.unsubscribe(command.station()));
        Optional<Command.StartLive> start = owed.commandAs(Command.StartLive.class);
        if (start.isPresent()) {
            return answer.after(() -> watched.live(start.get().station(), true));
        }
        Optional<Command.StopLive> stop = owed.commandAs(Command.StopLive.class);
        if (stop.isPresent()) {
            return answer.before(() -> stopLive(stop.get().station()));
        }
        return answer;
    }

    Answer subscribed(Owed owed, Reply.Subscribed reply) {
        OptionalInt station = owed.commandAs(Command.Subscribe.class)
                .map(Command.Subscribe::station)
                .orElse(OptionalInt.empty());
        List<Function<Spelling, String>> lines = new ArrayList<>();
        lines.add(as -> as.done(owed.echo));
        lines.addAll(watched.subscribe(owed, station, reply.now()));
        return Answer.ofLines(as -> lines.stream().map(line -> line.apply(as)).toList())
                .after(() -> watched.replySent(owed));
    }

    static Answer refusal(Owed owed, Code code, String text) {
        return Answer.of(as -> as.refused(owed.echo, code, text));
    }

    private void stopLive(int station) {
        watched.live(station, false);
        outlet.inOrder(() -> new ServerStep.DropNewest(station));
    }

    private List<Owed> waitingFor(long id) {
        List<Owed> owed = waiting.remove(id);
        return owed == null ? List.of() : owed;
    }
}
