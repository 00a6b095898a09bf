package org.shutterline.server.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.shutterline.look.AppMark;
import org.shutterline.look.BannerStack;
import org.shutterline.look.Palette;
import org.shutterline.look.Words;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.StationView;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.storage.StorageActions;
import org.shutterline.server.storage.StorageState;
import org.shutterline.server.terminal.TerminalActions;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.ui.cameras.CamerasPage;
import org.shutterline.server.ui.connections.ConnectionsPage;
import org.shutterline.server.ui.jobs.JobsPage;
import org.shutterline.server.ui.simulator.SimulatorCard;
import org.shutterline.server.ui.statistics.StatisticsPage;
import org.shutterline.server.ui.storage.StorageDialog;

/** The window: the rail, the banners and the page in view. Event thread only. */
final class MonitorFrame extends JFrame {
    private static final int SMALL_PX = 1280;
    private static final int NARROW_RAIL_PX = 1100;
    private static final Dimension LEAST = new Dimension(1024, 700);

    private final MonitorActions actions;
    private final CamerasActions cameraActions;
    private final StorageActions storing;
    private final Runnable askToStop;
    private final Rail rail = new Rail(this::go);
    private final BannerStack banners = new BannerStack();
    private final Deck deck = new Deck();
    private final JPanel bannerRow = new JPanel();
    private final StationsPage stations;
    private final JobsPage jobs;
    private final CamerasPage cameras;
    private final SimulatorCard simulator;
    private final ConnectionsPage connections;
    private final HistoryPage history;
    private final StatisticsPage statistics;
    private final LogPage log;
    private final Troubles troubles = new Troubles(this::showStation, this::showStorage);
    private final WindowKeys keys = new WindowKeys(this);
    private final Darkroom darkroom = new Darkroom(this::showAgain);
    private Optional<MonitorState> shown = Optional.empty();
    private Optional<EditorState> editor = Optional.empty();
    private Optional<CamerasState> seen = Optional.empty();
    private Optional<StorageDialog> storage = Optional.empty();
    private final Permits permits;
    private Optional<Sitting> sitting = Optional.empty();
    private Page page = Page.STATIONS;
    private boolean keysShown;
    private boolean full;
    private int madeFor;

    MonitorFrame(
            MonitorActions actions,
            EditorActions editing,
            StatisticsActions counting,
            CamerasActions cameraActions,
            ListenersActions listening,
            TerminalActions terminal,
            SimulatorActions simulating,
            StorageActions storing,
            Runnable askToStop) {
        this.actions = actions;
        this.storing = storing;
        this.askToStop = askToStop;
        this.cameraActions = cameraActions;
        FileQuestion files = new FileQuestion(this);
        simulator = new SimulatorCard(simulating);
        stations = new StationsPage(actions, darkroom, () -> go(Page.CONNECTIONS));
        jobs = new JobsPage(editing, darkroom, files);
        connections = new ConnectionsPage(actions, listening, terminal, files, simulator);
        history = new HistoryPage(
                actions,
                darkroom,
                files,
                (job, id) -> {
                    go(Page.JOBS);
                    editing.openOn(job, id);
                },
                id -> {
                    go(Page.JOBS);
                    jobs.askForNew(id);
                });
        statistics = new StatisticsPage(counting);
        cameras = new CamerasPage(cameraActions, darkroom);
        log = new LogPage(actions, files, this::showStorage);
        build();
        permits = Permits.over(getRootPane());
        bindKeys();
        Words.follow(getRootPane(), () -> {
            setTitle(UiWords.text("window.title"));
            labelUser();
        });
        go(Page.STATIONS);
    }

