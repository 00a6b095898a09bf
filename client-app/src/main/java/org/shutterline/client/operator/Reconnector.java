package org.shutterline.client.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shutterline.client.language.Language;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Link;
import org.shutterline.client.link.LinkListener;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;

/** Keeps a connection standing for as long as it is wanted: a new link each time the last one broke. On the bench. */
final class Reconnector {

    /** Who works with the connection. */
    interface Owner {
        void opened();

        void happened(Event event);

        /** It had stood and broke. */
        void broke();

        /** The server is trusted from now on by what it showed. */
        void firstTrusted(String fingerprint);

        /** Something that is shown changed. */
        void changed();
    }

    private final Bench bench;
    private final LinkOpener opener;
    private final ReconnectDelays delays;
    private final Owner owner;

    private OperatorState.Phase phase = OperatorState.Phase.NONE;
    private String shownAddress = "";
    private Optional<Address> address = Optional.empty();
    private Optional<Language> language = Optional.empty();
    private Optional<Command.LogIn> login = Optional.empty();
    private Optional<Role> role = Optional.empty();
    private Optional<Link> link = Optional.empty();
    private OptionalDouble roundTripMs = OptionalDouble.empty();
    private Optional<Break> lastBreak = Optional.empty();
    private Optional<Notice.Countdown> countdown = Optional.empty();
    private Optional<Bench.Alarm> alarm = Optional.empty();

    /** What went wrong first; told until a connection stands again. */
    private record Break(Instant at, Trouble why, boolean hadStood) {}

    Reconnector(Bench bench, LinkOpener opener, ReconnectDelays delays, Owner owner) {
        this.bench = bench;
        this.opener = opener;
        this.delays = delays;
        this.owner = owner;
    }

    OperatorState.Connection connection() {
        return new OperatorState.Connection(
                phase, shownAddress, roundTripMs, login.map(Command.LogIn::user).orElse(""), role);
    }

    boolean stands() {
        return phase == OperatorState.Phase.CONNECTED;
    }

    /** A connection is wanted, whether it stands or not. */
    boolean wanted() {
        return phase != OperatorState.Phase.NONE;
    }

    void connect(Address to, Language in) {
        disconnect();
        address = Optional.of(to);
        language = Optional.of(in);
        shownAddress = to.toString();
        delays.restart();
        open();
    }

    /** From the next connection on this window is somebody, or nobody. */
    void be(Optional<Command.LogIn> who) {
        login = who;
    }

    /** Keeps what was typed although it is no address. */
    void typed(String text) {
        shownAddress = text;
    }

    void disconnect() {
        drop();
        lastBreak = Optional.empty();
        phase = OperatorState.Phase.NONE;
        owner.changed();
    }

    void tryNow() {
        if (phase == OperatorState.Phase.WAITING) {
            open();
        }
    }

    /**
     * Answers come on the bench. Without a connection it is lost at once; and lost is an answer that comes when another
     * link has taken the place of the one that was asked, as it may be another server's.
     */
    void ask(Command command, Asked asked) {
        link.filter(any -> stands())
                .ifPresentOrElse(
                        open -> open.ask(command, onBench(open, asked)),
                        () -> bench.run(() -> asked.lost(new Trouble(Trouble.Kind.ENDED, "no connection"))));
    }

    private Asked onBench(Link askedLink, Asked asked) {
        return new Asked() {
            @Override
            public void replied(Reply reply, String line) {
                bench.run(() -> {
                    if (link.filter(now -> now == askedLink).isPresent()) {
                        asked.replied(reply, line);
                    } else {
                        release(reply);
                        asked.lost(new Trouble(Trouble.Kind.ENDED, "another connection"));
                    }
                });
            }

            @Override
            public void lost(Trouble trouble) {
                bench.run(() -> asked.lost(trouble));
            }
        };
    }

    private static void release(Reply reply) {
        if (reply instanceof Reply.PictureOf got) {
            got.picture().blob().close();
        }
    }

    private void drop() {
        alarm.ifPresent(Bench.Alarm::cancel);
        alarm = Optional.empty();
        countdown = Optional.empty();
        roundTripMs = OptionalDouble.empty();
        role = Optional.empty();
        Optional<Link> old = link;
        link = Optional.empty();
        old.ifPresent(Link::close);
    }

