package org.shutterline.protocol.script;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.protocol.line.Intake;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.TalkLimits;

/** The station's side of one connection whose lines are dealt with one after the other, as a script says. */
public final class ScriptConversation implements ServerConversation {
    /** So much may wait while a line is dealt with; more is read when that is over. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final int DRAIN_MS = 1_000;

    private final LineRules rules;
    private final Intake intake;
    private final TelnetFilter telnet = new TelnetFilter();
    private final Pace pace;
    private final Script script;
    private final boolean followsPictures;
    private final Awaited awaited = new Awaited();
    private Rights rights;
    private List<ServerStep> steps = new ArrayList<>(4);
    private long nowNanos;
    private String lastShown = "";
    private boolean heard;
    private boolean inLine;
    private boolean paused;
    private boolean ended;
    private boolean closing;
    private boolean over;

    /**
     * @param rights what the peer may do; what needs more is refused without asking the stations
     * @param script made with the desk that it speaks through
     */
    public ScriptConversation(LineRules rules, Rights rights, Function<Desk, Script> script) {
        this.rules = rules;
        this.rights = rights;
        this.intake = new Intake(rules.silenceMs(), TalkLimits.USUAL.lineBytes(), TalkLimits.USUAL.lineMs());
        this.pace = new Pace(rules.gapMs());
        this.script = script.apply(new Own());
        this.followsPictures = this.script.followsPictures();
    }

    @Override
    public void keepTo(TalkLimits limits) {
        intake.limitTo(limits.lineBytes(), limits.lineMs());
    }

    @Override
    public List<ServerStep> opened(long now) {
        nowNanos = now;
        script.opened();
        return goOn();
    }

