package org.shutterline.protocol.dialect.plain;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** The station's side of one connection in the plain dialect. */
final class PlainServerConversation implements ServerConversation {
    private static final int MAX_UNANSWERED = 1_024;
    private static final int MAX_TAGGED = 256;
    private static final int READ_AGAIN_BELOW = 768;
    private static final int DRAIN_MS = 1_000;
    private static final int ALIVE_MISSED = 3;
    private static final long MS = 1_000_000L;

    private final Product product;
    private final PlainText text;
    private final Intake intake;
    private final Outlet outlet;
    private final LineEnds ends;
    private final ReplyOrder order;
    private final Watched watched = new Watched();
    private final Answering answering;
    private final Map<Long, Owed> asked = new HashMap<>();
    private final Spelling fieldsSpelling;
    private final Spelling jsonSpelling;

    private Spelling requestSpelling;
    private Spelling eventSpelling;
    private ReplyEnd lastEnd = new ReplyEnd(LineEnd.CRLF);
    private long lastTicket;
    private long lastLineNanos;
    private OptionalLong aliveNanos = OptionalLong.empty();
    private Optional<Reply.Refused> failure = Optional.empty();
    private Optional<Owed> bye = Optional.empty();
    private boolean paused;
    private boolean ended;
    private boolean over;

    PlainServerConversation(PlainSettings settings, Product product) {
        this.product = product;
        this.text = new PlainText(settings.charset());
        this.intake = new Intake(settings.silenceMs());
        this.outlet = new Outlet(settings.charset(), settings.fixedEnd());
        this.ends = new LineEnds(outlet, settings.fixedEnd().isEmpty());
        this.order = new ReplyOrder(outlet);
        this.answering = new Answering(outlet, order, watched);
        JsonSpelling json = new JsonSpelling(settings.isUtf8());
        this.jsonSpelling = json;
        this.fieldsSpelling = new PlainSpelling(settings.charset(), json);
        this.requestSpelling = fieldsSpelling;
        this.eventSpelling = fieldsSpelling;
    }

    /** Nothing is sent before it is asked for. */
    @Override
    public List<ServerStep> opened(long nowNanos) {
        lastLineNanos = nowNanos;
        return List.of();
    }