    private void open() {
        drop();
        phase = OperatorState.Phase.CONNECTING;
        Ears ears = new Ears();
        Link opened = opener.open(address.orElseThrow(), spoken(), ears);
        ears.mine = Optional.of(opened);
        link = ears.mine;
        owner.changed();
    }

    private Language spoken() {
        Language bare = language.orElseThrow();
        return login.map(bare::as).orElse(bare);
    }

    private void opened() {
        phase = OperatorState.Phase.CONNECTED;
        lastBreak = Optional.empty();
        delays.restart();
        owner.opened();
        owner.changed();
    }

    private void closed(Trouble trouble) {
        boolean hadStood = stands();
        drop();
        if (hadStood || lastBreak.isEmpty()) {
            lastBreak = Optional.of(new Break(bench.now(), trouble, hadStood));
        }
        phase = OperatorState.Phase.WAITING;
        if (repeats(trouble)) {
            tryLater();
        }
        if (hadStood) {
            owner.broke();
        }
        owner.changed();
    }

    /** What a person has to change is not tried again by itself: a wrong password would soon have to wait. */
    private static boolean repeats(Trouble trouble) {
        return switch (trouble.kind()) {
            case NOT_ADMITTED, CERTIFICATE_CHANGED, CERTIFICATE_BAD -> false;
            default -> true;
        };
    }

    private void tryLater() {
        Duration wait = delays.next();
        Instant now = bench.now();
        countdown = Optional.of(new Notice.Countdown(now, now.plus(wait)));
        alarm = Optional.of(bench.after(wait, this::open));
    }

    /** What happened to the connection and what is next, if it does not stand. */
    Optional<Notice> notice() {
        return lastBreak.map(broken -> new Notice(
                Notice.Topic.CONNECTION,
                Notice.Kind.WARNING,
                Phrase.of(
                        broken.hadStood() ? "link.lost" : "link.none",
                        broken.hadStood() ? broken.at() : shownAddress,
                        Phrase.of(reason(broken), broken.why().detail())),
                repeats(broken.why()) ? Phrase.of(next(broken), nextTry()) : Phrase.of("link.notRepeated"),
                Optional.of(Notice.Remedy.TRY_NOW),
                countdown));
    }

    private boolean isOurs() {
        return language.filter(Language::isOurs).isPresent();
    }

    private String reason(Break broken) {
        boolean otherLanguage = broken.why().kind() == Trouble.Kind.NOT_OURS && !isOurs();
        return otherLanguage
                ? "trouble.otherLanguage"
                : "trouble." + broken.why().kind();
    }

    private String next(Break broken) {
        if (!broken.hadStood()) {
            return "link.repeated";
        }
        return isOurs() ? "link.fetched" : "link.notFetched";
    }

    private Phrase nextTry() {
        return countdown
                .map(due -> Phrase.of(
                        "link.next",
                        Math.max(1, (Duration.between(bench.now(), due.until()).toMillis() + 999) / 1_000)))
                .orElseGet(() -> Phrase.of("link.trying"));
    }

    /** Listens to one link and hears nothing of it once another has taken its place. */
    private final class Ears implements LinkListener {
        private Optional<Link> mine = Optional.empty();

        private void hear(Runnable told) {
            bench.run(() -> {
                if (link.isPresent() && link.equals(mine)) {
                    told.run();
                }
            });
        }

        @Override
        public void opened() {
            hear(Reconnector.this::opened);
        }

        @Override
        public void admitted(Role told) {
            hear(() -> {
                role = Optional.of(told);
                owner.changed();
            });
        }

        @Override
        public void firstTrusted(String fingerprint) {
            hear(() -> owner.firstTrusted(fingerprint));
        }

        @Override
        public void roundTrip(double ms) {
            hear(() -> {
                roundTripMs = OptionalDouble.of(ms);
                owner.changed();
            });
        }

        @Override
        public void happened(Event event) {
            hear(() -> owner.happened(event));
        }

        @Override
        public void told(Runnable done) {
            bench.run(done);
        }

        @Override
        public void closed(Trouble trouble) {
            hear(() -> Reconnector.this.closed(trouble));
        }
    }
}
