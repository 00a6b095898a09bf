package org.shutterline.server.monitor;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Picture;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.archive.HistoryQuery;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.settings.Plugins;

/** Stations that do what a test says. Answers at once, on the asker's thread. Safe for all threads. */
public final class ScriptedPlant implements Plant {
    private List<ListenerPlate> listeners = List.of(listener("plain", 7501), listener("keyence-xg", 8500));
    private final Map<Long, Verdict> saidOf = new java.util.HashMap<>();
    final Map<Path, String> flights = new java.util.HashMap<>();

    private final Map<Integer, StationPlate> plates = new TreeMap<>();
    private final Map<Integer, StationStatus> statuses = new TreeMap<>();
    private final List<InspectionResult> results = new ArrayList<>();
    private final List<Command> asked = new ArrayList<>();
    private final List<HistoryQuery> searched = new ArrayList<>();
    private List<PeerStatus> peers = List.of();
    private List<StageTimes> stages = List.of();
    private PlantHealth health = PlantHealth.WELL;
    private Verdict next = Verdict.OK;
    private final Map<Integer, Integer> silences = new TreeMap<>();
    private boolean settingsAreLocked;
    private boolean searchBreaks;
    private boolean picturesHang;
    private Consumer<Event> listener = event -> {};
    private BiFunction<InspectionResult, PictureView, Optional<Picture>> pictures = (result, view) ->
            Optional.of(new Picture("mono8", 2, 1, Blob.of(new byte[] {(byte) result.id(), (byte) view.ordinal()})));
    private Function<InspectionResult, List<Overlay>> marks = result -> List.of();

    public synchronized ScriptedPlant station(int number, String job, StationState state, String why) {
        plates.put(number, new StationPlate(number, "Simulated plate, 1280 x 960, seed 7", 2_000, false));
        statuses.put(number, new StationStatus(number, state, job, 0, 998, 2, 0, 0, why));
        return this;
    }

    /** From now on its camera has faults on demand. */
    public synchronized void faults(int number) {
        StationPlate now = plates.get(number);
        plates.put(number, new StationPlate(number, now.camera(), now.deadlineMs(), true));
    }

    /** Results that were there before the window. */
    public synchronized void holds(InspectionResult result) {
        results.add(result);
    }

    public synchronized void becomes(int number, StationState state, String why) {
        StationStatus now = statuses.get(number);
        statuses.put(
                number,
                new StationStatus(
                        number, state, now.job(), now.lastId(), now.ok(), now.ng(), now.unknown(), now.refused(), why));
    }

    public synchronized void nextVerdict(Verdict verdict) {
        next = verdict;
    }

    public synchronized void peers(List<PeerStatus> connected) {
        peers = connected;
    }

    public synchronized void stages(List<StageTimes> times) {
        stages = times;
    }

    public synchronized void health(PlantHealth now) {
        health = now;
    }

    public synchronized void searchBreaks(boolean yes) {
        searchBreaks = yes;
    }

    /** From now on no picture is brought, and no refusal either. */
    public synchronized void picturesHang() {
        picturesHang = true;
    }

    public synchronized void pictures(BiFunction<InspectionResult, PictureView, Optional<Picture>> drawn) {
        pictures = drawn;
    }

    public synchronized void marks(Function<InspectionResult, List<Overlay>> drawn) {
        marks = drawn;
    }

    public void tells(Event event) {
        listener.accept(event);
    }

    /** A result is durable, and everyone is told. */
    public void finishes(InspectionResult result) {
        holds(result);
        tells(new Event.Finished(result));
    }

    /** What was asked for, but for what is asked for again and again. */
    public synchronized List<Command> asked() {
        return asked.stream()
                .filter(command -> !(command instanceof Command.AskStatus || command instanceof Command.ListJobs))
                .toList();
    }

    /** What people said of parts, by the ids of their results. */
    public synchronized Map<Long, Verdict> said() {
        return Map.copyOf(saidOf);
    }

    public synchronized List<HistoryQuery> searched() {
        return List.copyOf(searched);
    }

    // ---- what the window sees

    @Override
    public synchronized List<StationPlate> stations() {
        return List.copyOf(plates.values());
    }

    @Override
    public Runnable listen(Consumer<Event> events) {
        listener = events;
        return () -> listener = event -> {};
    }

    @Override
    public synchronized List<StageTimes> stageTimes(int station) {
        return stages;
    }

    @Override
    public synchronized List<ListenerPlate> listeners() {
        return listeners;
    }

    public synchronized void listensAt(List<ListenerPlate> places) {
        listeners = places;
    }

    private static ListenerPlate listener(String dialect, int port) {
        Options options = Options.checked("listeners", Map.of(), List.of());
        return new ListenerPlate(dialect, options, new InetSocketAddress("127.0.0.1", port), Role.OPERATE, true);
    }

    @Override
    public Collection<Dialect> dialects() {
        return Plugins.installed().dialects().all();
    }

    @Override
    public synchronized void endBySilence(int port, int silenceMs, Consumer<Optional<String>> done) {
        silences.put(port, silenceMs);
        done.accept(settingsAreLocked ? Optional.of("settings.yaml: read-only file") : Optional.empty());
    }

    /** What silence ends lines, by the port of the listener. */
    public synchronized Map<Integer, Integer> silences() {
        return Map.copyOf(silences);
    }

