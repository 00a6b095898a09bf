package org.shutterline.server.ui;

import java.util.List;
import java.util.Optional;
import org.shutterline.server.monitor.MonitorActions;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.StationView;

/** What each key does, by the page in view. Event thread only. */
final class TechnicianKeys {
    /** The window that fills the screen, or does not. */
    interface FullScreen {
        void toggle();

        /** Whether there was something to leave. */
        boolean leave();
    }

    private final Pages pages;
    private final MonitorActions actions;
    private final FullScreen screen;
    private Optional<MonitorState> shown = Optional.empty();

    TechnicianKeys(WindowKeys keys, Pages pages, MonitorActions actions, FullScreen screen) {
        this.pages = pages;
        this.actions = actions;
        this.screen = screen;
        bind(keys);
    }

    private void bind(WindowKeys keys) {
        for (Page each : Page.values()) {
            keys.on("alt " + (each.ordinal() + 1), () -> pages.go(each));
        }
        keys.on("F5", this::trigger);
        keys.on("F6", this::live);
        keys.on("F7", this::askToChange);
        keys.on("F8", () -> {
            pages.go(Page.CONNECTIONS);
            pages.connections().togglePause();
        });
        keys.onIf("ctrl Z", () -> onJobs(pages.jobs()::undo));
        keys.onIf("ctrl Y", () -> onJobs(pages.jobs()::redo));
        keys.onIf("ctrl ENTER", () -> onJobs(pages.jobs()::activate));
        keys.onIf("F9", () -> onJobs(pages.jobs()::tryNow));
        keys.on("ctrl F", this::find);
        keys.on("ctrl E", this::export);
        keys.on("ctrl UP", () -> next(-1));
        keys.on("ctrl DOWN", () -> next(1));
        keys.on("F11", screen::toggle);
        keys.on("F1", () -> pages.showKeys(!pages.keysAreShown()));
        keys.onIf("ESCAPE", this::escape);
    }

    void show(MonitorState state) {
        shown = Optional.of(state);
    }

    private Optional<StationView> chosen() {
        return shown.flatMap(MonitorState::station);
    }

    private void trigger() {
        pages.go(Page.STATIONS);
        if (pages.stations().controls().trigger().isEnabled()) {
            actions.trigger();
        }
    }

    private void live() {
        pages.go(Page.STATIONS);
        chosen().ifPresent(view -> actions.live(!view.live().on()));
    }

    /** The question whether the station is to go online or offline. */
    void askToChange() {
        pages.go(Page.STATIONS);
        pages.stations().controls().askToChange();
    }

    private boolean onJobs(Runnable deed) {
        boolean there = pages.inView() == Page.JOBS;
        if (there) {
            deed.run();
        }
        return there;
    }

    private void find() {
        switch (pages.inView()) {
            case LOG -> pages.log().find();
            case HISTORY -> pages.history().toFind();
            case CAMERAS -> pages.cameras().find();
            default -> {
                pages.go(Page.CONNECTIONS);
                pages.connections().find();
            }
        }
    }

    private void export() {
        if (pages.inView() == Page.CONNECTIONS) {
            pages.connections().save();
        } else if (pages.inView() == Page.HISTORY) {
            pages.history().save();
        }
    }

    private void next(int step) {
        if (pages.inView() == Page.CAMERAS) {
            pages.cameras().next(step);
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

    /** Of what can be left the nearest is left. */
    private boolean escape() {
        if (pages.keysAreShown()) {
            pages.showKeys(false);
            return true;
        }
        return pages.inView() == Page.JOBS && pages.jobs().escape()
                || pages.stations().controls().endAsking()
                || screen.leave();
    }
}