    @Override
    public List<ServerStep> received(ByteBuffer bytes, long nowNanos) {
        if (over || ended) {
            return outlet.take();
        }
        intake.add(bytes, nowNanos);
        intake.settle().ifPresent(ends::settle);
        if (isStopped()) {
            intake.clear();
        } else if (intake.isTls()) {
            notOurs("a TLS hello on a listener without TLS");
        }
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> ended(long nowNanos) {
        if (over) {
            return outlet.take();
        }
        ended = true;
        ends.giveUp();
        return goOn(nowNanos);
    }

    @Override
    public void closed() {
        over = true;
        order.drop();
        outlet.drop();
    }

    @Override
    public List<ServerStep> replied(long ticket, Reply reply, long nowNanos) {
        Owed owed = asked.remove(ticket);
        if (over || owed == null) {
            giveBack(reply);
            return outlet.take();
        }
        answering.replied(owed, reply);
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> happened(Event event, long nowNanos) {
        event.answerBy(new Telling());
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> woken(long nowNanos) {
        ends.woken(nowNanos);
        if (isReading()) {
            intake.silence(nowNanos).ifPresent(line -> read(line, nowNanos));
            intake.unended(nowNanos).ifPresent(this::remarkUnended);
            if (!isStopped() && intake.isOverdue(nowNanos)) {
                fail(Code.MALFORMED_LINE, "line not ended");
            }
            if (aliveUntil().isPresent() && nowNanos - aliveUntil().getAsLong() >= 0) {
                closeAtOnce();
            }
        }
        return goOn(nowNanos);
    }

    @Override
    public OptionalLong wakeAt() {
        OptionalLong due = ends.dueAt();
        return isReading() ? earliest(earliest(due, intake.dueAt()), aliveUntil()) : due;
    }

    /** Reads what there is room for, and closes when all is done. */
    private List<ServerStep> goOn(long nowNanos) {
        while (!over && !isStopped() && order.count() < MAX_UNANSWERED) {
            Optional<Line> line = intake.next();
            if (line.isEmpty()) {
                break;
            }
            read(line.get(), nowNanos);
        }
        if (!over && !isStopped() && intake.isTooLong()) {
            fail(Code.LINE_TOO_LONG, Code.LINE_TOO_LONG.text());
        }
        if (!over) {
            pauseOrResume(nowNanos);
            finish();
        }
        return outlet.take();
    }

    private void read(Line line, long nowNanos) {
        lastLineNanos = nowNanos;
        boolean request = line.bytes().length > 0;
        ReplyEnd end = ends.read(line.end(), intake.isCrOpen(), request, nowNanos);
        if (!request) {
            return;
        }
        if (intake.isHttp(line)) {
            notOurs("a request of HTTP: " + text.shown(line.bytes()));
            return;
        }
        lastEnd = end;
        outlet.inOrder(() -> new ServerStep.Remark(
                ServerStep.Remark.Kind.LINE_READ,
                text.shown(line.bytes()) + end.real().text()));
        text.strict(line.bytes())
                .flatMap(PlainGrammar::request)
                .ifPresentOrElse(known -> carryOut(known, end), () -> malformed(end));
    }

    private void malformed(ReplyEnd end) {
        Owed owed = new Owed("", false, requestSpelling, end);
        order.add(owed);
        order.ready(owed, Answering.refusal(owed, Code.MALFORMED_LINE, Code.MALFORMED_LINE.text()));
    }

    private void carryOut(PlainRequest request, ReplyEnd end) {
        Meaning meaning = PlainVerbs.meaning(request);
        if (meaning instanceof Meaning.Format format) {
            requestSpelling = format.json() ? jsonSpelling : fieldsSpelling;
        }
        Owed owed = new Owed(request.echo(), request.tag().isPresent(), requestSpelling, end);
        if (meaning instanceof Meaning.Bye) {
            bye = Optional.of(owed);
            intake.clear();
            return;
        }
        Optional<Answer> answer = meaning.answerBy(new Doing(owed));
        order.add(owed);
        answer.ifPresent(ready -> order.ready(owed, ready));
    }

    private void pauseOrResume(long nowNanos) {
        boolean full = order.count() >= MAX_UNANSWERED;
        if (!paused && full && !isStopped()) {
            paused = true;
            outlet.step(new ServerStep.PauseReading());
        } else if (paused && (order.count() < READ_AGAIN_BELOW || isStopped())) {
            paused = false;
            lastLineNanos = nowNanos;
            intake.resumed(nowNanos);
            outlet.step(new ServerStep.ResumeReading());
        }
    }

    private void finish() {
        if (outlet.isHolding() || order.count() > 0) {
            return;
        }
        if (failure.isPresent()) {
            Reply.Refused why = failure.get();
            outlet.send(List.of(requestSpelling.refused("", why.code(), why.text())), List.of(), lastEnd);
            close(DRAIN_MS);
        } else if (bye.isPresent()) {
            Owed last = bye.get();
            outlet.send(List.of(last.spelling.done(last.echo)), List.of(), last.end);
            close(0);
        } else if (ended) {
            close(0);
        }
    }

    private void fail(Code code, String why) {
        failure = Optional.of(new Reply.Refused(code, why));
        intake.clear();
    }

    private void notOurs(String looksLike) {
        outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.NOT_OURS, looksLike));
        closeAtOnce();
    }

    private void closeAtOnce() {
        outlet.step(new ServerStep.CloseAtOnce());
        closed();
    }

    private void close(int drainMs) {
        outlet.step(new ServerStep.Close(drainMs));
        over = true;
    }

    private void remarkUnended(byte[] waiting) {
        outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.NO_LINE_END, text.shown(waiting)));
    }

    /** No further line of this peer is carried out. */
    private boolean isStopped() {
        return failure.isPresent() || bye.isPresent();
    }

    private boolean isReading() {
        return !over && !ended && !paused && !isStopped();
    }

    private OptionalLong aliveUntil() {
        return aliveNanos.isPresent()
                ? OptionalLong.of(lastLineNanos + ALIVE_MISSED * aliveNanos.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong earliest(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return OptionalLong.of(Intake.earlier(a.getAsLong(), b.getAsLong()));
    }

    private static void giveBack(Reply reply) {
        if (reply instanceof Reply.PictureOf pictureOf) {
            pictureOf.picture().blob().close();
        }
    }

    private void tell(String line) {
        outlet.send(List.of(line), List.of(), lastEnd);
    }

    /** Begins what a request asks for; empty if the reply comes later. */
    private final class Doing implements Meaning.Handler<Optional<Answer>> {
        private final Owed owed;

        Doing(Owed owed) {
            this.owed = owed;
        }

        @Override
        public Optional<Answer> wrong(Meaning.Wrong meaning) {
            return refused(meaning.code());
        }

        @Override
        public Optional<Answer> ask(Meaning.Ask meaning) {
            if (owed.tagged && order.taggedCount() >= MAX_TAGGED) {
                return refused(Code.TOO_MANY_IN_FLIGHT);
            }
            owed.command = Optional.of(meaning.command());
            asked.put(++lastTicket, owed);
            outlet.step(new ServerStep.Ask(lastTicket, meaning.command()));
            return Optional.empty();
        }

        @Override
        public Optional<Answer> hello(Meaning.Hello meaning) {
            aliveNanos = meaning.aliveMs().isPresent()
                    ? OptionalLong.of(meaning.aliveMs().getAsLong() * MS)
                    : OptionalLong.empty();
            meaning.name().ifPresent(name -> outlet.step(new ServerStep.Named(name)));
            return Optional.of(Answer.of(owed.spelling.hello(owed.echo, product)));
        }

        @Override
        public Optional<Answer> ping(Meaning.Ping meaning) {
            return Optional.of(Answer.of(owed.spelling.ping(owed.echo, meaning.text())));
        }

        @Override
        public Optional<Answer> help(Meaning.Help meaning) {
            return Optional.of(Answer.of(owed.spelling.help(owed.echo, PlainVerbs.names())));
        }

        @Override
        public Optional<Answer> format(Meaning.Format meaning) {
            return Optional.of(Answer.of(owed.spelling.done(owed.echo)).after(() -> eventSpelling = owed.spelling));
        }

        @Override
        public Optional<Answer> bye(Meaning.Bye meaning) {
            return Optional.of(Answer.of(owed.spelling.done(owed.echo)));
        }

        private Optional<Answer> refused(Code code) {
            return Optional.of(Answering.refusal(owed, code, code.text()));
        }
    }

    /** Tells the peer what happened at the stations, as far as it wants to know. */
    private final class Telling implements Event.Handler<Boolean> {
        @Override
        public Boolean finished(Event.Finished event) {
            if (over) {
                return false;
            }
            answering.finished(event.result());
            watched.tell(
                    event.result().station(),
                    eventSpelling,
                    spelling -> spelling.resultEvent(event.result()),
                    PlainServerConversation.this::tell);
            return true;
        }

        @Override
        public Boolean unsafe(Event.Unsafe event) {
            if (!over) {
                answering.unsafe(event.id());
            }
            return !over;
        }

        @Override
        public Boolean stateChanged(Event.StateChanged event) {
            if (!over) {
                watched.tellState(event.status(), eventSpelling, PlainServerConversation.this::tell);
            }
            return !over;
        }

        @Override
        public Boolean livePicture(Event.LivePicture event) {
            Picture picture = event.picture();
            Blob blob = picture.blob();
            if (over || !watched.isLive(event.station())) {
                blob.close();
                return false;
            }
            String line = eventSpelling.frameEvent(
                    event.station(), picture, blob.bytes().remaining());
            outlet.sendNewest(event.station(), line, blob, lastEnd);
            return true;
        }
    }
}
