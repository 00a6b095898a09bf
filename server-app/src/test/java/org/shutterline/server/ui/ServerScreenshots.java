package org.shutterline.server.ui;

import ch.qos.logback.classic.Level;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.shutterline.look.PlatePicture;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.cameras.CameraRow;
import org.shutterline.server.cameras.CamerasPresenter;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.cameras.Delay;
import org.shutterline.server.cameras.FindablePlates;
import org.shutterline.server.cameras.ScriptedCameras;
import org.shutterline.server.doctor.Fix;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorPresenter;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.JobVersion;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.editor.PlateWorkshop;
import org.shutterline.server.editor.Threads;
import org.shutterline.server.guard.Latency;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersPresenter;
import org.shutterline.server.listeners.ScriptedListeners;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.RecordingView;
import org.shutterline.server.monitor.Samples;
import org.shutterline.server.monitor.ScriptedPlant;
import org.shutterline.server.monitor.ScriptedTraffic;
import org.shutterline.server.monitor.StageTimes;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.net.Traffic;
import org.shutterline.server.simulator.Count;
import org.shutterline.server.simulator.PlcChoice;
import org.shutterline.server.simulator.PlcCounts;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.statistics.ScriptedFigures;
import org.shutterline.server.statistics.StatisticsPresenter;
import org.shutterline.server.storage.ScriptedStorage;
import org.shutterline.server.storage.StoragePresenter;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.terminal.End;
import org.shutterline.server.terminal.TerminalLink;
import org.shutterline.server.terminal.TerminalPresenter;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.ui.connections.ConnectionsPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the real window with scripted stations and saves it as a picture: {@code ServerScreenshots SCENE THEME WIDTHxHEIGHT
 * FILE.png [LANGUAGE]}. Scenes: stations, ng, fault, ask, earlier, values, times, empty, connections, connections-calm,
 * connections-many, connections-doctor, connections-terminal, connections-simulator, connections-error, listener, listener-new, listener-error, history, statistics, log, storage,
 * keys, faults, cameras, cameras-find, cameras-faults, cameras-focus, cameras-delay, cameras-delayed, cameras-error, cameras-online, jobs, jobs-compare,
 * jobs-arrival, jobs-trouble, seat, seat-error, seat-first, seat-long, seat-nobody, seat-cameras, seat-editor, seat-idle, seat-held, users,
 * users-token, users-error, connections-tls, guide, guide-step, editor, editor-ask, editor-error, editor-truth, editor-table, editor-answer, editor-program. Needs a display;
 * {@code -Dsun.java2d.uiScale=2} saves it at 200 %.
 */
public final class ServerScreenshots {
    private static final Instant START = Samples.START.toInstant();
    private static final Peer PLC = ScriptedTraffic.peer(1, "PLC line 3");
    private static final Peer PANEL = ScriptedTraffic.peer(25, "panel-3");
    private static final Peer ROBOT = ScriptedTraffic.peer(3, "robot 2");

    private final HandCrankedBench bench = new HandCrankedBench(START.plusSeconds(2));
    private final ScriptedPlant plant = new ScriptedPlant();
    private final TrafficRing ring = new TrafficRing();
    private final LogRing log = LogRing.attach();
    private final RecordingView view = new RecordingView();
    private final MonitorPresenter presenter;
    private final String scene;
    private final PlateWorkshop workshop;
    private final EditorPresenter editor;
    private final ScriptedFigures figures = new ScriptedFigures();
    private final StatisticsPresenter statistics;
    private final ScriptedCameras cameraSource = new ScriptedCameras();
    private final CamerasPresenter cameras;
    private final ScriptedListeners listenersSource = new ScriptedListeners();
    private final ListenersPresenter listeners = new ListenersPresenter(
            listenersSource, new BenchThread("listeners", Clock.systemUTC()), this::showListener, () -> {});
    private final TerminalPresenter terminal =
            new TerminalPresenter(plant.dialects(), plant::listeners, this::answering, bench, this::showTalk);
    private final StoragePresenter storage = new StoragePresenter(
            new ScriptedStorage(), new BenchThread("storage", Clock.systemUTC()), this::showStorage);
    private volatile EditorState edited = EditorState.EMPTY;
    private volatile List<CameraRow> cameraRows = List.of();
    private MonitorFrame frame;