    @Override
    public List<ServerStep> received(ByteBuffer bytes, long now) {
        nowNanos = now;
        if (isDeaf()) {
            return goOn();
        }
        heard = true;
        intake.add(rules.telnet() ? telnet.text(bytes) : bytes, nowNanos);
        intake.settle();
        if (intake.isTls()) {
            notOurs(ServerStep.Remark.Kind.TLS, "");
        } else if (intake.isTelnet()) {
            steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.TELNET, ""));
        }
        return goOn();
    }

    @Override
    public List<ServerStep> ended(long now) {
        nowNanos = now;
        if (!ended && !over) {
            ended = true;
            script.ended();
        }
        return goOn();
    }

    @Override
    public void closed() {
        if (!over) {
            over = true;
            script.closed();
        }
        pace.drop();
        awaited.forgetTriggers();
    }

    @Override
    public List<ServerStep> replied(long ticket, Reply reply, long now) {
        nowNanos = now;
        awaited.takeReply(ticket)
                .filter(listener -> !over)
                .ifPresentOrElse(listener -> listener.accept(reply), () -> giveBack(reply));
        return goOn();
    }

    @Override
    public boolean followsPictures() {
        return followsPictures;
    }

    @Override
    public List<ServerStep> happened(Event event, long now) {
        nowNanos = now;
        if (over) {
            giveBack(event);
            return goOn();
        }
        awaited.happened(event);
        script.happened(event);
        giveBack(event);
        return goOn();
    }

    @Override
    public List<ServerStep> woken(long now) {
        nowNanos = now;
        if (isReading()) {
            intake.silence(nowNanos).ifPresent(this::read);
            intake.unended(nowNanos)
                    .ifPresent(bytes -> steps.add(
                            new ServerStep.Remark(ServerStep.Remark.Kind.NO_LINE_END, script.shown(text(bytes)))));
            if (intake.isOverdue(nowNanos)) {
                steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_TIME, ""));
                closing = true;
            }
        }
        return goOn();
    }

    @Override
    public List<ServerStep> endBySilence(int silenceMs, long now) {
        intake.endBySilence(silenceMs);
        return woken(now);
    }

    @Override
    public OptionalLong wakeAt() {
        if (over) {
            return OptionalLong.empty();
        }
        OptionalLong write = pace.dueAt();
        OptionalLong read = isReading() ? intake.dueAt() : OptionalLong.empty();
        if (write.isEmpty() || read.isEmpty()) {
            return write.isPresent() ? write : read;
        }
        return OptionalLong.of(Intake.earlier(write.getAsLong(), read.getAsLong()));
    }

    private List<ServerStep> goOn() {
        while (!over && !closing && !inLine) {
            Optional<Line> line = intake.next();
            if (line.isEmpty()) {
                break;
            }
            read(line.get());
        }
        if (!over) {
            pauseOrResume();
            pace.take(nowNanos, steps);
            finish();
        }
        List<ServerStep> taken = steps;
        steps = new ArrayList<>(4);
        return taken;
    }

    private void read(Line line) {
        if (intake.isHttp(line)) {
            notOurs(ServerStep.Remark.Kind.HTTP, text(line.bytes()));
            return;
        }
        if (line.bytes().length == 0 && !rules.emptyLines()) {
            return;
        }
        String text = text(line.bytes());
        lastShown = script.shown(text);
        steps.add(ServerStep.Remark.lineRead(line.bytes(), text, lastShown, line.end(), rules.charset()));
        if (heard) {
            // half a line says nothing of what its peer has read
            heard = false;
            pace.heard();
        }
        inLine = true;
        script.line(text);
    }

    private String text(byte[] bytes) {
        return new String(bytes, rules.charset());
    }

    private void pauseOrResume() {
        boolean full = intake.waiting() > MOST_WAITING;
        if (full != paused) {
            paused = full;
            steps.add(full ? new ServerStep.PauseReading() : new ServerStep.ResumeReading());
            if (!full) {
                intake.resumed(nowNanos);
            }
        }
    }

    private void finish() {
        boolean idle = !inLine && awaited.isNothing();
        if (pace.isEmpty() && (closing || intake.isTooLong() || ended && idle)) {
            if (intake.isTooLong() && !closing && !ended) {
                steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_BYTES, ""));
            }
            steps.add(new ServerStep.Close(ended ? 0 : DRAIN_MS));
            closed();
        }
    }

    private void notOurs(ServerStep.Remark.Kind kind, String text) {
        steps.add(new ServerStep.Remark(kind, text));
        steps.add(new ServerStep.CloseAtOnce());
        closed();
    }

    private boolean isDeaf() {
        return over || ended || closing;
    }

    private boolean isReading() {
        return !isDeaf() && !paused && !inLine;
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

    /** The desk of this conversation's script. */
    private final class Own implements Desk {
        @Override
        public void ask(Command command, Consumer<Reply> listener) {
            if (!rights.mayDo(command.getClass())) {
                steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.NOT_ALLOWED, lastShown));
                listener.accept(new Reply.Refused(Code.NOT_ALLOWED));
                return;
            }
            steps.add(new ServerStep.Ask(awaited.reply(listener), command));
        }

        @Override
        public void await(long id, Consumer<Optional<InspectionResult>> listener) {
            awaited.result(id, listener);
        }

        @Override
        public void awaitPicture(long id, Runnable taken) {
            awaited.picture(id, taken);
        }

        @Override
        public void say(String line) {
            write(line + rules.end());
        }

        @Override
        public void write(String text) {
            send(new ServerStep.Send(text.getBytes(rules.charset())));
        }

        @Override
        public void write(String text, Blob blob) {
            send(new ServerStep.Send(text.getBytes(rules.charset()), List.of(blob)));
        }

        private void send(ServerStep.Send send) {
            pace.add(send);
            pace.take(nowNanos, steps);
        }

        @Override
        public void next() {
            inLine = false;
        }

        @Override
        public void close() {
            closing = true;
        }

        @Override
        public void limitTo(Role most) {
            rights = rights.limitedTo(most);
        }

        @Override
        public void unknown() {
            steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.UNKNOWN, lastShown));
            steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.ERROR, Code.UNKNOWN_COMMAND.digits()));
        }

        @Override
        public void unmapped(String theirs) {
            steps.add(new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, theirs));
        }

        @Override
        public void named(String name) {
            steps.add(new ServerStep.Named(name));
        }
    }
}
