package org.shutterline.server.ui;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.Seat;
import org.shutterline.server.cameras.CamerasPresenter;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.editor.EditorPresenter;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.Threads;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersPresenter;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.simulator.SimulatorPresenter;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.statistics.StatisticsPresenter;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.storage.StoragePresenter;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.terminal.SocketLink;
import org.shutterline.server.terminal.TerminalLink;
import org.shutterline.server.terminal.TerminalPresenter;
import org.shutterline.server.terminal.TerminalState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who works behind the pages: a presenter for each, with its threads; what they have to show is told to the window. Any thread. */
final class Backstage {
    private static final Logger LOG = LoggerFactory.getLogger(Backstage.class);
    private static final int END_EDITOR_S = 10;
    private static final int END_CAMERAS_S = 3;

    private final BenchThread bench = bench("monitor");
    private final BenchThread camerasBench = bench("cameras");
    private final BenchThread terminalBench = bench("terminal");
    private final BenchThread listenersBench = bench("listeners");
    private final BenchThread storageBench = bench("storage");
    private final Newest<MonitorFrame, MonitorState> newest;
    private final Newest<MonitorFrame, StorageState> newestStorage;
    private final Newest<Pages, EditorState> newestJobs;
    private final Newest<Pages, StatisticsState> newestFigures;
    private final Newest<Pages, TerminalState> newestTerminal;
    private final Newest<Pages, CamerasState> newestCameras;
    private final Newest<Pages, SimulatorState> newestSimulator;
    private final Newest<Pages, Optional<ListenerForm>> newestListener;
    private final MonitorPresenter monitor;
    private final EditorPresenter editor;
    private final StatisticsPresenter statistics;
    private final CamerasPresenter cameras;
    private final ListenersPresenter listeners;
    private final TerminalPresenter terminal;
    private final SimulatorPresenter simulator;
    private final StoragePresenter storage;
    private volatile Optional<Seat> guard = Optional.empty();

    /** @param frame asked on the event thread */
    Backstage(Sources sources, Supplier<Optional<MonitorFrame>> frame) {
        Supplier<Optional<Pages>> pages = () -> frame.get().map(MonitorFrame::pages);
        this.newest = new Newest<>(frame, MonitorFrame::show);
        this.newestStorage = new Newest<>(frame, MonitorFrame::show);
        this.newestJobs = new Newest<>(pages, Pages::show);
        this.newestFigures = new Newest<>(pages, Pages::show);
        this.newestTerminal = new Newest<>(pages, Pages::show);
        this.newestCameras = new Newest<>(pages, Pages::show);
        this.newestSimulator = new Newest<>(pages, Pages::show);
        this.newestListener = new Newest<>(pages, Pages::showListener);
        this.monitor = new MonitorPresenter(
                sources.plant(), sources.traffic(), sources.log(), sources.settingsTrouble(), bench, newest::tell);
        this.editor = new EditorPresenter(sources.workshop(), Threads.own(), newestJobs::tell);
        this.statistics =
                new StatisticsPresenter(sources.figures(), bench, ZoneId.systemDefault(), newestFigures::tell);
        this.simulator = new SimulatorPresenter(sources.simulator(), bench, Backstage::play, newestSimulator::tell);
        this.listeners = new ListenersPresenter(
                sources.listeners(), listenersBench, newestListener::tell, simulator::listenersChanged);
        this.cameras = new CamerasPresenter(sources.cameras(), camerasBench, newestCameras::tell);
        this.terminal = new TerminalPresenter(
                sources.plant().dialects(),
                sources.plant()::listeners,
                this::openTerminal,
                terminalBench,
                newestTerminal::tell);
        this.storage = new StoragePresenter(sources.storage(), storageBench, newestStorage::tell);
    }

    private static BenchThread bench(String name) {
        return new BenchThread(name, Clock.systemDefaultZone());
    }

    private static void play(Runnable played) {
        Thread thread = new Thread(played, "plc-simulator");
        thread.setDaemon(true);
        thread.start();
    }

    private TerminalLink openTerminal(String host, int port, TerminalLink.Listener listener) throws IOException {
        try {
            guard.ifPresent(seat -> seat.does(Act.TALK.least(), "terminal to " + host + ":" + port));
        } catch (BadSetting notAllowed) {
            throw new IOException(notAllowed.getMessage(), notAllowed);
        }
        return SocketLink.open(host, port, listener);
    }

    /** From now on the terminal is for those whom the users allow it; what one of them opened goes when he does. */
    void guardedBy(Seat seat) {
        guard = Optional.of(seat);
        seat.onLeaving(terminal::disconnect);
    }

    void start() {
        monitor.start();
        cameras.start();
        terminal.start();
        listeners.start();
        storage.start();
    }

    /** A window over all of them; event thread. */
    MonitorFrame window(Runnable askToStop) {
        return new MonitorFrame(
                monitor, editor, statistics, cameras, listeners, terminal, simulator, storage, askToStop);
    }

    /** Shows what there was to show before there was a window; event thread. */
    void showAll() {
        newest.show();
        newestJobs.show();
        newestFigures.show();
        newestCameras.show();
        newestTerminal.show();
        newestListener.show();
        newestSimulator.show();
    }

    /** The threads of the pages of stations and statistics, and of whatever the window does besides. */
    BenchThread bench() {
        return bench;
    }

    /** The window goes: nothing is shown any more. What is taught, and cameras, end on their own. */
    void leave() {
        monitor.stop();
        terminal.stop();
        terminalBench.endWhenDone();
        listenersBench.endWhenDone();
        storageBench.endWhenDone();
        simulator.stop();
    }

    /**
     * What is taught is kept for the next start, and programs of drafts end. Waits until that is done; a tool that never
     * returns is not waited for. Nobody may teach any more. Any thread but the window's.
     */
    void endEditor() {
        await(editor.end(), END_EDITOR_S, "the editor of jobs does not end");
    }

    /** Cameras that were opened for the window alone are closed, so that nobody finds them taken; one that hangs is left. */
    void endCameras() {
        await(cameras.end(), END_CAMERAS_S, "a camera that was looked through does not close");
        camerasBench.close();
    }

    private static void await(CompletableFuture<Void> ending, int mostS, String late) {
        try {
            ending.get(mostS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException why) {
            LOG.warn("{}: {}", late, why.toString());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same without waiting. */
    void endCamerasAside() {
        cameras.end().whenComplete((closed, late) -> camerasBench.close());
    }
}