    private ServerScreenshots(String scene) throws IOException {
        Path folder = Files.createTempDirectory("screenshots");
        workshop = new PlateWorkshop(folder, SimulatedCameras.withDefects(0.1)).withDemoJob();
        editor = new EditorPresenter(workshop, Threads.own(), state -> {
            edited = state;
            EventQueue.invokeLater(() -> frame.pages().show(state));
        });
        this.scene = scene;
        Optional<String> trouble = scene.equals("fault")
                ? Optional.of("settings.yaml, stations[1].camera.settings.seed: expected a whole number, found 'x'")
                : Optional.empty();
        this.statistics = new StatisticsPresenter(
                figures, bench, ZoneOffset.UTC, state -> frame.pages().show(state));
        this.cameras = new CamerasPresenter(
                cameraSource.driver(scene.startsWith("cameras-delay") ? FindablePlates.usb() : FindablePlates.gige()),
                new BenchThread("cameras", Clock.systemUTC()),
                state -> {
                    cameraRows = state.cameras();
                    EventQueue.invokeLater(() -> frame.pages().show(measured(state)));
                });
        this.presenter = new MonitorPresenter(plant, ring, log, trouble, bench, view);
    }

    private void showListener(Optional<ListenerForm> form) {
        EventQueue.invokeLater(() -> frame.pages().showListener(form));
    }

    private void showStorage(StorageState state) {
        EventQueue.invokeLater(() -> frame.show(state));
    }

    private void showTalk(TerminalState state) {
        EventQueue.invokeLater(() -> frame.pages().show(state));
    }

