package org.shutterline.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.TriggerRequest;

/** What the window knows of one station. Used on the bench alone. */
final class StationDesk {
    private static final int THUMBS_A_TICK = 4;
    private static final int LIVE_FPS = 10;
    private static final Duration PICTURE_PATIENCE = Duration.ofMillis(700);
    private static final Duration REMARK_STAYS = Duration.ofSeconds(12);
    /** No more bytes of pictures a second than this are fetched for the window. */
    private static final double MOST_BYTES_A_SECOND = 60e6;

    private StationPlate plate;
    private final Plant plant;
    private final Bench bench;
    private final ResultLookup lookup;
    private final Film film;
    private final Deque<Instant> finished = new ArrayDeque<>();
    private StationStatus status;
    private Optional<Instant> faultSince = Optional.empty();
    private Optional<ShownResult> shown = Optional.empty();
    private OptionalLong earlier = OptionalLong.empty();
    private OptionalLong fetching = OptionalLong.empty();
    private Instant fetchingSince = Instant.EPOCH;
    private Instant nextFetch = Instant.EPOCH;
    private boolean liveWanted;
    private boolean cameraRuns;
    private Optional<PlainPicture> livePicture = Optional.empty();
    private List<StageTimes> stages = List.of();
    private List<String> jobs = List.of();
    private Optional<String> changingTo = Optional.empty();
    private Optional<Remark> remark = Optional.empty();

    StationDesk(StationPlate plate, Plant plant, Bench bench) {
        this.plate = plate;
        this.plant = plant;
        this.bench = bench;
        this.lookup = new ResultLookup(plant, bench);
        this.film = new Film(lookup);
        this.status = new StationStatus(plate.number(), StationState.OFFLINE, "", 0, 0, 0, 0, 0, "");
    }

    int number() {
        return plate.number();
    }

    /** It may have been given another camera. */
    void plate(StationPlate now) {
        plate = now;
    }

    /** Asks for all that was there before the window. */
    void begin() {
        askStatus();
        askJobs();
        HistoryFilter mine =
                new HistoryFilter(Optional.empty(), Optional.empty(), "", Set.of(), OptionalInt.of(plate.number()));
        plant.search(mine.query(Film.MOST), found -> bench.run(() -> film.begin(found.orElse(List.of()))));
    }

    void askStatus() {
        plant.ask(
                new Command.AskStatus(plate.number()),
                reply -> bench.run(() -> {
                    if (reply instanceof Reply.Status now) {
                        become(now.status());
                    }
                }));
    }

    void askJobs() {
        plant.ask(
                new Command.ListJobs(plate.number()),
                reply -> bench.run(() -> {
                    if (reply instanceof Reply.Jobs now) {
                        jobs = now.names();
                    }
                }));
    }

    private void become(StationStatus now) {
        boolean fault = now.state() == StationState.FAULT;
        if (fault && faultSince.isEmpty()) {
            faultSince = Optional.of(bench.now());
        } else if (!fault) {
            faultSince = Optional.empty();
        }
        status = now;
        letCameraRun();
    }

    void finished(InspectionResult result) {
        film.add(result);
        finished.addLast(bench.now());
        remark = remark.filter(said -> said.deed() != Remark.Deed.TRIGGER);
    }

    /**
     * Fetches what is to be shown and lets go of what is past.
     *
     * @param large whether this station stands in the large view and someone looks at it
     */
    void tick(boolean large) {
        Instant now = bench.now();
        while (!finished.isEmpty() && finished.getFirst().isBefore(now.minusSeconds(60))) {
            finished.removeFirst();
        }
        remark = remark.filter(said -> said.at().isAfter(now.minus(REMARK_STAYS)));
        if (large) {
            stages = plant.stageTimes(plate.number());
            fetchShown(now);
        }
        film.fetch(large ? THUMBS_A_TICK : 1);
    }

