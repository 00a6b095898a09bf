package org.shutterline.server.ui;

import java.awt.Component;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.server.cameras.CamerasActions;
import org.shutterline.server.cameras.CamerasState;
import org.shutterline.server.editor.EditorActions;
import org.shutterline.server.editor.EditorState;
import org.shutterline.server.editor.OpenJob;
import org.shutterline.server.listeners.ListenerForm;
import org.shutterline.server.listeners.ListenersActions;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.simulator.SimulatorActions;
import org.shutterline.server.simulator.SimulatorState;
import org.shutterline.server.statistics.StatisticsActions;
import org.shutterline.server.statistics.StatisticsState;
import org.shutterline.server.terminal.TerminalActions;
import org.shutterline.server.terminal.TerminalState;
import org.shutterline.server.ui.cameras.CamerasPage;
import org.shutterline.server.ui.connections.ConnectionsPage;
import org.shutterline.server.ui.jobs.JobsPage;
import org.shutterline.server.ui.simulator.SimulatorCard;
import org.shutterline.server.ui.statistics.StatisticsPage;

/** The pages of the window, of which one is in view; only that one costs anything. Event thread only. */
final class Pages {
    private static final String KEYS = "KEYS";

    private final MonitorActions actions;
    private final CamerasActions cameraActions;
    private final Consumer<Page> turned;
    private final Deck deck = new Deck();
    private final Darkroom darkroom = new Darkroom(this::showAgain);
    private final StationsPage stations;
    private final JobsPage jobs;
    private final CamerasPage cameras;
    private final SimulatorCard simulator;
    private final ConnectionsPage connections;
    private final HistoryPage history;
    private final StatisticsPage statistics;
    private final LogPage log;
    private Optional<MonitorState> shown = Optional.empty();
    private Optional<EditorState> editor = Optional.empty();
    private Optional<CamerasState> seen = Optional.empty();
    private Page inView = Page.STATIONS;
    private boolean keysShown;
    private boolean iconified;

    /**
     * @param turned told each page that comes into view
     * @param showStorage shows the storage
     */
    Pages(
            MonitorActions actions,
            EditorActions editing,
            StatisticsActions counting,
            CamerasActions cameraActions,
            ListenersActions listening,
            TerminalActions terminal,
            SimulatorActions simulating,
            FileQuestion files,
            Consumer<Page> turned,
            Runnable showStorage) {
        this.actions = actions;
        this.cameraActions = cameraActions;
        this.turned = turned;
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
        log = new LogPage(actions, files, showStorage);
        deck.with(Page.STATIONS.name(), stations);
        deck.with(Page.JOBS.name(), jobs);
        deck.with(Page.CAMERAS.name(), cameras);
        deck.with(Page.CONNECTIONS.name(), connections);
        deck.with(Page.HISTORY.name(), history);
        deck.with(Page.STATISTICS.name(), statistics);
        deck.with(Page.LOG.name(), log);
        deck.with(KEYS, new KeysPage(() -> showKeys(false)));
    }

    /** All of them, one over the other. */
    Component deck() {
        return deck;
    }

    Page inView() {
        return inView;
    }

    void go(Page wanted) {
        if (wanted != inView) {
            switch (wanted) {
                case HISTORY -> history.opened();
                case JOBS -> jobs.opened();
                case STATISTICS -> statistics.opened();
                case STATIONS, CAMERAS, CONNECTIONS, LOG -> {} // they are told what they show
            }
        }
        inView = wanted;
        keysShown = false;
        deck.show(wanted.name());
        turned.accept(wanted);
        watch();
        showAgain();
    }

    /** What each key does, over the page in view. */
    void showKeys(boolean yes) {
        keysShown = yes;
        deck.show(yes ? KEYS : inView.name());
    }

    boolean keysAreShown() {
        return keysShown;
    }

    /** Nobody looks at a window that was put away. */
    void iconified(boolean yes) {
        iconified = yes;
        watch();
    }

    private void watch() {
        actions.watching(inView == Page.STATIONS && !iconified);
        cameraActions.watching(inView == Page.CAMERAS && !iconified);
    }

    void gaps(int gap) {
        jobs.gaps(gap);
        cameras.gaps(gap);
        connections.gaps(gap);
        history.gaps(gap);
        statistics.gaps(gap);
        log.gaps(gap);
    }

    void show(MonitorState state) {
        shown = Optional.of(state);
        showAgain();
    }

    void show(EditorState state) {
        editor = Optional.of(state);
        if (inView == Page.JOBS) {
            jobs.show(state);
        }
    }

    void show(CamerasState state) {
        seen = Optional.of(state);
        if (inView == Page.CAMERAS) {
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

    /** The page in view, as it is by what was told last. */
    void showAgain() {
        shown.ifPresent(state -> {
            switch (inView) {
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

    /** The job that lies open in the editor and is in view. */
    Optional<String> openJob() {
        return editor.filter(state -> inView == Page.JOBS)
                .flatMap(EditorState::open)
                .map(OpenJob::name);
    }

    StationsPage stations() {
        return stations;
    }

    JobsPage jobs() {
        return jobs;
    }

    CamerasPage cameras() {
        return cameras;
    }

    ConnectionsPage connections() {
        return connections;
    }

    HistoryPage history() {
        return history;
    }

    LogPage log() {
        return log;
    }

    void close() {
        darkroom.close();
    }
}
