package org.shutterline.client.operator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.StationStatus;

/**
 * One operator at one station: what may be done is handed to the part that does it, and all parts together are shown as one
 * state. All of it happens on the bench's thread; the actions may come from any.
 */
public final class OperatorPresenter implements OperatorActions {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration COUNTDOWN_TICK = Duration.ofMillis(250);

    private final Bench bench;
    private final Showing showing;
    private final Speech speech;
    private final Reconnector connection;
    private final Connecting connecting;
    private final StationTalk talk;
    private final ResultLog log = new ResultLog();
    private final Viewing viewing;
    private final Unasked unasked;
    private final Notices notices;
    private final StationNotices stationNotices;
    private final Capturing capturing;
    private final Readiness readiness;
    private final Repeater repeater;

    private boolean closed;

    /**
     * @param once gives each trigger a key of its own, 1 to 64 of A-Z a-z 0-9 . _ : -
     * @param everyMs from one repeated capture to the next
     */
    public OperatorPresenter(
            Bench bench,
            LinkOpener opener,
            LanguageFinder languages,
            ReconnectDelays delays,
            Supplier<String> once,
            int everyMs,
            OperatorView view) {
        this.bench = bench;
        this.showing = new Showing(bench, view, this::state);
        this.notices = new Notices(bench, showing::changed);
        this.stationNotices = new StationNotices(notices);
        this.speech = new Speech(languages, notices);
        this.connection = new Reconnector(bench, opener, delays, new Line());
        this.talk = new StationTalk(bench, connection::ask, speech::can, log, new Talk());
        this.viewing = new Viewing(bench, connection::ask, speech::can, talk, log, showing::changed);
        this.connecting = new Connecting(connection, speech, notices, viewing::pause, this::forgetView);
        this.unasked = new Unasked(talk, viewing, notices);
        this.capturing =
                new Capturing(bench, connection::ask, speech::can, once, notices, talk::take, showing::changed);
        this.readiness = new Readiness(connection, speech::can, capturing, talk);
        this.repeater = new Repeater(
                bench, everyMs, readiness::isReady, () -> capturing.capture(talk.station(), ""), showing::changed);
        bench.run(showing::changed);
        bench.run(this::tick);
    }

    @Override
    public void close() {
        bench.run(() -> {
            repeater.stop();
            connection.disconnect();
            closed = true;
        });
    }

    @Override
    public void connect(String address) {
        bench.run(() -> connecting.connect(address));
    }

    @Override
    public void speak(LanguageChoice choice) {
        act(() -> connecting.speak(choice));
    }

    @Override
    public void disconnect() {
        act(connecting::disconnect);
    }

    @Override
    public void logIn(String user, Secret password) {
        act(() -> connecting.comeAs(Optional.of(new Command.LogIn(user, password))));
    }

    @Override
    public void logOut() {
        act(() -> connecting.comeAs(Optional.empty()));
    }

    @Override
    public void tryNow() {
        act(connection::tryNow);
    }

    @Override
    public void chooseStation(int number) {
        act(() -> {
            if (number != talk.station()) {
                forgetView();
                talk.change(number);
            }
        });
    }

    @Override
    public void capture(String part) {
        act(() -> capturing.want(readiness.now(), talk.station(), part));
    }

    @Override
    public void askAgain() {
        act(() -> {
            if (connection.stands()) {
                capturing.askAgain();
            }
        });
    }

    @Override
    public void showLive(boolean on) {
        act(() -> viewing.showLive(on));
    }

    @Override
    public void repeat(boolean on, int everyMs) {
        act(() -> repeater.set(on, everyMs));
    }

    @Override
    public void pick(long id) {
        act(() -> viewing.pick(id));
    }

    @Override
    public void pickNewest() {
        act(viewing::pickNewest);
    }

    @Override
    public void chooseTrend(String name) {
        act(() -> viewing.chooseTrend(name));
    }

    @Override
    public void resetCounters() {
        act(talk::resetCounters);
    }

    @Override
    public void changeJob(String job) {
        act(() -> {
            if (connection.stands() && speech.can(Ability.CHANGE_JOB)) {
                talk.changeJob(job);
            }
        });
    }

    @Override
    public void closeNotice(Notice.Topic topic) {
        act(() -> notices.close(topic));
    }

    private void act(Runnable action) {
        bench.run(() -> {
            action.run();
            showing.changed();
        });
    }

    private void forgetView() {
        viewing.leave();
        talk.forget();
        repeater.stop();
    }

    /** The next tick comes whatever becomes of this one. */
    private void tick() {
        if (!closed) {
            boolean waiting = connection.connection().phase() == OperatorState.Phase.WAITING;
            bench.after(waiting ? COUNTDOWN_TICK : TICK, this::tick);
            if (connection.wanted()) {
                showing.changed();
            }
            if (connection.stands() && !capturing.running()) {
                talk.lookAgain();
            }
        }
    }

    private OperatorState state() {
        return new OperatorState(
                bench.now(),
                connection.connection(),
                speech.chosen(),
                speech.abilities(),
                talk.stations(),
                talk.station(),
                talk.status(),
                talk.job(),
                talk.jobs(),
                log.newest(),
                viewing.shown(),
                viewing.isEarlier(),
                viewing.newSince(),
                viewing.picture(connection.stands()),
                viewing.isLive(),
                viewing.film(),
                log.counts(bench.now()),
                viewing.trend(),
                readiness.now(),
                repeater.state(),
                capturing.returned(),
                Stream.concat(connection.notice().stream(), notices.open().stream())
                        .toList());
    }

    private final class Line implements Reconnector.Owner {
        @Override
        public void opened() {
            talk.greet();
            viewing.restart();
        }

        @Override
        public void happened(Event event) {
            event.answerBy(unasked);
        }

        @Override
        public void broke() {
            stationNotices.silent();
            repeater.stop();
        }

        @Override
        public void firstTrusted(String fingerprint) {
            connecting.firstTrusted(fingerprint);
        }

        @Override
        public void changed() {
            showing.changed();
        }
    }

    /** What the station says, as it is shown. */
    private final class Talk implements StationTalk.Owner {
        @Override
        public void stands(StationStatus now) {
            stationNotices.stands(now);
            showing.changed();
        }

        @Override
        public void came(InspectionResult result) {
            capturing.seen(result);
        }

        @Override
        public void jobsChanged() {
            showing.changed();
        }

        @Override
        public void resultsChanged() {
            viewing.look();
        }

        @Override
        public void otherServer() {
            viewing.startOver();
        }

        @Override
        public void refused(Code code) {
            stationNotices.refused(code);
        }
    }
}
