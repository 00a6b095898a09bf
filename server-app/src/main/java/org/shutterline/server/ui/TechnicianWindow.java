package org.shutterline.server.ui;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.shutterline.look.Theme;
import org.shutterline.look.Words;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;
import org.shutterline.server.cameras.CamerasPresenter;
import org.shutterline.server.cameras.CamerasSource;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.editor.EditorPresenter;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.Threads;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersPresenter;
import org.shutterline.server.listeners.ListenersSource;
import org.shutterline.server.monitor.BenchThread;
import org.shutterline.server.monitor.LogRing;
import org.shutterline.server.monitor.MonitorPresenter;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.MonitorView;
import org.shutterline.server.monitor.Plant;
import org.shutterline.server.monitor.TrafficRing;
import org.shutterline.server.simulator.SimulatorPresenter;
import org.shutterline.server.simulator.SimulatorSource;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.statistics.StatisticsPresenter;
import org.shutterline.server.statistics.StatisticsSource;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.storage.StoragePresenter;
import org.shutterline.server.storage.StorageSource;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.terminal.SocketLink;
import org.shutterline.server.terminal.TerminalLink;
import org.shutterline.server.terminal.TerminalPresenter;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.users.UsersSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The technician's window over a running server. What goes wrong in it stays in it: it only asks and listens, so the
 * server goes on if the window dies.
 */
