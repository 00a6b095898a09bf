package org.shutterline.client.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;

/**
 * One operator at one station: what is asked of the server, what is kept of its answers, and what is shown. All of it
 * happens on the bench's thread; the actions may come from any.
 */
public final class OperatorPresenter implements OperatorActions {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration COUNTDOWN_TICK = Duration.ofMillis(250);
    private static final Duration TOLD = Duration.ofSeconds(6);

    private final Bench bench;
    private final OperatorView view;
    private final Speech speech;
    private final Reconnector connection;
    private final StationTalk talk;
    private final ResultLog log = new ResultLog();
    private final FilmRoll film = new FilmRoll(log);
    private final PictureDesk pictures;
    private final LivePictures live;
    private final Unasked unasked;
    private final Notices notices;
    private final Capturing capturing;
    private final Repeater repeater;

    private String trend = "";
    private boolean showing;
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
        this.view = view;
        this.notices = new Notices(bench, this::changed);
        this.speech = new Speech(languages, notices);
        this.connection = new Reconnector(bench, opener, delays, new Line());
        this.talk = new StationTalk(bench, connection::ask, speech::can, log, new Talk());
        this.pictures = new PictureDesk(connection::ask, speech::can, this::changed);
        this.live = new LivePictures(bench, talk, speech::can, pictures);
        this.unasked = new Unasked(talk, live, notices);
        this.capturing = new Capturing(bench, connection::ask, speech::can, once, notices, talk::take, this::changed);
        this.repeater = new Repeater(
                bench, everyMs, this::captureIsReady, () -> capturing.capture(talk.station(), ""), this::changed);
        bench.run(this::changed);
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
        bench.run(() -> Address.read(address).ifPresentOrElse(this::connect, () -> noAddress(address)));
    }

    private void connect(Address address) {
        if (!address.toString().equals(connection.connection().address())) {
            forgetView();
        }
        notices.close(Notice.Topic.CONNECTION);
        speech.language().ifPresent(language -> connection.connect(address, language));
    }

    @Override
    public void speak(LanguageChoice choice) {
        act(() -> {
            boolean again = connection.wanted();
            disconnectHere();
            forgetView();
            speech.choose(choice);
            if (again) {
                Address.read(connection.connection().address()).ifPresent(this::connect);
            }
        });
    }

    private void noAddress(String typed) {
        connection.typed(typed);
        notices.tell(
                Notice.Topic.CONNECTION,
                Notice.Kind.WARNING,
                Phrase.of("address.wrong", typed),
                Phrase.of("address.example"),
                TOLD);
    }

    @Override
    public void disconnect() {
        act(this::disconnectHere);
    }

    @Override
    public void logIn(String user, Secret password) {
        act(() -> comeAs(Optional.of(new Command.LogIn(user, password))));
    }

    @Override
    public void logOut() {
        act(() -> comeAs(Optional.empty()));
    }

    private void comeAs(Optional<Command.LogIn> who) {
        connection.be(who);
        if (connection.wanted()) {
            Address.read(connection.connection().address()).ifPresent(this::connect);
        }
    }

    private void disconnectHere() {
        live.pause();
        connection.disconnect();
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
        act(() -> {
            OperatorState.Capture can = captureState();
            if (can == OperatorState.Capture.READY || can == OperatorState.Capture.RUNNING) {
                capturing.capture(talk.station(), part);
            } else if (!part.isBlank()) {
                capturing.notTaken(part, "capture.not." + can);
            }
        });
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
        act(() -> {
            live.want(on);
            wantPictures();
        });
    }

    @Override
    public void repeat(boolean on, int everyMs) {
        act(() -> repeater.set(on, everyMs));
    }

    @Override
    public void pick(long id) {
        pick(() -> film.pick(id));
    }

    @Override
    public void pickNewest() {
        pick(film::pickNewest);
    }

    private void pick(Runnable choice) {
        act(() -> {
            choice.run();
            wantPictures();
        });
    }

    @Override
    public void chooseTrend(String name) {
        act(() -> trend = name);
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
            changed();
        });
    }

    private void forgetView() {
        live.end();
        talk.forget();
        film.pickNewest();
        pictures.clear();
        repeater.stop();
    }

    private void wantPictures() {
        pictures.want(live.isWanted() ? Optional.empty() : film.shown(), film.frames());
        changed();
    }

    private boolean captureIsReady() {
        return captureState() == OperatorState.Capture.READY;
    }

    private OperatorState.Capture captureState() {
        if (!connection.stands()) {
            return OperatorState.Capture.NO_CONNECTION;
        }
        if (!speech.can(Ability.TRIGGER)) {
            return OperatorState.Capture.NOT_IN_LANGUAGE;
        }
        if (!connection.connection().mayDo(Role.TRIGGER)) {
            return OperatorState.Capture.NOT_ALLOWED;
        }
        if (capturing.running()) {
            return OperatorState.Capture.RUNNING;
        }
        StationState state = talk.status().map(StationStatus::state).orElse(StationState.READY);
        if (state == StationState.OFFLINE) {
            return OperatorState.Capture.OFFLINE;
        }
        return state == StationState.FAULT ? OperatorState.Capture.FAULT : OperatorState.Capture.READY;
    }

    private void tick() {
        if (!closed) {
            if (connection.wanted()) {
                changed();
            }
            if (connection.stands() && !capturing.running()) {
                talk.lookAgain();
            }
            boolean waiting = connection.connection().phase() == OperatorState.Phase.WAITING;
            bench.after(waiting ? COUNTDOWN_TICK : TICK, this::tick);
        }
    }

    /** The newest state is shown once all that waits on the bench is done, however much that is. */
    private void changed() {
        if (!showing) {
            showing = true;
            bench.run(() -> {
                showing = false;
                view.show(state());
            });
        }
    }

    private OperatorState state() {
        List<InspectionResult> frames = film.frames();
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
                film.shown(),
                film.earlier(),
                film.newSince(),
                pictures.shown(connection.stands(), live.isWanted(), bench.now(), talk.serverAhead()),
                live.isWanted(),
                frames.stream()
                        .map(result -> new OperatorState.FilmFrame(result, pictures.thumbnail(result.id())))
                        .toList(),
                log.counts(bench.now()),
                Trend.of(frames, trend),
                captureState(),
                repeater.state(),
                capturing.returned(),
                shownNotices());
    }

    private List<Notice> shownNotices() {
        return Stream.concat(connection.notice().stream(), notices.open().stream())
                .toList();
    }

    private final class Line implements Reconnector.Owner {
        @Override
        public void opened() {
            pictures.restart();
            talk.greet();
            live.restart();
        }

        @Override
        public void happened(Event event) {
            event.answerBy(unasked);
        }

        @Override
        public void broke() {
            notices.close(Notice.Topic.STATION);
            repeater.stop();
        }

        @Override
        public void firstTrusted(String fingerprint) {
            notices.tell(
                    Notice.Topic.TRUST,
                    Notice.Kind.WARNING,
                    Phrase.of("trust.first", connection.connection().address()),
                    Phrase.of("trust.compare", fingerprint));
        }

        @Override
        public void changed() {
            OperatorPresenter.this.changed();
        }
    }

    /** What the station says, as it is shown. */
    private final class Talk implements StationTalk.Owner {
        @Override
        public void stands(StationStatus now) {
            if (now.state() == StationState.OFFLINE || now.state() == StationState.FAULT) {
                notices.tell(new Notice(
                        Notice.Topic.STATION,
                        Notice.Kind.WARNING,
                        Phrase.of("station." + now.state(), now.station()),
                        Phrase.of("station.next." + now.state()),
                        Optional.empty(),
                        Optional.empty()));
            } else {
                notices.close(Notice.Topic.STATION);
            }
            changed();
        }

        @Override
        public void came(InspectionResult result) {
            capturing.seen(result);
        }

        @Override
        public void jobsChanged() {
            changed();
        }

        @Override
        public void resultsChanged() {
            wantPictures();
        }

        @Override
        public void otherServer() {
            film.pickNewest();
            pictures.clear();
        }

        @Override
        public void refused(Code code) {
            notices.tell(
                    Notice.Topic.REFUSAL,
                    Notice.Kind.WARNING,
                    Phrase.of("refused." + code),
                    Phrase.of("refused.nothingChanged"),
                    TOLD);
        }
    }
}