    /** From now on no setting can be changed. */
    public synchronized void settingsAreLocked() {
        settingsAreLocked = true;
    }

    @Override
    public synchronized List<PeerStatus> peers() {
        return peers;
    }

    @Override
    public synchronized void say(InspectionResult result, Optional<Verdict> said, Consumer<Optional<String>> done) {
        said.ifPresentOrElse(verdict -> saidOf.put(result.id(), verdict), () -> saidOf.remove(result.id()));
        done.accept(Optional.empty());
    }

    @Override
    public synchronized void said(Set<String> jobs, Consumer<Map<Long, Verdict>> found) {
        found.accept(Map.copyOf(saidOf));
    }

    /** What judges now is {@code v1} as version 3, as all details say. */
    @Override
    public void judgedBy(InspectionResult result, String versionId, Consumer<JudgedBy> told) {
        told.accept(new JudgedBy(result.job(), OptionalInt.of(3), versionId.equals("v1")));
    }

    @Override
    public synchronized void saveFlight(long id, Path file, List<WirePiece> wire, Consumer<Optional<String>> done) {
        flights.put(file, id + " " + wire.size());
        done.accept(Optional.empty());
    }

    @Override
    public synchronized void saveSupport(Path file, Consumer<Optional<String>> done) {
        flights.put(file, "support");
        done.accept(Optional.empty());
    }

    @Override
    public synchronized void replay(Path file, Consumer<Flight> done) {
        boolean known = flights.containsKey(file);
        done.accept(new Flight(String.valueOf(file.getFileName()), known, known, List.of("result")));
    }

    @Override
    public synchronized PlantHealth health() {
        return health;
    }

    @Override
    public synchronized void search(HistoryQuery query, Consumer<Optional<List<InspectionResult>>> found) {
        searched.add(query);
        found.accept(searchBreaks ? Optional.empty() : Optional.of(found(query)));
    }

    private List<InspectionResult> found(HistoryQuery query) {
        return results.stream()
                .filter(result -> query.station().isEmpty() || query.station().getAsInt() == result.station())
                .filter(result -> query.verdicts().isEmpty() || query.verdicts().contains(result.verdict()))
                .filter(result -> result.part().orElse("").contains(query.part()))
                .filter(result -> query.from()
                        .filter(from -> result.time().toInstant().isBefore(from))
                        .isEmpty())
                .filter(result -> query.beforeId().isEmpty()
                        || result.id() < query.beforeId().getAsLong())
                .sorted(Comparator.comparingLong(InspectionResult::id).reversed())
                .limit(query.most())
                .toList();
    }

    @Override
    public void ask(Command command, Consumer<Reply> reply) {
        synchronized (this) {
            asked.add(command);
        }
        answer(command).ifPresent(reply);
        if (command instanceof Command.Trigger trigger
                && status(trigger.station()).state() == StationState.READY) {
            finishes(Samples.result(lastId() + 1, trigger.station(), next, 5.02));
        }
    }

    private synchronized StationStatus status(int station) {
        return statuses.get(station);
    }

    private synchronized long lastId() {
        return results.stream().mapToLong(InspectionResult::id).max().orElse(0);
    }

    private synchronized Optional<Reply> answer(Command command) {
        if (command instanceof Command.AskStatus ask) {
            return Optional.of(new Reply.Status(statuses.get(ask.station())));
        } else if (command instanceof Command.ListJobs) {
            return Optional.of(new Reply.Jobs(List.of("cap", "label", "plate-A", "plate-B")));
        } else if (command instanceof Command.FetchDetail ask) {
            return Optional.of(find(ask.id())
                    .<Reply>map(result -> new Reply.DetailOf(
                            new Detail(result, "v1", marks.apply(result), List.of(), Map.of(), List.of())))
                    .orElseGet(() -> new Reply.Refused(Code.NO_SUCH_RESULT)));
        } else if (command instanceof Command.FetchPicture ask) {
            return picturesHang ? Optional.empty() : Optional.of(picture(ask));
        } else if (command instanceof Command.Trigger trigger) {
            boolean ready = statuses.get(trigger.station()).state() == StationState.READY;
            return Optional.of(
                    ready ? new Reply.Accepted(lastId() + 1, false) : new Reply.Refused(Code.STATION_OFFLINE));
        } else if (command instanceof Command.GoOnline change) {
            becomes(change.station(), StationState.READY, "");
        } else if (command instanceof Command.GoOffline change) {
            becomes(change.station(), StationState.OFFLINE, "");
        } else if (command instanceof Command.ChangeJob change) {
            return Optional.of(
                    change.job().equals("plate-B")
                            ? new Reply.JobChanged(change.job(), 12)
                            : new Reply.Refused(Code.NO_SUCH_JOB));
        }
        return Optional.of(new Reply.Done());
    }

    private Optional<InspectionResult> find(long id) {
        return results.stream().filter(result -> result.id() == id).findFirst();
    }

    private Reply picture(Command.FetchPicture ask) {
        return find(ask.id())
                .flatMap(result -> pictures.apply(result, ask.view()))
                .<Reply>map(picture -> new Reply.PictureOf(ask.id(), picture))
                .orElseGet(() -> new Reply.Refused(Code.PICTURE_NOT_KEPT));
    }
}
