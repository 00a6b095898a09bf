package org.shutterline.protocol.script;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.shutterline.protocol.line.Intake;
import org.shutterline.protocol.line.Line;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.TalkLimits;

/** The station's side of one connection whose lines are dealt with one after the other, as a script says. */
public final class ScriptConversation implements ServerConversation {
    /** So much may wait while a line is dealt with; more is read when that is over. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final int DRAIN_MS = 1_000;

    /** So long the rest of an option of telnet may take: its first byte alone is no line before. */
    private static final long REST_OF_OPTION_NANOS = 1_000_000_000L;

    private final LineRules rules;
    private final Intake intake;
    private final TelnetFilter telnet = new TelnetFilter();
    private final ScriptDesk desk;
    private final Script script;
    private final boolean followsPictures;
    private long nowNanos;
    private long lastHeardNanos;
    private boolean heard;
    private boolean paused;
    private boolean ended;
    private boolean over;

    /**
     * @param rights what the peer may do; what needs more is refused without asking the stations
     * @param script made with the desk that it speaks through
     */
    public ScriptConversation(LineRules rules, Rights rights, Function<Desk, Script> script) {
        this.rules = rules;
        this.intake = new Intake(rules.silenceMs(), TalkLimits.USUAL.lineBytes(), TalkLimits.USUAL.lineMs());
        this.desk = new ScriptDesk(rules, rights);
        this.script = script.apply(desk);
        this.followsPictures = this.script.followsPictures();
    }

    @Override
    public void keepTo(TalkLimits limits) {
        intake.limitTo(limits.lineBytes(), limits.lineMs());
    }

    @Override
    public List<ServerStep> opened(long now) {
        itIs(now);
        script.opened();
        return goOn();
    }

    @Override
    public List<ServerStep> received(ByteBuffer bytes, long now) {
        itIs(now);
        if (isDeaf()) {
            return goOn();
        }
        heard = true;
        lastHeardNanos = now;
        intake.add(telnet.text(bytes), nowNanos);
        intake.settle();
        if (intake.isTls()) {
            notOurs(ServerStep.Remark.Kind.TLS, "");
        }
        return goOn();
    }

    @Override
    public List<ServerStep> ended(long now) {
        itIs(now);
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
        desk.clear();
    }

    @Override
    public List<ServerStep> replied(long ticket, Reply reply, long now) {
        itIs(now);
        if (over) {
            desk.repliedTooLate(ticket, reply);
        } else {
            desk.replied(ticket, reply);
        }
        return goOn();
    }

    @Override
    public boolean followsPictures() {
        return followsPictures;
    }

    @Override
    public boolean followsResults() {
        return script.followsResults();
    }

    @Override
    public List<ServerStep> happened(Event event, long now) {
        itIs(now);
        if (!over) {
            desk.happened(event);
            script.happened(event);
        }
        giveBack(event);
        return goOn();
    }

    @Override
    public List<ServerStep> woken(long now) {
        itIs(now);
        if (isReading()) {
            takeHeld();
            intake.silence(nowNanos).map(this::withHeld).ifPresent(this::read);
            intake.unended(nowNanos)
                    .ifPresent(bytes -> desk.add(
                            new ServerStep.Remark(ServerStep.Remark.Kind.NO_LINE_END, script.shown(text(bytes)))));
            if (intake.isOverdue(nowNanos)) {
                desk.add(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_TIME, ""));
                desk.close();
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
        OptionalLong write = desk.sendsAt();
        OptionalLong read = isReading() ? readsAt() : OptionalLong.empty();
        if (write.isEmpty() || read.isEmpty()) {
            return write.isPresent() ? write : read;
        }
        return OptionalLong.of(Intake.earlier(write.getAsLong(), read.getAsLong()));
    }

    private OptionalLong readsAt() {
        OptionalLong held = heldUntil();
        return held.isPresent() ? held : intake.dueAt();
    }

    /** When nothing waits but a byte that could begin an option of telnet: when silence makes a line of it, if it does. */
    private OptionalLong heldUntil() {
        long silence = intake.silenceNanos();
        return silence > 0 && telnet.isHolding() && intake.waiting() == 0
                ? OptionalLong.of(lastHeardNanos + Math.max(silence, REST_OF_OPTION_NANOS))
                : OptionalLong.empty();
    }

    private void takeHeld() {
        OptionalLong until = heldUntil();
        if (until.isPresent() && nowNanos - until.getAsLong() >= 0) {
            telnet.letGo();
            intake.add(ByteBuffer.wrap(new byte[] {(byte) TelnetFilter.IAC}), lastHeardNanos);
        }
    }

    private void itIs(long now) {
        nowNanos = now;
        desk.itIs(now);
    }

    private List<ServerStep> goOn() {
        while (!over && !desk.isClosing() && !desk.isInLine()) {
            Optional<Line> line = intake.next();
            if (line.isEmpty()) {
                break;
            }
            read(line.get());
        }
        if (!over) {
            pauseOrResume();
            desk.sendDue();
            finish();
        }
        return desk.taken();
    }

    /** A byte that could have begun an option of telnet belongs to the line that silence ends behind it. */
    private Line withHeld(Line line) {
        if (!telnet.letGo()) {
            return line;
        }
        byte[] bytes = Arrays.copyOf(line.bytes(), line.bytes().length + 1);
        bytes[bytes.length - 1] = (byte) TelnetFilter.IAC;
        return new Line(bytes, line.end());
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
        String shown = script.shown(text);
        desk.add(ServerStep.Remark.lineRead(line.bytes(), text, shown, line.end(), rules.charset()));
        // half a line says nothing of what its peer has read
        desk.begins(shown, heard);
        heard = false;
        script.line(text);
    }

    private String text(byte[] bytes) {
        return new String(bytes, rules.charset());
    }

    private void pauseOrResume() {
        boolean full = intake.waiting() > MOST_WAITING;
        if (full != paused) {
            paused = full;
            desk.add(full ? new ServerStep.PauseReading() : new ServerStep.ResumeReading());
            if (!full) {
                intake.resumed(nowNanos);
            }
        }
    }

    private void finish() {
        boolean tooLong = intake.isTooLong();
        if (desk.isAllSent() && (desk.isClosing() || tooLong || ended && desk.isIdle())) {
            if (tooLong && !desk.isClosing() && !ended) {
                desk.add(new ServerStep.Remark(ServerStep.Remark.Kind.LINE_BYTES, ""));
            }
            desk.add(new ServerStep.Close(ended ? 0 : DRAIN_MS));
            closed();
        }
    }

    private void notOurs(ServerStep.Remark.Kind kind, String text) {
        desk.add(new ServerStep.Remark(kind, text));
        desk.add(new ServerStep.CloseAtOnce());
        closed();
    }

    private boolean isDeaf() {
        return over || ended || desk.isClosing();
    }

    private boolean isReading() {
        return !isDeaf() && !paused && !desk.isInLine();
    }

    private static void giveBack(Event event) {
        if (event instanceof Event.LivePicture live) {
            live.picture().blob().close();
        }
    }
}