    private void build() {
        JPanel content = new JPanel(new BorderLayout());
        content.setBackground(Palette.GROUND.colour());
        bannerRow.setOpaque(false);
        bannerRow.setVisible(false);
        deck.with(Page.STATIONS.name(), stations);
        deck.with(Page.JOBS.name(), jobs);
        deck.with(Page.CAMERAS.name(), cameras);
        deck.with(Page.CONNECTIONS.name(), connections);
        deck.with(Page.HISTORY.name(), history);
        deck.with(Page.STATISTICS.name(), statistics);
        deck.with(Page.LOG.name(), log);
        deck.with("KEYS", new KeysPage(() -> showKeys(false)));
        JPanel main = new JPanel(new BorderLayout());
        main.setOpaque(false);
        main.add(bannerRow, BorderLayout.NORTH);
        main.add(deck, BorderLayout.CENTER);
        content.add(rail, BorderLayout.WEST);
        content.add(main, BorderLayout.CENTER);
        setContentPane(content);
        setIconImages(AppMark.images());
        setMinimumSize(LEAST);
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        rail.onKeys(() -> showKeys(!keysShown));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent resized) {
                makeRoom();
            }
        });
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent opened) {
                stations.controls().trigger().requestFocusInWindow();
            }

            @Override
            public void windowIconified(WindowEvent away) {
                watch();
            }

            @Override
            public void windowDeiconified(WindowEvent back) {
                watch();
            }
        });
    }

    private void bindKeys() {
        for (Page each : Page.values()) {
            keys.on("alt " + (each.ordinal() + 1), () -> go(each));
        }
        keys.on(
                "F5",
                () -> stationAnd(() -> {
                    if (stations.controls().trigger().isEnabled()) {
                        actions.trigger();
                    }
                }));
        keys.on(
                "F6",
                () -> stationAnd(() ->
                        chosen().ifPresent(view -> actions.live(!view.live().on()))));
        keys.on("F7", this::askToChange);
        keys.on("F8", () -> {
            go(Page.CONNECTIONS);
            connections.togglePause();
        });
        keys.onIf("ctrl Z", () -> onJobs(jobs::undo));
        keys.onIf("ctrl Y", () -> onJobs(jobs::redo));
        keys.onIf("ctrl ENTER", () -> onJobs(jobs::activate));
        keys.onIf("F9", () -> onJobs(jobs::tryNow));
        keys.on("ctrl F", this::find);
        keys.on("ctrl E", this::export);
        keys.on("ctrl UP", () -> nextStation(-1));
        keys.on("ctrl DOWN", () -> nextStation(1));
        keys.on("F11", this::toggleFullScreen);
        keys.on("F1", () -> showKeys(!keysShown));
        keys.onIf("ESCAPE", this::escape);
    }

    private boolean onJobs(Runnable deed) {
        boolean there = page == Page.JOBS;
        if (there) {
            deed.run();
        }
        return there;
    }

    private void stationAnd(Runnable deed) {
        go(Page.STATIONS);
        deed.run();
    }

    private Optional<StationView> chosen() {
        return shown.flatMap(MonitorState::station);
    }

    private void find() {
        switch (page) {
            case LOG -> log.find();
            case HISTORY -> history.toFind();
            case CAMERAS -> cameras.find();
            default -> {
                go(Page.CONNECTIONS);
                connections.find();
            }
        }
    }

    private void export() {
        if (page == Page.CONNECTIONS) {
            connections.save();
        } else if (page == Page.HISTORY) {
            history.save();
        }
    }

    private void nextStation(int step) {
        if (page == Page.CAMERAS) {
            cameras.next(step);
            return;
        }
        List<Integer> numbers = shown.map(state ->
                        state.stations().stream().map(StationView::number).toList())
                .orElse(List.of());
        int at = chosen().map(view -> numbers.indexOf(view.number())).orElse(0) + step;
        if (at >= 0 && at < numbers.size()) {
            actions.chooseStation(numbers.get(at));
        }
    }

    private void showStation(int number) {
        go(Page.STATIONS);
        actions.chooseStation(number);
    }

    private boolean escape() {
        if (keysShown) {
            showKeys(false);
            return true;
        }
        if (page == Page.JOBS && jobs.escape()) {
            return true;
        }
        if (stations.controls().endAsking()) {
            return true;
        }
        if (full) {
            toggleFullScreen();
            return true;
        }
        return false;
    }

    void showKeys(boolean yes) {
        keysShown = yes;
        deck.show(yes ? "KEYS" : page.name());
    }

    void go(Page wanted) {
        if (wanted == Page.HISTORY && page != Page.HISTORY) {
            history.opened();
        }
        if (wanted == Page.JOBS && page != Page.JOBS) {
            jobs.opened();
        }
        if (wanted == Page.STATISTICS && page != Page.STATISTICS) {
            statistics.opened();
        }
        page = wanted;
        keysShown = false;
        rail.choose(wanted);
        deck.show(wanted.name());
        watch();
        showAgain();
    }

    private void watch() {
        boolean iconified = (getExtendedState() & Frame.ICONIFIED) != 0;
        actions.watching(page == Page.STATIONS && !iconified);
        cameraActions.watching(page == Page.CAMERAS && !iconified);
    }

    private void makeRoom() {
        int width = getWidth();
        boolean small = width < SMALL_PX;
        int gap = small ? 12 : 16;
        if (full) {
            stations.room(StationsPage.Room.FULL_SCREEN);
        } else {
            stations.room(small ? StationsPage.Room.SMALL : StationsPage.Room.WIDE);
        }
        rail.narrow(width < NARROW_RAIL_PX);
        if (gap == madeFor) {
            return;
        }
        madeFor = gap;
        bannerRow.setLayout(new MigLayout("insets 12 " + gap + " 0 " + gap + ", fill", "[grow, fill]"));
        bannerRow.add(banners, "wmin 0");
        jobs.gaps(gap);
        cameras.gaps(gap);
        connections.gaps(gap);
        history.gaps(gap);
        statistics.gaps(gap);
        log.gaps(gap);
        revalidate();
    }

    private void toggleFullScreen() {
        full = !full;
        go(Page.STATIONS);
        GraphicsDevice screen = getGraphicsConfiguration().getDevice();
        screen.setFullScreenWindow(full ? this : null);
        rail.setVisible(!full);
        makeRoom();
    }

    /** The question whether the station is to go online or offline. */
    void askToChange() {
        stationAnd(() -> stations.controls().askToChange());
    }

    /** In a small window: 0 the picture, 1 verdict and values, 2 times and camera. */
    void showTab(int index) {
        stations.showTab(index);
    }

    /** On the page of connections: the terminal or the simulator. */
    void showTool(int index) {
        connections.showTool(index);
    }

    /** In a small window, on the page of connections: 0 the lines, 1 the doctor, then the tools. */
    void showConnectionsTab(int index) {
        connections.showTab(index);
    }

    /** Faults on demand in place of the settings of a camera. */
    void showFaults() {
        cameras.showFaults();
    }

    boolean isFullScreen() {
        return full;
    }

    Rail rail() {
        return rail;
    }

    WindowKeys keys() {
        return keys;
    }

    void show(MonitorState state) {
        shown = Optional.of(state);
        showAgain();
    }

    void show(EditorState state) {
        editor = Optional.of(state);
        if (page == Page.JOBS) {
            jobs.show(state);
        }
    }

    void show(CamerasState state) {
        seen = Optional.of(state);
        if (page == Page.CAMERAS) {
            cameras.show(state);
        }
    }

    void showListener(Optional<ListenerForm> form) {
        connections.showListener(form);
    }

    void show(TerminalState state) {
        connections.show(state);
    }

    void show(SimulatorState state) {
        simulator.show(state);
    }

    void show(StatisticsState state) {
        statistics.show(state);
    }

    /** The storage in a window of its own; comes back when that is closed. */
    void showStorage() {
        StorageDialog opened = new StorageDialog(this, storing, askToStop);
        storage = Optional.of(opened);
        opened.open();
        storage = Optional.empty();
    }

    void show(StorageState state) {
        storage.ifPresent(opened -> opened.show(state));
    }

    /** Who sits here, and what that allows; told again and again. */
    void show(Sitting now, Runnable stay) {
        Optional<Sitting> before = sitting;
        if (before.equals(Optional.of(now))) {
            return;
        }
        sitting = Optional.of(now);
        troubles.seat(now, stay);
        if (before.filter(now::permitsAs).isEmpty()) {
            labelUser();
            permits.decide(act -> SeatWords.whyNot(now, act));
        }
        showAgain();
    }

    /** The job that lies open in the editor and is in view. */
    Optional<String> openJob() {
        return editor.filter(state -> page == Page.JOBS)
                .flatMap(EditorState::open)
                .map(OpenJob::name);
    }

    private void labelUser() {
        sitting.map(Sitting::standing).ifPresent(rail::showUser);
    }

    /** Only the page in view costs anything. */
    private void showAgain() {
        shown.ifPresent(state -> {
            rail.show(state);
            var notices = troubles.of(state, this::showAgain);
            if (bannerRow.isVisible() || !notices.isEmpty()) {
                bannerRow.setVisible(!notices.isEmpty());
                banners.show(notices);
            }
            switch (page) {
                case STATIONS -> stations.show(state);
                case JOBS -> editor.ifPresent(jobs::show);
                case CAMERAS -> seen.ifPresent(cameras::show);
                case CONNECTIONS -> connections.show(state);
                case HISTORY -> history.show(state);
                case LOG -> log.show(state);
                case STATISTICS -> {} // has states of its own, which come when it is asked
            }
        });
    }

    /** How many stations answer triggers now. */
    int online() {
        return (int) shown.map(MonitorState::stations).orElse(List.of()).stream()
                .map(view -> view.status().state())
                .filter(state -> state == StationState.READY || state == StationState.BUSY)
                .count();
    }

    void end() {
        keys.remove();
        darkroom.close();
        dispose();
    }
}