    private void fetchShown(Instant now) {
        Optional<InspectionResult> wanted = earlier.isPresent() ? film.find(earlier.getAsLong()) : film.newest();
        if (wanted.isEmpty() || isShown(wanted.get())) {
            return;
        }
        if (fetching.isPresent()) {
            showWithoutPicture(wanted.get(), now);
        } else if (!now.isBefore(nextFetch)) {
            fetch(wanted.get(), now);
        }
    }

    private boolean isShown(InspectionResult wanted) {
        return shown.filter(there -> there.result().id() == wanted.id())
                .filter(there -> there.picture().isPresent() || there.whyNone().isPresent())
                .isPresent();
    }

    private void fetch(InspectionResult wanted, Instant now) {
        fetching = OptionalLong.of(wanted.id());
        fetchingSince = now;
        lookup.look(wanted, whole -> {
            fetching = OptionalLong.empty();
            double bytes =
                    whole.picture().map(picture -> picture.bytes().length).orElse(0);
            nextFetch = bench.now().plusMillis((long) (1000 * bytes / MOST_BYTES_A_SECOND));
            if (earlier.isEmpty() || earlier.getAsLong() == whole.result().id()) {
                shown = Optional.of(whole);
            }
        });
    }

    /** A verdict does not wait for a disk that does not bring its picture. */
    private void showWithoutPicture(InspectionResult wanted, Instant now) {
        boolean there = shown.filter(at -> at.result().id() == wanted.id()).isPresent();
        if (!there && now.isAfter(fetchingSince.plus(PICTURE_PATIENCE))) {
            shown = Optional.of(
                    new ShownResult(wanted, "", List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    // ---- what the technician asks for

    void trigger() {
        ask(new Command.Trigger(plate.number(), TriggerRequest.PLAIN), Remark.Deed.TRIGGER);
        showNewest();
    }

    void online(boolean yes) {
        if (yes) {
            ask(new Command.GoOnline(plate.number()), Remark.Deed.ONLINE);
        } else {
            ask(new Command.GoOffline(plate.number()), Remark.Deed.OFFLINE);
        }
        askStatus();
    }

    void changeJob(String job) {
        changingTo = Optional.of(job);
        plant.ask(
                new Command.ChangeJob(plate.number(), job),
                reply -> bench.run(() -> {
                    changingTo = Optional.empty();
                    refused(reply, Remark.Deed.JOB);
                    askStatus();
                }));
    }

    void live(boolean on) {
        liveWanted = on;
        showNewest();
        letCameraRun();
    }

    /** Online, each triggered picture is shown anyway; offline, the camera is asked to run by itself. */
    private void letCameraRun() {
        boolean run = liveWanted && status.state() == StationState.OFFLINE;
        if (run && !cameraRuns) {
            ask(new Command.StartLive(plate.number(), LIVE_FPS), Remark.Deed.LIVE);
        } else if (!run && cameraRuns) {
            plant.ask(new Command.StopLive(plate.number()), reply -> {});
            livePicture = Optional.empty();
        }
        cameraRuns = run;
    }

    void livePicture(PlainPicture picture) {
        livePicture = cameraRuns ? Optional.of(picture) : Optional.empty();
    }

    void showEarlier(long id) {
        earlier = OptionalLong.of(id);
        nextFetch = Instant.EPOCH;
    }

    void showNewest() {
        earlier = OptionalLong.empty();
    }

    private void ask(Command command, Remark.Deed deed) {
        plant.ask(command, reply -> bench.run(() -> refused(reply, deed)));
    }

    private void refused(Reply reply, Remark.Deed deed) {
        remark = reply instanceof Reply.Refused no
                ? Optional.of(new Remark(deed, no.code(), no.text(), bench.now()))
                : Optional.empty();
    }

    StationView view() {
        OptionalDouble perMinute = finished.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(finished.size());
        return new StationView(
                plate,
                status,
                faultSince,
                perMinute,
                film.items(),
                shown,
                earlier,
                new LiveState(liveWanted, livePicture),
                stages,
                jobs,
                changingTo,
                remark);
    }
}
