package org.shutterline.protocol.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerStep;

/** The desk of one conversation: what its script wants becomes steps, and what the script waits for is kept until it comes. */
final class ScriptDesk implements Desk {
    private final LineRules rules;
    private final Pace pace;
    private final Awaited awaited = new Awaited();
    private Rights rights;
    private List<ServerStep> steps = new ArrayList<>(4);
    private long nowNanos;
    private String lastShown = "";
    private boolean inLine;
    private boolean closing;

    /** @param rights what the peer may do; what needs more is refused without asking the stations */
    ScriptDesk(LineRules rules, Rights rights) {
        this.rules = rules;
        this.rights = rights;
        this.pace = new Pace(rules.gapMs());
    }

    // ---- what the script wants

    @Override
    public void ask(Command command, Consumer<Reply> listener) {
        if (!rights.mayDo(command.getClass())) {
            add(new ServerStep.Remark(ServerStep.Remark.Kind.NOT_ALLOWED, lastShown));
            listener.accept(new Reply.Refused(Code.NOT_ALLOWED));
            return;
        }
        add(new ServerStep.Ask(awaited.reply(listener), command));
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
        sendDue();
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
        add(new ServerStep.Remark(ServerStep.Remark.Kind.UNKNOWN, lastShown));
        add(new ServerStep.Remark(ServerStep.Remark.Kind.ERROR, Code.UNKNOWN_COMMAND.digits()));
    }

    @Override
    public void unmapped(String theirs) {
        add(new ServerStep.Remark(ServerStep.Remark.Kind.UNMAPPED, theirs));
    }

    @Override
    public void named(String name) {
        add(new ServerStep.Named(name));
    }

    // ---- what its conversation tells it

    void itIs(long now) {
        nowNanos = now;
    }

    /**
     * A line is handed to the script.
     *
     * @param shown as people are shown it
     * @param fresh whether bytes of the peer came since the line before
     */
    void begins(String shown, boolean fresh) {
        lastShown = shown;
        inLine = true;
        if (fresh) {
            pace.heard();
        }
    }

    void replied(long ticket, Reply reply) {
        awaited.takeReply(ticket).ifPresentOrElse(listener -> listener.accept(reply), () -> giveBack(reply));
    }

    /** The same when nobody listens any more. */
    void repliedTooLate(long ticket, Reply reply) {
        awaited.takeReply(ticket);
        giveBack(reply);
    }

    private static void giveBack(Reply reply) {
        if (reply instanceof Reply.PictureOf pictureOf) {
            pictureOf.picture().blob().close();
        }
    }

    void happened(Event event) {
        awaited.happened(event);
    }

    void add(ServerStep step) {
        steps.add(step);
    }

    /** Writes what may be written by now. */
    void sendDue() {
        pace.take(nowNanos, steps);
    }

    List<ServerStep> taken() {
        List<ServerStep> taken = steps;
        steps = new ArrayList<>(4);
        return taken;
    }

    /** Whether the line that was handed in last is not dealt with yet. */
    boolean isInLine() {
        return inLine;
    }

    /** Whether nothing is owed to the peer but what is written already. */
    boolean isIdle() {
        return !inLine && awaited.isNothing();
    }

    boolean isClosing() {
        return closing;
    }

    boolean isAllSent() {
        return pace.isEmpty();
    }

    OptionalLong sendsAt() {
        return pace.dueAt();
    }

    /** Nothing is written any more, and nobody waits for triggers. */
    void clear() {
        pace.drop();
        awaited.forgetTriggers();
    }
}
