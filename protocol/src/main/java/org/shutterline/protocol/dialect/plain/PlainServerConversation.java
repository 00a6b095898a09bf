package org.shutterline.protocol.dialect.plain;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.line.Intake;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.line.LineEnd;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.TalkLimits;

/** The station's side of one connection in the plain dialect. */
final class PlainServerConversation implements ServerConversation {
    private static final int STRANGER_LINE_BYTES = 256;
    private static final int STRANGER_LINE_MS = 5_000;
    private static final int DRAIN_MS = 1_000;

    private final PlainText text;
    private final Intake intake;
    private final Outlet outlet;
    private final Format format;
    private final LineEnds ends;
    private final ReplyOrder order;
    private final Watched watched = new Watched();
    private final Answering answering;
    private final Requests requests;

    private TalkLimits limits = TalkLimits.USUAL;
    private ReplyEnd lastEnd = new ReplyEnd(LineEnd.CRLF);
    private long lastLineNanos;
    private Optional<Reply.Refused> failure = Optional.empty();
    private Optional<Runnable> held = Optional.empty();
    private long heldAtNanos;
    private boolean paused;
    private boolean ended;
    private boolean over;

    PlainServerConversation(PlainSettings settings, Product product, Rights rights) {
        this.text = new PlainText(settings.charset());
        this.intake = new Intake(settings.silenceMs(), limits.lineBytes(), limits.lineMs());
        this.outlet = new Outlet(settings.charset(), settings.fixedEnd());
        this.ends = new LineEnds(outlet, settings.fixedEnd().isEmpty());
        this.format = new Format(settings);
        this.order = new ReplyOrder(outlet, format);
        this.answering = new Answering(outlet, order, watched);
        this.requests = new Requests(product, rights, outlet, order, format);
        limitLines();
    }

    @Override
    public void keepTo(TalkLimits most) {
        limits = most;
        limitLines();
        requests.keepTo(most);
    }