public final class TechnicianWindow implements MonitorView, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TechnicianWindow.class);
    private static final int END_EDITOR_S = 10;
    private static final int END_CAMERAS_S = 3;

    private final BenchThread bench = new BenchThread("monitor", Clock.systemDefaultZone());
    private final Newest<MonitorState> newest = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<EditorState> newestJobs = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<StatisticsState> newestFigures = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<TerminalState> newestTerminal = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<CamerasState> newestCameras = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<SimulatorState> newestSimulator = new Newest<>(this::frame, MonitorFrame::show);
    private final Newest<Optional<ListenerForm>> newestListener = new Newest<>(this::frame, MonitorFrame::showListener);
    private final BenchThread camerasBench = new BenchThread("cameras", Clock.systemDefaultZone());
    private final BenchThread terminalBench = new BenchThread("terminal", Clock.systemDefaultZone());
    private final BenchThread listenersBench = new BenchThread("listeners", Clock.systemDefaultZone());
    private final Newest<StorageState> newestStorage = new Newest<>(this::frame, MonitorFrame::show);
    private final BenchThread storageBench = new BenchThread("storage", Clock.systemDefaultZone());
    private final StoragePresenter storage;
    private final CamerasPresenter cameras;
    private final ListenersPresenter listeners;
    private final TerminalPresenter terminal;
    private final MonitorPresenter presenter;
    private final EditorPresenter editor;
    private final StatisticsPresenter statistics;
    private final SimulatorPresenter simulator;
    private final WindowFile file;
    private final Runnable stopServer;
    private WindowMemory memory = WindowMemory.FRESH;
    private Optional<MonitorFrame> frame = Optional.empty();
    private Optional<SeatWatch> seats = Optional.empty();
    private volatile Optional<Seat> guard = Optional.empty();
    private boolean ending;

    private TechnicianWindow(
            Plant plant,
            Workshop workshop,
            StatisticsSource figures,
            CamerasSource cameras,
            ListenersSource listeners,
            SimulatorSource simulator,
            StorageSource storage,
            TrafficRing traffic,
            LogRing log,
            Optional<String> settingsTrouble,
            Path data,
            Runnable stopServer) {
        this.presenter = new MonitorPresenter(plant, traffic, log, settingsTrouble, bench, this);
        this.editor = new EditorPresenter(workshop, Threads.own(), newestJobs::tell);
        this.statistics = new StatisticsPresenter(figures, bench, ZoneId.systemDefault(), newestFigures::tell);
        this.simulator = new SimulatorPresenter(simulator, bench, TechnicianWindow::begin, newestSimulator::tell);
        this.listeners = new ListenersPresenter(
                listeners, listenersBench, newestListener::tell, this.simulator::listenersChanged);
        this.cameras = new CamerasPresenter(cameras, camerasBench, newestCameras::tell);
        this.terminal = new TerminalPresenter(
                plant.dialects(), plant::listeners, this::openTerminal, terminalBench, newestTerminal::tell);
        this.storage = new StoragePresenter(storage, storageBench, newestStorage::tell);
        this.file = new WindowFile(data);
        this.stopServer = stopServer;
    }

    /**
     * Opens the window. Returns at once; a display is needed.
     *
     * @param traffic the same that the listeners tell their traffic to
     * @param settingsTrouble what is wrong with the settings file, if the last good one is used in its place
     * @param data where {@code window.yaml} is kept
     * @param stopServer run once, on a thread of its own, when the technician closes the window
     */
    public static TechnicianWindow open(
            Plant plant,
            Workshop workshop,
            StatisticsSource figures,
            CamerasSource cameras,
            ListenersSource listeners,
            SimulatorSource simulator,
            StorageSource storage,
            TrafficRing traffic,
            LogRing log,
            Optional<String> settingsTrouble,
            Path data,
            Runnable stopServer) {
        TechnicianWindow window = new TechnicianWindow(
                plant,
                workshop,
                figures,
                cameras,
                listeners,
                simulator,
                storage,
                traffic,
                log,
                settingsTrouble,
                data,
                stopServer);
        WindowMemory remembered = window.file.read();
        SwingUtilities.invokeLater(() -> window.build(remembered));
        window.presenter.start();
        window.cameras.start();
        window.terminal.start();
        window.listeners.start();
        window.storage.start();
        return window;
    }

    /**
     * From now on whoever sits there may do what its users allow.
     *
     * @param otherEditors who but this window changes a job at present
     */
    public void guardedBy(Seat seat, UsersSource users, Function<String, Optional<EditLeases.Holder>> otherEditors) {
        guard = Optional.of(seat);
        SeatWatch watch = new SeatWatch(seat, users, otherEditors, bench, this::frame);
        SwingUtilities.invokeLater(() -> seats = Optional.of(watch));
        watch.start();
    }

    private void build(WindowMemory remembered) {
        memory = remembered;
        memory.theme().install();
        // the look and feel's own title bar, where the desktop lets it
        JFrame.setDefaultLookAndFeelDecorated(true);
        memory.language().ifPresent(Words::speak);
        MonitorFrame made = new MonitorFrame(
                presenter, editor, statistics, cameras, listeners, terminal, simulator, storage, this::askToStop);
        made.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                askToStop();
            }
        });
        made.rail().onTheme(at -> WindowMenus.themes(at, memory.theme(), this::showTheme));
        made.rail()
                .onLanguage(at -> WindowMenus.languages(at, Locale.getDefault(Locale.Category.DISPLAY), this::speak));
        made.keys().install();
        made.setSize(1440, 900);
        // not where the operator's window opens, so that both are seen on one screen
        made.setLocation(24, 24);
        memory.bounds().filter(TechnicianWindow::isOnScreen).ifPresent(made::setBounds);
        if (memory.maximised()) {
            made.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
        frame = Optional.of(made);
        made.setVisible(true);
        newest.show();
        newestJobs.show();
        newestFigures.show();
        newestCameras.show();
        newestTerminal.show();
        newestListener.show();
        newestSimulator.show();
    }

    private TerminalLink openTerminal(String host, int port, TerminalLink.Listener listener) throws IOException {
        try {
            guard.ifPresent(seat -> seat.does(Act.TALK.least(), "terminal to " + host + ":" + port));
        } catch (BadSetting notAllowed) {
            throw new IOException(notAllowed.getMessage(), notAllowed);
        }
        return SocketLink.open(host, port, listener);
    }

    private static void begin(Runnable played) {
        Thread thread = new Thread(played, "plc-simulator");
        thread.setDaemon(true);
        thread.start();
    }

    /** A screen may have been taken away since the last start. */
    private static boolean isOnScreen(Rectangle bounds) {
        for (var screen : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = screen.getDefaultConfiguration().getBounds().intersection(bounds);
            if (seen.width > 200 && seen.height > 100) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void show(MonitorState state) {
        newest.tell(state);
    }

    private Optional<MonitorFrame> frame() {
        return frame;
    }

    private void showTheme(Theme theme) {
        memory = memory.in(theme);
        theme.show();
        remember();
    }

    private void speak(Locale language) {
        memory = memory.speaking(language);
        Words.speak(language);
        remember();
    }

    private void remember() {
        WindowMemory now = memory;
        bench.aside(() -> file.write(now));
    }

    private void askToStop() {
        frame.filter(shown -> !ending).ifPresent(shown -> {
            int online = shown.online();
            if (online == 0 || CloseQuestion.stop(shown, online) && mayStop(online)) {
                ending = true;
                end(shown);
                Thread stop = new Thread(this::rememberAndStop, "window-end");
                stop.start();
            }
        });
    }

    /** Written down; whoever was logged off while he was asked may not. */
    private boolean mayStop(int online) {
        try {
            guard.ifPresent(seat -> seat.does(Act.STOP.least(), "stop with " + online + " stations online"));
            return true;
        } catch (BadSetting notAllowed) {
            LOG.info("not stopped: {}", notAllowed.getMessage());
            return false;
        }
    }

    private void end(MonitorFrame shown) {
        boolean large = (shown.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        Rectangle place = large || shown.isFullScreen() ? memory.bounds().orElse(shown.getBounds()) : shown.getBounds();
        memory = memory.at(place, large);
        presenter.stop();
        terminal.stop();
        terminalBench.endWhenDone();
        listenersBench.endWhenDone();
        storageBench.endWhenDone();
        simulator.stop();
        seats.ifPresent(SeatWatch::end);
        shown.end();
        frame = Optional.empty();
    }

    private void rememberAndStop() {
        endEditor();
        endCameras();
        file.write(memory);
        bench.close();
        LOG.info("the technician closed the window");
        stopServer.run();
    }

    /**
     * What is taught is kept for the next start, and programs of drafts end. Waits until that is done; a tool that never
     * returns is not waited for. Nobody may teach any more. Any thread but the window's.
     */
    public void endEditor() {
        try {
            editor.end().get(END_EDITOR_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warn("the editor of jobs does not end: {}", late.toString());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cameras that were opened for the window alone are closed, so that nobody finds them taken; one that hangs is left. */
    private void endCameras() {
        try {
            cameras.end().get(END_CAMERAS_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.warn("a camera that was looked through does not close: {}", late.toString());
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        camerasBench.close();
    }

    /** Takes the window away, as when the server is stopped from outside; it does not stop the server. Any thread. */
    @Override
    public void close() {
        SwingUtilities.invokeLater(() -> frame.filter(shown -> !ending).ifPresent(shown -> {
            ending = true;
            end(shown);
            WindowMemory last = memory;
            bench.aside(() -> file.write(last));
            bench.close();
            cameras.end().whenComplete((closed, late) -> camerasBench.close());
        }));
    }
}