    /** A device that answers as it is written here. */
    private TerminalLink answering(String host, int port, TerminalLink.Listener listener) throws IOException {
        if (port != 7501) {
            throw new ConnectException("refused");
        }
        Map<String, String> answers = Map.of(
                "HELLO,bench", "HELLO,OK,Shutterline,1.0,1",
                "T1,part=SN9", "T1,OK,1044,23.1,5.018",
                "S1", "S1,OK,READY,plate-A,1044,1001,999,2,0,1",
                "T9", "ER,T9,10,no such station");
        return new TerminalLink() {
            @Override
            public void send(List<byte[]> pieces, int pauseMs) throws InterruptedException {
                String line = new String(pieces.get(0), StandardCharsets.UTF_8).strip();
                listener.received((answers.getOrDefault(line, "ER,,02,malformed line") + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /** As if the screen had been seen, which no scripted camera does. */
    private CamerasState measured(CamerasState state) {
        List<Long> seen = Stream.of(131, 138, 142, 144, 150, 151, 155, 159, 160, 163)
                .map(ms -> ms * 1_000_000L)
                .toList();
        Delay delay = new Delay("", Delay.Stage.MEASURED, new Latency(10, seen, 40_000_000), "");
        return scene.equals("cameras-delayed")
                ? new CamerasState(
                        state.cameras(),
                        state.open(),
                        state.search(),
                        state.drivers(),
                        state.stations(),
                        state.jobs(),
                        Optional.of(delay),
                        state.told())
                : state;
    }

    /** @param arguments scene, theme, size, file and, if not English, the language */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(arguments.length > 4 ? arguments[4] : "en"));
        String[] size = arguments[2].split("x");
        new ServerScreenshots(arguments[0])
                .save(
                        Theme.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
                        new Dimension(Integer.parseInt(size[0]), Integer.parseInt(size[1])),
                        new File(arguments[3]));
        System.exit(0);
    }

    private void save(Theme theme, Dimension size, File file) throws Exception {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.INFO);
        }
        if (!scene.equals("empty")) {
            fill();
        }
        EventQueue.invokeAndWait(() -> open(theme, size));
        presenter.start();
        bench.pass(Duration.ofSeconds(3));
        play();
        EventQueue.invokeAndWait(() -> bench.pass(Duration.ofMillis(1_200)));
        for (int round = 0; round < 12; round++) {
            EventQueue.invokeAndWait(() -> frame.show(view.last()));
            LockSupport.parkNanos(150_000_000);
        }
        if (scene.equals("cameras-find") || scene.equals("cameras-focus") || scene.startsWith("cameras-delay")) {
            chooseOneThatWasFound();
            LockSupport.parkNanos(1_000_000_000L);
            if (scene.equals("cameras-focus")) {
                EventQueue.invokeAndWait(() -> {
                    press(frame, "crosshair");
                    press(frame, "clipped");
                });
            }
            if (scene.startsWith("cameras-delay")) {
                EventQueue.invokeLater(() -> press(frame, "cameras.measureDelay"));
            }
            LockSupport.parkNanos(2_000_000_000L);
        }
        if (scene.startsWith("listener") || scene.equals("storage")) {
            LockSupport.parkNanos(1_000_000_000L);
        }
        if (scene.startsWith("seat") || scene.startsWith("users")) {
            new SeatScene(scene, frame).play();
            for (int round = 0; round < 4; round++) {
                EventQueue.invokeAndWait(() -> frame.show(view.last()));
                LockSupport.parkNanos(150_000_000);
            }
        }
        if (scene.equals("editor-answer") || scene.equals("editor-table")) {
            String button = scene.equals("editor-answer") ? "job.answer" : "confusion.OK.NG";
            EventQueue.invokeAndWait(() -> press(frame, button));
            LockSupport.parkNanos(300_000_000);
        }
        EventQueue.invokeAndWait(() -> shoot(file));
    }

    private void chooseOneThatWasFound() {
        cameraRows.stream()
                .filter(row -> row.serial().equals("40187733") || row.driver().equals("video"))
                .forEach(row -> cameras.choose(row.key()));
        if (!scene.startsWith("cameras-delay")) {
            // while the lens is turned it is brighter than is good, so that the help for exposure has something to show
            cameras.set("exposureUs", Optional.of(scene.equals("cameras-focus") ? 3_200.0 : 2_500.0));
        }
    }

    /** A run that goes on, as the window shows it. */
    private static final class PlayedPlc implements SimulatorActions {
        private static final SimulatorState STATE = new SimulatorState(
                List.of(new SimulatorSource.Place(
                        "keyence-xg", new InetSocketAddress(InetAddress.getLoopbackAddress(), 8_500))),
                List.of("custom", "insight", "keyence-iv", "keyence-xg", "omron", "plain"),
                true,
                new PlcCounts(
                        Map.of(
                                Count.SENT,
                                412L,
                                Count.OK,
                                371L,
                                Count.NG,
                                9L,
                                Count.REFUSED,
                                26L,
                                Count.ABANDONED,
                                6L,
                                Count.READS,
                                380L,
                                Count.CONNECTIONS,
                                7L,
                                Count.PROGRAMS,
                                41L),
                        Map.of(Code.STATION_BUSY, 26L),
                        new PlcCounts.Latency(23.4, 24.9, 31.2, 48.0)),
                Optional.empty());

        @Override
        public void start(PlcChoice choice) {
            // it is played already
        }

        @Override
        public void stop() {
            // it goes on
        }
    }

    /** Presses a button in a dialog of the window. */
    static void pressIn(Window owner, String name) {
        for (Window dialog : owner.getOwnedWindows()) {
            press(dialog, name);
        }
    }

    private static void press(Container in, String name) {
        for (Component each : in.getComponents()) {
            if (name.equals(each.getName()) && each instanceof AbstractButton button) {
                button.doClick();
            } else if (each instanceof Container inner) {
                press(inner, name);
            }
        }
    }

    private void open(Theme theme, Dimension size) {
        theme.install();
        JFrame.setDefaultLookAndFeelDecorated(true);
        JDialog.setDefaultLookAndFeelDecorated(true);
        frame = new MonitorFrame(
                presenter, editor, statistics, cameras, listeners, terminal, new PlayedPlc(), storage, () -> {});
        frame.setSize(size);
        frame.setLocation(10, 10);
        frame.setVisible(true);
        Words.speak(Locale.getDefault(Locale.Category.DISPLAY));
    }

    private void shoot(File file) {
        double scale = frame.getGraphicsConfiguration().getDefaultTransform().getScaleX();
        BufferedImage shot = new BufferedImage(
                (int) (frame.getWidth() * scale), (int) (frame.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = shot.createGraphics();
        g.scale(scale, scale);
        // not printed: a table that is printed hides which row is chosen
        frame.getRootPane().paint(g);
        for (Window dialog : frame.getOwnedWindows()) {
            if (dialog.isShowing()) {
                g.translate(dialog.getX() - frame.getX(), dialog.getY() - frame.getY());
                dialog.paint(g);
            }
        }
        g.dispose();
        try {
            ImageIO.write(shot, "png", file);
        } catch (java.io.IOException notWritten) {
            throw new java.io.UncheckedIOException(notWritten);
        }
    }

    private void fill() {
        boolean fault = scene.equals("fault");
        plant.station(1, "plate-A", StationState.READY, "");
        plant.station(2, "cap", StationState.BUSY, "");
        if (scene.startsWith("cameras") || scene.equals("seat-cameras")) {
            fillCameras();
        }
        if (scene.equals("connections-tls")) {
            plant.listensAt(SeatScene.listeners());
        }
        plant.station(
                3,
                "label",
                fault ? StationState.FAULT : StationState.OFFLINE,
                fault ? "there is no camera with serial 40187729" : "");
        plant.stages(List.of(
                new StageTimes("waiting", 0.1, 0.1, 0.2, 0.4),
                new StageTimes("exposure", 2.1, 2.0, 2.1, 2.2),
                new StageTimes("transfer", 6.0, 5.9, 6.5, 7.0),
                new StageTimes("inspection", 13.9, 13.6, 15.8, 18.1),
                new StageTimes("storing", 1.1, 1.0, 1.8, 3.3),
                new StageTimes("answer", 0.2, 0.2, 0.3, 0.5),
                new StageTimes("all", 23.4, 22.9, 26.1, 30.7)));
        plant.pictures((result, wanted) -> Optional.of(
                wanted == PictureView.THUMBNAIL
                        ? PlatePicture.thumbnail(result.verdict() != Verdict.NG, result.id())
                        : PlatePicture.source(result.verdict() != Verdict.NG, result.id())));
        plant.marks(result -> PlatePicture.marks(
                result.verdict() != Verdict.NG, result.verdict() == Verdict.NG ? "4.84 mm" : "5.02 mm"));
        for (long id = 900; id <= 1041; id++) {
            int station = id % 10 == 4 ? 2 : 1;
            Verdict verdict = id == 1037 || id == 988 ? Verdict.NG : Verdict.OK;
            plant.holds(Samples.result(id, station, verdict, 4.98 + id % 7 * 0.01));
        }
        count();
        plant.peers(List.of(
                new PeerStatus(PLC, START, 2_914, 1_042, 0, "T1,part=SN-000123", OptionalDouble.of(23.4)),
                new PeerStatus(PANEL, START, 8_120, 0, 0, "S1", OptionalDouble.of(0.4)),
                new PeerStatus(ROBOT, START, 0, 0, 0, "", OptionalDouble.empty())));
        if (scene.equals("log")) {
            plant.health(new PlantHealth(
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    new TreeMap<>(Map.of("connectionsOfListener", 37L, "lineTime", 4L))));
        }
        if (fault) {
            plant.health(new PlantHealth(Optional.empty(), 12));
        }
    }

    private void fillCameras() {
        Map<String, Object> hall = Map.of("seed", 7, "exposureMs", 1.8, "light", 1.1);
        cameraSource.station(1, StationState.OFFLINE, "", "simulated", hall);
        cameraSource.station(2, StationState.READY, "", "simulated", Map.of("seed", 9));
        cameraSource.station(
                3, StationState.FAULT, "there is no camera with serial 40187729", "gige", Map.of("serial", "40187729"));
    }

    private void workConnections() {
        frame.pages().go(Page.CONNECTIONS);
        terminal.start();
        terminal.end(End.CRLF);
        if (!scene.equals("connections-calm")) {
            List.of("HELLO,bench", "T1,part=SN9", "S1", "T9").forEach(terminal::send);
        }
        if (scene.equals("connections-error")) {
            plant.settingsAreLocked();
            presenter.fix(new Fix.EndBySilence(7501, 20));
            terminal.send("T1\\q");
        }
        if (scene.equals("connections-doctor")) {
            frame.pages().connections().showTab(1);
        } else if (scene.equals("connections-terminal")) {
            frame.pages().connections().showTab(2);
        }
    }

    private void workCameras() {
        cameras.start();
        frame.pages().go(Page.CAMERAS);
        cameras.choose(scene.equals("cameras-online") ? "station.2" : "station.1");
        switch (scene) {
            case "cameras-find", "cameras-focus", "cameras-delay", "cameras-delayed" -> cameras.find();
            case "cameras-faults" -> {
                plant.faults(1);
                frame.pages().cameras().showFaults();
                cameras.faults(true, Map.of("delay", 0.05, "delayMs", 300, "repeat", 0.02, "torn", 0.01));
            }
            case "cameras-error" -> {
                cameras.addByHand("folder");
                cameras.bind(1);
            }
            default -> {}
        }
    }

    /** A day of parts, some wrong, some called wrong by people. */
    private void count() {
        Random random = new Random(7);
        for (int i = 1; i <= 2_400; i++) {
            double width = 12 + random.nextGaussian() * 0.03 + Math.sin(i / 300.0) * 0.02;
            Verdict verdict = i % 389 == 0 ? Verdict.UNKNOWN : width > 12.08 ? Verdict.NG : Verdict.OK;
            figures.part(START.minusSeconds(2_400L - i), verdict, width);
        }
        figures.says(389, Verdict.OK).says(40, Verdict.NG).says(41, Verdict.NG);
    }

    private void play() throws Exception {
        if (!scene.equals("empty")) {
            talk();
            LoggerFactory.getLogger("org.shutterline.server.station.CameraLoop")
                    .warn("station-3-camera: there is no camera with serial 40187729");
            LoggerFactory.getLogger("org.shutterline.server.archive.PictureFiles")
                    .error("the disk is full, picture 1012 was not kept");
            LoggerFactory.getLogger("org.shutterline.server.net.TriggerServer")
                    .info("listening on 127.0.0.1:7501 for plain");
            InspectionResult last = Samples.result(1042, 1, scene.equals("ng") ? Verdict.NG : Verdict.OK, 5.02);
            plant.finishes(last);
        }
        bench.pass(Duration.ofSeconds(4));
        if (scene.startsWith("jobs")
                || scene.startsWith("editor")
                || scene.equals("seat-editor")
                || scene.equals("seat-held")) {
            teach();
        } else if (scene.startsWith("guide")) {
            beGuided();
        }
        EventQueue.invokeAndWait(() -> {
            frame.show(view.last());
            switch (scene) {
                case "jobs",
                        "jobs-compare",
                        "jobs-arrival",
                        "jobs-trouble",
                        "guide",
                        "guide-step",
                        "editor",
                        "editor-ask",
                        "editor-error",
                        "editor-truth",
                        "editor-table",
                        "editor-answer",
                        "editor-program",
                        "editor-model",
                        "editor-formula",
                        "seat-editor",
                        "seat-held" -> frame.pages().go(Page.JOBS);
                case "cameras",
                        "cameras-find",
                        "cameras-faults",
                        "cameras-focus",
                        "cameras-delay",
                        "cameras-delayed",
                        "cameras-error",
                        "cameras-online",
                        "seat-cameras" -> workCameras();
                case "faults" -> plant.faults(1);
                case "connections",
                        "connections-calm",
                        "connections-many",
                        "connections-tls",
                        "connections-doctor",
                        "connections-terminal",
                        "connections-error" -> workConnections();
                case "listener", "listener-new", "listener-error" -> workListeners();
                case "connections-simulator" -> {
                    frame.pages().go(Page.CONNECTIONS);
                    frame.pages().connections().showTool(ConnectionsPage.SIMULATOR);
                    frame.pages().show(PlayedPlc.STATE);
                }
                case "history" -> frame.pages().go(Page.HISTORY);
                case "log" -> frame.pages().go(Page.LOG);
                case "storage" -> {
                    frame.pages().go(Page.LOG);
                    EventQueue.invokeLater(frame::showStorage);
                    storage.verify();
                }
                case "statistics" -> frame.pages().go(Page.STATISTICS);
                case "ask" -> frame.askToChange();
                case "keys" -> frame.pages().showKeys(true);
                case "values" -> frame.pages().stations().showTab(1);
                case "times" -> frame.pages().stations().showTab(2);
                case "live", "stations" -> presenter.live(true);
                case "earlier" -> presenter.showEarlier(1037);
                default -> frame.pages().go(Page.STATIONS);
            }
        });
    }

    /** A minute at most; the runnable file, beside which this runs, has no library for waiting. */
    private static void until(BooleanSupplier there) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!there.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private void teach() throws Exception {
        workshop.produce(24);
        editor.refresh();
        if (scene.equals("jobs-arrival")) {
            Path file = Files.createTempDirectory("arrival").resolve("plate-A.shutterjob");
            editor.exportTo("plate-A", file);
            editor.importFrom(file);
        }
        if (scene.equals("jobs-compare")) {
            editor.copy("plate-A", "plate-B");
            until(() -> workshop.jobs().names().contains("plate-B"));
            workshop.jobs()
                    .save(
                            workshop.jobs()
                                    .content("plate-A")
                                    .withTree(Map.of("tools", List.of(), "outputs", List.of())),
                            Origin.window(""));
            editor.refresh();
            editor.compare(new JobVersion("plate-A", 2), new JobVersion("plate-B", 1));
        }
        if (scene.equals("jobs-trouble")) {
            Path jobs = workshop.keptDrafts().resolveSibling("jobs");
            Files.writeString(jobs.resolve("cap.yaml"), "tools:\n- {id: dirt, tool: blobs\n");
            Files.writeString(
                    jobs.resolve("ring.yaml"), "tools:\n- {id: dirt, tool: blobs, settings: {threshold: dark}}\n");
            editor.create("lid");
            until(() -> edited.open().isPresent());
            editor.add("blobs");
            editor.close();
        }
        if (!scene.startsWith("jobs")) {
            editor.open("plate-A");
            until(() -> edited.open().flatMap(OpenJob::judged).isPresent());
            editor.choose("width");
            editor.limit("width", "distance", "warnLow", Optional.of(381.5));
            editor.limit("holeA", "diameter", "high", Optional.of(160.2));
            if (scene.equals("editor-error")) {
                editor.retitle("holeB", "a hole with a very long name that no list can show in full");
                editor.set("width", "smoothPx", Optional.of("wide"));
                editor.set("code", "region", Optional.of(Map.of("x", 1200, "y", 300, "width", 200, "height", 200)));
            }
            if (scene.equals("editor-program")) {
                editor.add("external");
                editor.set("external", "command", Optional.of(List.of("python3", "measure.py")));
                editor.set("external", "values", Optional.of(List.of(Map.of("name", "width", "unit", "mm"))));
                editor.set("external", "parameters", Optional.of(Map.of("speed", 3)));
                editor.add("combine");
                editor.choose("external");
            }
            if (scene.equals("editor-model") || scene.equals("editor-formula")) {
                String kind = scene.equals("editor-model") ? "classify" : "formula";
                editor.add(kind);
                editor.choose(kind);
            }
            if (scene.equals("editor-truth") || scene.equals("editor-table")) {
                for (long id = 1; id <= 24; id++) {
                    workshop.jobs().label("plate-A", id, id % 5 != 0, picture(id));
                }
                editor.tryOnLabelled();
            } else if (scene.equals("editor-ask")) {
                editor.activate();
            } else {
                editor.tryOnProduction(1, 50);
            }
            LockSupport.parkNanos(500_000_000L);
            until(() -> edited.open()
                    .map(OpenJob::tryOn)
                    .filter(tried -> !tried.running() && tried.done() > 0)
                    .isPresent());
            LockSupport.parkNanos(500_000_000L);
        }
    }

    /** A new job that asks what is to be checked, or one on the way through a question. */
    private void beGuided() throws Exception {
        workshop.produce(4);
        editor.create("plate-B");
        until(() -> edited.open().flatMap(OpenJob::picture).isPresent());
        if (scene.equals("guide-step")) {
            editor.addFor(EditorActions.Question.HOW_MANY);
            editor.drawn("count", "region", Map.of("x", 180, "y", 240, "width", 220, "height", 520));
            editor.set("count", "polarity", Optional.of("dark"));
            editor.set("count", "minAreaPx", Optional.of(400));
            editor.guideNext();
            editor.limit("count", "count", "low", Optional.of(2.0));
            until(() -> edited.open().flatMap(OpenJob::judged).isPresent());
        }
        LockSupport.parkNanos(1_000_000_000L);
    }

    private void workListeners() {
        frame.pages().go(Page.CONNECTIONS);
        if (scene.equals("listener")) {
            listeners.edit(listenersSource.listeners().get(1).at());
            listeners.set("resultPrefix", Optional.of("\\x02"));
            listeners.setOwn("oneTooMany", Optional.of("drop-oldest"));
            return;
        }
        listeners.add();
        if (scene.equals("listener-error")) {
            listeners.setOwn("dialect", Optional.of("custom"));
            listeners.setOwn("port", Optional.of(70_000));
            listeners.set(
                    "rows", Optional.of(List.of(Map.of("in", "TRG {part}", "do", "fly", "result", "{judgement}"))));
            listeners.set("okWord", Optional.of("\\q"));
        }
    }

    private Path picture(long id) throws IOException {
        var pixels = workshop.picture(id).orElseThrow();
        BufferedImage image = new BufferedImage(pixels.widthPx(), pixels.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, pixels.widthPx(), pixels.heightPx(), pixels.bytes());
        Path file = Files.createTempFile("picture", ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private void talk() {
        ScriptedTraffic traffic = new ScriptedTraffic(ring);
        long[] at = {0};
        Object[][] lines = {
            {PLC, Traffic.Kind.OPENED, ""},
            {PLC, Traffic.Kind.IN, "T1,part=SN-000121\\r"},
            {PLC, Traffic.Kind.OUT, "T1,OK,1040,22.8,5.011,3.205,12.012,ABC123\\r"},
            {PANEL, Traffic.Kind.IN, "PING\\r\\n"},
            {PANEL, Traffic.Kind.OUT, "PING,OK\\r\\n"},
            {PANEL, Traffic.Kind.IN, "S1\\r\\n"},
            {PANEL, Traffic.Kind.OUT, "S1,OK,READY,plate-A,1043,1000,998,2,0,1\\r\\n"},
            {PANEL, Traffic.Kind.IN, "T3,part=SN-000125\\r\\n"},
            {PANEL, Traffic.Kind.OUT, "ER,T3,16,station fault\\r\\n"},
            {ROBOT, Traffic.Kind.OPENED, ""},
            {ROBOT, scene.equals("connections-calm") ? Traffic.Kind.NAMED : Traffic.Kind.NO_LINE_END, "T1"},
            {PLC, Traffic.Kind.IN, "T1,part=SN-000123\\r"},
            {PLC, Traffic.Kind.OUT, "T1,OK,1042,23.4,5.020,3.210,12.030,ABC123\\r"},
            {PANEL, Traffic.Kind.OUT, "!RESULT,1,OK,1042,23.4,5.020,3.210,12.030,ABC123\\r\\n"},
        };
        for (Object[] line : lines) {
            at[0] += line[1] == Traffic.Kind.OUT ? 23_400_000L : 211_000_000L;
            Instant moment = START.plusNanos(at[0]);
            Peer peer = (Peer) line[0];
            traffic.passes(moment, peer, (Traffic.Kind) line[1], (String) line[2]);
            if (String.valueOf(line[2]).startsWith("T1,part")
                    || String.valueOf(line[2]).startsWith("S1\\r")) {
                boolean trigger = String.valueOf(line[2]).startsWith("T1");
                Command asked = trigger ? new Command.Trigger(1, TriggerRequest.PLAIN) : new Command.AskStatus(1);
                traffic.means(moment, peer, Traffic.Kind.ASKED, new Meaning.Wanted(asked));
            }
        }
        if (scene.equals("connections-many")) {
            breakMuch(traffic);
        }
    }

    private void breakMuch(ScriptedTraffic traffic) {
        Instant now = START.plusSeconds(3);
        Peer longName = ScriptedTraffic.peer(31, "the robot at the second press of hall 4, left side");
        Command trigger = new Command.Trigger(3, TriggerRequest.PLAIN);
        traffic.passes(
                now, longName, Traffic.Kind.HTTP, "GET /shutterline/index.html?station=1&part=SN-000123 HTTP/1.1");
        traffic.passes(now, longName, Traffic.Kind.UNKNOWN, "MEASURE /C with some more words that nobody here knows");
        traffic.means(now, PANEL, Traffic.Kind.REFUSED, new Meaning.Refused(trigger, Code.STATION_OFFLINE));
        traffic.passes(now, PANEL, Traffic.Kind.UNMAPPED, "program 13");
    }
}