    /** While nobody knows who the peer is, lines are short and end soon. */
    private void limitLines() {
        boolean stranger = requests.isStranger();
        intake.limitTo(
                stranger ? Math.min(STRANGER_LINE_BYTES, limits.lineBytes()) : limits.lineBytes(),
                stranger ? Math.min(STRANGER_LINE_MS, limits.lineMs()) : limits.lineMs());
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
        requests.decided();
        intake.add(bytes, nowNanos);
        intake.settle().ifPresent(ends::settle);
        if (isStopped()) {
            intake.clear();
        } else if (intake.isTls()) {
            notOurs(ServerStep.Remark.Kind.TLS, "");
        } else if (intake.isTelnet()) {
            outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.TELNET, ""));
        }
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> ended(long nowNanos) {
        if (over) {
            return outlet.take();
        }
        requests.decided();
        ended = true;
        ends.giveUp();
        return goOn(nowNanos);
    }

    @Override
    public void closed() {
        over = true;
        held = Optional.empty();
        order.drop();
        outlet.drop();
    }

    @Override
    public List<ServerStep> replied(long ticket, Reply reply, long nowNanos) {
        Optional<Owed> owed = requests.asked(ticket);
        if (over || owed.isEmpty()) {
            giveBack(reply);
            return outlet.take();
        }
        if (reply instanceof Reply.LoggedIn loggedIn) {
            requests.mayNow(Rights.of(loggedIn.role()));
            limitLines();
        }
        answering.replied(owed.get(), reply);
        return goOn(nowNanos);
    }

    @Override
    public boolean followsResults() {
        return watched.isAny();
    }

    @Override
    public List<ServerStep> happened(Event event, long nowNanos) {
        if (over) {
            giveBack(event);
            return outlet.take();
        }
        requests.decided();
        event.answerBy(new Telling(outlet, answering, watched, format, lastEnd)).run();
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> woken(long nowNanos) {
        requests.decided();
        ends.woken(nowNanos);
        if (isReading()) {
            intake.silence(nowNanos).ifPresent(line -> read(line, nowNanos));
            intake.unended(nowNanos).ifPresent(this::remarkUnended);
            if (!isStopped() && intake.isOverdue(nowNanos)) {
                outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_TIME, ""));
                fail(Code.MALFORMED_LINE, "line not ended");
            }
            if (aliveUntil().isPresent() && nowNanos - aliveUntil().getAsLong() >= 0) {
                String silentMs = Long.toString((nowNanos - lastLineNanos) / 1_000_000);
                outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.SILENT, silentMs));
                closeAtOnce();
            }
        }
        return goOn(nowNanos);
    }

    @Override
    public List<ServerStep> endBySilence(int silenceMs, long nowNanos) {
        intake.endBySilence(silenceMs);
        return woken(nowNanos);
    }

    @Override
    public OptionalLong wakeAt() {
        boolean undecided = held.isPresent() && requests.isUndecided();
        OptionalLong due = undecided ? OptionalLong.of(heldAtNanos) : ends.dueAt();
        return isReading() ? earliest(earliest(due, intake.dueAt()), aliveUntil()) : due;
    }

    /** Reads what there is room for, and closes when all is done. */
    private List<ServerStep> goOn(long nowNanos) {
        if (!over) {
            requests.askInTurn();
            held.ifPresent(Runnable::run);
        }
        while (!over && !isStopped() && !isFull() && held.isEmpty()) {
            Optional<Line> line = intake.next();
            if (line.isEmpty()) {
                break;
            }
            read(line.get(), nowNanos);
        }
        if (!over && !isStopped() && intake.isTooLong()) {
            outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_BYTES, ""));
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
        boolean request = !PlainText.isBlank(line.bytes());
        ReplyEnd end = ends.read(line.end(), intake.isCrOpen(), request, nowNanos);
        if (!request) {
            return;
        }
        if (intake.isHttp(line)) {
            notOurs(ServerStep.Remark.Kind.HTTP, text.shown(line.bytes()));
            return;
        }
        lastEnd = end;
        outlet.inOrder(() -> text.read(line.bytes(), end.real()));
        Optional<PlainRequest> known = text.strict(line.bytes()).flatMap(PlainGrammar::request);
        if (known.filter(asked -> PlainVerbs.isKnown(asked.verb())).isEmpty()) {
            outlet.inOrder(() -> new ServerStep.Remark(ServerStep.Remark.Kind.UNKNOWN, text.shown(line.bytes())));
        }
        known.ifPresentOrElse(wanted -> begin(wanted, end, nowNanos), () -> requests.malformed(end));
        if (requests.bye().isPresent()) {
            intake.clear();
        }
    }

    /** Begins what a line asks for, or holds it, and so all that follows, until that may begin. */
    private void begin(PlainRequest wanted, ReplyEnd end, long nowNanos) {
        heldAtNanos = nowNanos;
        held = requests.carryOut(wanted, end) ? Optional.empty() : Optional.of(() -> begin(wanted, end, nowNanos));
    }

    private void pauseOrResume(long nowNanos) {
        if (!paused && isFull() && !isStopped()) {
            paused = true;
            if (!requests.isLoggingIn()) {
                outlet.step(new ServerStep.Remark(
                        held.isPresent() ? ServerStep.Remark.Kind.TAGGED : ServerStep.Remark.Kind.UNANSWERED, ""));
            }
            // an answer that comes while it is asked for, and has reading go on, comes after this
            outlet.stepFirst(new ServerStep.PauseReading());
        } else if (paused && (order.count() < readAgainBelow() && !isFull() && held.isEmpty() || isStopped())) {
            paused = false;
            lastLineNanos = nowNanos;
            intake.resumed(nowNanos);
            outlet.stepFirst(new ServerStep.ResumeReading());
        }
    }

    /** A quarter of the room: reading does not stop and go with each answer. */
    private int readAgainBelow() {
        return limits.unanswered() - limits.unanswered() / 4;
    }

    /** What comes after a login is read when it is known whether it was right. */
    private boolean isFull() {
        return order.count() >= limits.unanswered()
                || requests.isLoggingIn()
                || held.isPresent() && !requests.isUndecided();
    }

    private void finish() {
        if (outlet.isHolding() || order.count() > 0 || held.isPresent()) {
            return;
        }
        if (failure.isPresent()) {
            Reply.Refused why = failure.get();
            outlet.send(List.of(format.now().refused("", why.code(), why.text())), List.of(), lastEnd);
            close(DRAIN_MS);
        } else if (requests.bye().isPresent()) {
            Owed last = requests.bye().get();
            outlet.send(List.of(format.now().done(last.echo)), List.of(), last.end);
            close(0);
        } else if (ended) {
            close(0);
        }
    }

    private void fail(Code code, String why) {
        failure = Optional.of(new Reply.Refused(code, why));
        intake.clear();
    }

    private void notOurs(ServerStep.Remark.Kind kind, String said) {
        outlet.step(new ServerStep.Remark(kind, said));
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
        return failure.isPresent() || requests.bye().isPresent();
    }

    private boolean isReading() {
        return !over && !ended && !paused && !isStopped() && held.isEmpty();
    }

    private OptionalLong aliveUntil() {
        OptionalLong alive = requests.aliveNanos();
        return alive.isPresent()
                ? OptionalLong.of(lastLineNanos + limits.aliveMissed() * alive.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong earliest(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return OptionalLong.of(Intake.earlier(a.getAsLong(), b.getAsLong()));
    }

    private static void giveBack(Event event) {
        if (event instanceof Event.LivePicture live) {
            live.picture().blob().close();
        }
    }

    private static void giveBack(Reply reply) {
        if (reply instanceof Reply.PictureOf pictureOf) {
            pictureOf.picture().blob().close();
        }
    }
}
