package org.shutterline.protocol.dialect.plain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.TalkLimits;

/** Carries out requests: answers what the conversation knows itself, asks the stations for the rest. One thread. */
final class Requests {
    private static final long MS = 1_000_000L;

    private final Product product;
    private final Outlet outlet;
    private final ReplyOrder order;
    private final Format format;
    private final Map<Long, Owed> asked = new HashMap<>();

    private Rights rights;
    private Optional<Owed> login = Optional.empty();
    private final InTurn inTurn = new InTurn();
    private long lastTicket;
    private long undecided;
    private long carriedOut;
    private int mostTagged = TalkLimits.USUAL.tagged();
    private OptionalLong aliveNanos = OptionalLong.empty();
    private Optional<Owed> bye = Optional.empty();

    Requests(Product product, Rights rights, Outlet outlet, ReplyOrder order, Format format) {
        this.product = product;
        this.rights = rights;
        this.outlet = outlet;
        this.order = order;
        this.format = format;
    }

    void keepTo(TalkLimits limits) {
        mostTagged = limits.tagged();
    }

    /** A line that is not of the grammar. */
    void malformed(ReplyEnd end) {
        Owed owed = new Owed("", false, end);
        order.add(owed);
        order.ready(owed, wrong(owed, Code.MALFORMED_LINE, Code.MALFORMED_LINE.text()));
    }

    /**
     * Begins what a request asks for.
     *
     * @return false if it is to be handed in again before any other, when something was answered or {@link #isUndecided()}
     *     has changed
     */
    boolean carryOut(PlainRequest request, ReplyEnd end) {
        Meaning meaning = PlainVerbs.meaning(request, rights);
        boolean tagged = request.tag().isPresent();
        if (meaning instanceof Meaning.Ask ask
                && (tagged ? waitsForRoom(ask.command()) : waitsForDecision(ask.command()))) {
            return false;
        }
        Owed owed = new Owed(request.echo(), tagged, end);
        if (meaning instanceof Meaning.Bye) {
            bye = Optional.of(owed);
            return true;
        }
        Optional<Answer> answer = meaning.answerBy(new Doing(owed));
        order.add(owed);
        answer.ifPresent(ready -> order.ready(owed, ready));
        return true;
    }

    /**
     * What is refused must not depend on how lines were cut, so first all before it is asked. Then only what looks up waits on:
     * a trigger that did would take the picture of another part.
     */
    private boolean waitsForRoom(Command command) {
        return order.taggedCount() >= mostTagged
                && (isUndecided() || InTurn.isLookUp(command) && !order.onlyTriggersAreTagged());
    }

    private boolean waitsForDecision(Command command) {
        return isUndecided() && inTurn.isBehind(command);
    }

    /** Whether something was asked for whose answer may come at once, so that it is not known yet what has to wait for it. */
    boolean isUndecided() {
        return undecided - carriedOut > 0;
    }

    /** All steps of earlier calls were carried out: what has no answer by now gets it later. */
    void decided() {
        carriedOut = lastTicket;
    }

    /** Asks the questions that waited for a deed which has its answer now. */
    void askInTurn() {
        for (Optional<Owed> next = inTurn.next(); next.isPresent(); next = inTurn.next()) {
            askNow(next.get());
        }
    }

    private void askNow(Owed owed) {
        asked.put(++lastTicket, owed);
        outlet.step(new ServerStep.Ask(lastTicket, owed.command.orElseThrow()));
    }

    /** Who asked under this ticket, once; the steps before that Ask were carried out. */
    Optional<Owed> asked(long ticket) {
        carriedOut = Math.max(carriedOut, ticket);
        Optional<Owed> owed = Optional.ofNullable(asked.remove(ticket));
        if (owed.equals(login)) {
            login = Optional.empty();
        }
        return owed;
    }

    /** Whether a login waits for its reply. */
    boolean isLoggingIn() {
        return login.isPresent();
    }

    /** Whether the peer has to log in. */
    boolean isStranger() {
        return rights.isNone();
    }

    /** The peer may do this from now on. */
    void mayNow(Rights changed) {
        rights = changed;
    }

    /** The peer said good-bye; what it is owed comes before the reply. */
    Optional<Owed> bye() {
        return bye;
    }

    /** How often the peer promised a line, if it did. */
    OptionalLong aliveNanos() {
        return aliveNanos;
    }

    private Answer wrong(Owed owed, Code code, String text) {
        outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.ERROR, code.digits()));
        return Answering.refusal(owed, code, text);
    }

    /** Begins what a request asks for; empty if the reply comes later. */
    private final class Doing implements Meaning.Handler<Optional<Answer>> {
        private final Owed owed;

        Doing(Owed owed) {
            this.owed = owed;
        }

        @Override
        public Optional<Answer> wrong(Meaning.Wrong meaning) {
            if (meaning.code() == Code.NOT_ALLOWED) {
                outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.NOT_ALLOWED, owed.echo));
            }
            return Optional.of(Requests.this.wrong(owed, meaning.code(), meaning.text()));
        }

        @Override
        public Optional<Answer> ask(Meaning.Ask meaning) {
            if (owed.tagged && order.taggedCount() >= mostTagged) {
                outlet.step(new ServerStep.Remark(ServerStep.Remark.Kind.TAGGED, ""));
                return refused(Code.TOO_MANY_IN_FLIGHT);
            }
            owed.command = Optional.of(meaning.command());
            if (meaning.command() instanceof Command.LogIn) {
                login = Optional.of(owed);
            }
            boolean deed = InTurn.isDeed(meaning.command());
            boolean behind = !owed.tagged && inTurn.isBehind(meaning.command());
            if (behind || deed && !owed.tagged) {
                inTurn.add(owed);
            }
            if (!behind) {
                askNow(owed);
                undecided = deed || owed.tagged ? lastTicket : undecided;
            }
            return Optional.empty();
        }

        @Override
        public Optional<Answer> hello(Meaning.Hello meaning) {
            aliveNanos = meaning.aliveMs().isPresent()
                    ? OptionalLong.of(meaning.aliveMs().getAsLong() * MS)
                    : OptionalLong.empty();
            meaning.name().ifPresent(name -> outlet.step(new ServerStep.Named(name)));
            return Optional.of(Answer.of(as -> as.hello(owed.echo, product)));
        }

        @Override
        public Optional<Answer> ping(Meaning.Ping meaning) {
            return Optional.of(Answer.of(as -> as.ping(owed.echo, meaning.text())));
        }

        @Override
        public Optional<Answer> askRole(Meaning.AskRole meaning) {
            Role role = rights.role().orElseThrow();
            return Optional.of(Answer.of(as -> as.loggedIn(owed.echo, role)));
        }

        @Override
        public Optional<Answer> help(Meaning.Help meaning) {
            return Optional.of(Answer.of(as -> as.help(owed.echo, PlainVerbs.names())));
        }

        @Override
        public Optional<Answer> format(Meaning.Format meaning) {
            Spelling wanted = format.of(meaning.json());
            return Optional.of(Answer.of(as -> wanted.done(owed.echo)).after(() -> format.change(wanted)));
        }

        @Override
        public Optional<Answer> bye(Meaning.Bye meaning) {
            return Optional.of(Answer.of(as -> as.done(owed.echo)));
        }

        private Optional<Answer> refused(Code code) {
            return Optional.of(Requests.this.wrong(owed, code, code.text()));
        }
    }
}
