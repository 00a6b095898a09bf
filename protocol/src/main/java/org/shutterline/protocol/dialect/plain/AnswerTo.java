package org.shutterline.protocol.dialect.plain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;

/** The answer to one request, by the kind of the reply; empty if it has to wait for a result. */
final class AnswerTo implements Reply.Handler<Optional<Answer>> {
    static final int MAX_LINE_BYTES = 1 << 20;
    static final int MAX_DETAIL_BYTES = 16 << 20;

    private final Owed owed;
    private final String echo;
    private final Answering answering;

    AnswerTo(Owed owed, Answering answering) {
        this.owed = owed;
        this.echo = owed.echo;
        this.answering = answering;
    }

    @Override
    public Optional<Answer> accepted(Reply.Accepted reply) {
        owed.repeated = reply.repeated();
        answering.waitFor(reply.id(), owed);
        return Optional.empty();
    }

    @Override
    public Optional<Answer> repeated(Reply.Repeated reply) {
        return line(as -> as.result(echo, reply.result(), true));
    }

    @Override
    public Optional<Answer> allTriggered(Reply.AllTriggered reply) {
        if (reply.answers().isEmpty()) {
            return Optional.of(Answering.refusal(owed, Code.NO_SUCH_STATION, Code.NO_SUCH_STATION.text()));
        }
        AllTriggers all = new AllTriggers();
        owed.all = Optional.of(all);
        for (Reply.StationAnswer one : reply.answers()) {
            if (one.answer() instanceof Reply.Accepted accepted) {
                all.wait(one.station(), accepted.id());
                answering.waitFor(accepted.id(), owed);
            } else if (one.answer() instanceof Reply.Repeated repeated) {
                all.judged(one.station(), repeated.result());
            } else {
                all.refused(
                        one.station(),
                        one.answer() instanceof Reply.Refused refused ? refused.code() : Code.INTERNAL_ERROR);
            }
        }
        return answering.judgeAll(owed);
    }

    @Override
    public Optional<Answer> refused(Reply.Refused reply) {
        return Optional.of(Answering.refusal(owed, reply.code(), reply.text()));
    }

    @Override
    public Optional<Answer> loggedIn(Reply.LoggedIn reply) {
        return line(as -> as.loggedIn(echo, reply.role()));
    }

    @Override
    public Optional<Answer> status(Reply.Status reply) {
        return line(as -> as.status(echo, reply.status()));
    }

    @Override
    public Optional<Answer> found(Reply.Found reply) {
        return line(as -> as.result(echo, reply.result(), false));
    }

    @Override
    public Optional<Answer> results(Reply.Results reply) {
        return Optional.of(Answer.ofLines(as -> since(as, reply.results())));
    }

    private List<String> since(Spelling as, List<InspectionResult> results) {
        List<String> lines = new ArrayList<>(results.size() + 1);
        lines.add(as.since(echo, results.size()));
        results.forEach(result -> lines.add(as.resultEvent(result)));
        return lines;
    }

    @Override
    public Optional<Answer> pictureOf(Reply.PictureOf reply) {
        Picture picture = reply.picture();
        int length = picture.blob().bytes().remaining();
        return Optional.of(Answer.of(as -> as.image(echo, reply.id(), picture, length), picture.blob()));
    }

    @Override
    public Optional<Answer> detailOf(Reply.DetailOf reply) {
        return Optional.of(bounded(as -> as.detail(echo, reply.detail()), MAX_DETAIL_BYTES));
    }

    @Override
    public Optional<Answer> subscribed(Reply.Subscribed reply) {
        return Optional.of(answering.subscribed(owed, reply));
    }

    @Override
    public Optional<Answer> timesOf(Reply.TimesOf reply) {
        return line(as -> as.timesOf(echo, reply));
    }

    @Override
    public Optional<Answer> healthOf(Reply.HealthOf reply) {
        return line(as -> as.healthOf(echo, reply));
    }

    @Override
    public Optional<Answer> jobOf(Reply.JobOf reply) {
        return line(as -> as.jobOf(echo, reply.job()));
    }

    @Override
    public Optional<Answer> jobChanged(Reply.JobChanged reply) {
        return line(as -> as.jobChanged(echo, reply.job(), reply.ms()));
    }

    @Override
    public Optional<Answer> jobs(Reply.Jobs reply) {
        return line(as -> as.jobs(echo, reply.names()));
    }

    @Override
    public Optional<Answer> stations(Reply.Stations reply) {
        return line(as -> as.stations(echo, reply.numbers()));
    }

    @Override
    public Optional<Answer> parameterOf(Reply.ParameterOf reply) {
        return line(as -> as.parameterOf(echo, reply));
    }

    @Override
    public Optional<Answer> done(Reply.Done reply) {
        return Optional.of(answering.done(owed));
    }

    /** The station never says this. */
    @Override
    public Optional<Answer> allJudged(Reply.AllJudged reply) {
        return Optional.of(Answering.refusal(owed, Code.INTERNAL_ERROR, Code.INTERNAL_ERROR.text()));
    }

    private Optional<Answer> line(Function<Spelling, String> line) {
        return Optional.of(bounded(line, MAX_LINE_BYTES));
    }

    private Answer bounded(Function<Spelling, String> line, int maxBytes) {
        return Answer.of(as -> {
            String text = line.apply(as);
            return isWithin(text, maxBytes) ? text : as.refused(echo, Code.INTERNAL_ERROR, "the answer is too long");
        });
    }

    private static boolean isWithin(String text, int maxBytes) {
        return text.length() <= maxBytes / 3 || text.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
    }
}
