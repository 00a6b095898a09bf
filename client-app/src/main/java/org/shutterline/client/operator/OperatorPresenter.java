package org.shutterline.client.operator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.ReconnectDelays;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;

/**
 * One operator at one station: what is asked of the server, what is kept of its answers, and what is shown. All of it
 * happens on the bench's thread; the actions may come from any.
 */
public final class OperatorPresenter implements OperatorActions {
    private static final int MOST_A_REPLY = 1_000;
    private static final int FIRST_LOOK_BACK = 200;
    private static final int LIVE_FPS = 10;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration TOLD = Duration.ofSeconds(6);

    private final Bench bench;
    private final OperatorView view;
    private final Reconnector connection;
    private final ResultLog log = new ResultLog();
    private final FilmRoll film = new FilmRoll(log);
    private final PictureDesk pictures;
    private final Notices notices;
    private final Capturing capturing;
    private final Repeater repeater;

    private List<Integer> stations = List.of();
    private int station = 1;
    private Optional<StationStatus> status = Optional.empty();
    private Duration serverAhead = Duration.ZERO;
    private String trend = "";
    private boolean live;
    private boolean missedAsked;
    private boolean showing;
    private boolean closed;

    /**
     * @param once gives each trigger a key of its own, 1 to 64 of A-Z a-z 0-9 . _ : -
     * @param everyMs from one repeated capture to the next
     */
    public OperatorPresenter(
            Bench bench,
            LinkOpener opener,
            ReconnectDelays delays,
            Supplier<String> once,
            int everyMs,
            OperatorView view) {
        this.bench = bench;
        this.view = view;
        this.notices = new Notices(bench, this::changed);
        this.connection = new Reconnector(bench, opener, delays, new Line());
        this.pictures = new PictureDesk(connection::ask, this::changed);
        this.capturing =
                new Capturing(bench, connection::ask, once, notices, result -> take(result, true), this::changed);
        this.repeater = new Repeater(bench, everyMs, this::captureIsReady, () -> capturing.capture(station, ""));
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
            forgetStation();
        }
        notices.close(Notice.Topic.CONNECTION);
        connection.connect(address);
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
        act(connection::disconnect);
    }

    @Override
    public void tryNow() {
        act(connection::tryNow);
    }

    @Override
    public void chooseStation(int number) {
        act(() -> {
            if (number != station) {
                connection.ask(new Command.Unsubscribe(OptionalInt.of(station)), new Ignored());
                forgetStation();
                station = number;
                join();
            }
        });
    }

    @Override
    public void capture(String part) {
        act(() -> {
            OperatorState.Capture can = captureState();
            if (can == OperatorState.Capture.READY || can == OperatorState.Capture.RUNNING) {
                capturing.capture(station, part);
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
            live = on;
            askLive();
            wantPictures();
        });
    }

    private void askLive() {
        connection.ask(live ? new Command.StartLive(station, LIVE_FPS) : new Command.StopLive(station), new Ignored());
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
        act(() -> connection.ask(new Command.ResetCounters(station), new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (reply instanceof Reply.Refused refused) {
                    tellRefusal(refused.code());
                }
                askStatus();
            }
        }));
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

    private void tellRefusal(Code code) {
        notices.tell(
                Notice.Topic.REFUSAL,
                Notice.Kind.WARNING,
                Phrase.of("refused." + code),
                Phrase.of("refused.nothingChanged"),
                TOLD);
    }

    private void forgetStation() {
        log.clear();
        film.pickNewest();
        pictures.clear();
        status = Optional.empty();
        live = false;
        repeater.stop();
    }

    private void greet() {
        pictures.restart();
        connection.ask(new Command.ListStations(), new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (reply instanceof Reply.Stations known && !known.numbers().isEmpty()) {
                    stations = known.numbers();
                    station = stations.contains(station) ? station : stations.get(0);
                }
                join();
            }
        });
    }

    /** Results are subscribed before the missed ones are asked for, so that none falls between. */
    private void join() {
        connection.ask(new Command.Subscribe(OptionalInt.of(station)), new Ignored());
        missedAsked = false;
        askStatus();
        if (live) {
            askLive();
        }
    }

    private void askStatus() {
        int asked = station;
        connection.ask(new Command.AskStatus(station), new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (asked == station && reply instanceof Reply.Status got) {
                    counted(got.status());
                }
            }
        });
    }

    private void counted(StationStatus now) {
        boolean otherServer = !missedAsked && now.lastId() < log.newestId();
        if (otherServer) {
            log.clear();
            pictures.clear();
        }
        status = Optional.of(now);
        log.counted(now);
        tellState(now);
        if (!missedAsked) {
            missedAsked = true;
            fetchMissed(log.newestId() == 0 ? Math.max(0, now.lastId() - FIRST_LOOK_BACK) : log.newestId());
        }
        changed();
    }

    private void fetchMissed(long after) {
        int asked = station;
        connection.ask(new Command.ResultsSince(station, after, MOST_A_REPLY), new Answer() {
            @Override
            public void replied(Reply reply, String line) {
                if (asked == station && reply instanceof Reply.Results missed) {
                    missed.results().forEach(result -> take(result, false));
                    int count = missed.results().size();
                    if (count == MOST_A_REPLY) {
                        fetchMissed(missed.results().get(count - 1).id());
                    }
                    wantPictures();
                }
            }
        });
    }

    private void take(InspectionResult result, boolean justNow) {
        if (result.station() != station) {
            return;
        }
        if (log.add(result) && justNow) {
            log.arrived(bench.now());
            Duration took = Duration.ofNanos(Math.round(result.ms() * 1e6));
            serverAhead =
                    Duration.between(bench.now(), result.time().toInstant().plus(took));
        }
        capturing.seen(result);
        if (justNow) {
            wantPictures();
        }
        changed();
    }

    private void wantPictures() {
        pictures.want(live ? Optional.empty() : film.shown(), film.frames());
        changed();
    }

    private void tellState(StationStatus now) {
        if (now.state() == StationState.OFFLINE || now.state() == StationState.FAULT) {
            notices.tell(new Notice(
                    Notice.Topic.STATION,
                    Notice.Kind.WARNING,
                    Phrase.of("station." + now.state(), now.station(), now.why()),
                    Phrase.of("station.next." + now.state()),
                    Optional.empty(),
                    Optional.empty()));
        } else {
            notices.close(Notice.Topic.STATION);
        }
    }

    private boolean captureIsReady() {
        return captureState() == OperatorState.Capture.READY;
    }

    private OperatorState.Capture captureState() {
        if (!connection.stands()) {
            return OperatorState.Capture.NO_CONNECTION;
        }
        if (capturing.running()) {
            return OperatorState.Capture.RUNNING;
        }
        StationState state = status.map(StationStatus::state).orElse(StationState.READY);
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
            bench.after(TICK, this::tick);
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
                stations,
                station,
                status,
                log.newest(),
                film.shown(),
                film.earlier(),
                film.newSince(),
                pictures.shown(connection.stands(), live, bench.now(), serverAhead),
                live,
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
        private final Event.Handler<Void> events = new Told();

        @Override
        public void opened() {
            greet();
        }

        @Override
        public void happened(Event event) {
            event.answerBy(events);
        }

        @Override
        public void broke() {
            notices.close(Notice.Topic.STATION);
            repeater.stop();
        }

        @Override
        public void changed() {
            OperatorPresenter.this.changed();
        }
    }

    private final class Told implements Event.Handler<Void> {
        @Override
        public Void finished(Event.Finished event) {
            take(event.result(), true);
            return null;
        }

        @Override
        public Void unsafe(Event.Unsafe event) {
            notices.tell(
                    Notice.Topic.CAPTURE,
                    Notice.Kind.DATA_LOST,
                    Phrase.of("refused." + Code.STORAGE_FAILED),
                    Phrase.of("refused.notSafe"));
            return null;
        }

        @Override
        public Void stateChanged(Event.StateChanged event) {
            if (event.status().station() == station) {
                askStatus();
            }
            return null;
        }

        @Override
        public Void livePicture(Event.LivePicture event) {
            if (live && event.station() == station) {
                pictures.live(event.picture(), bench.now());
            } else {
                event.picture().blob().close();
            }
            return null;
        }
    }

    /** Something that is asked again anyway when the next connection stands. */
    private abstract static class Answer implements Asked {
        @Override
        public void lost(Trouble trouble) {
            // a new connection begins with greet()
        }
    }

    /** A refusal of it is told, nothing else comes of it. */
    private final class Ignored extends Answer {
        @Override
        public void replied(Reply reply, String line) {
            if (reply instanceof Reply.Refused refused) {
                tellRefusal(refused.code());
            }
        }
    }
}
