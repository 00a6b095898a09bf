package org.shutterline.server.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.shutterline.look.Icons;
import org.shutterline.look.Notice;
import org.shutterline.server.access.Seat;
import org.shutterline.server.monitor.MonitorState;
import org.shutterline.server.monitor.PlantHealth;
import org.shutterline.server.monitor.StationView;

/** What stands in the banners: faults, trouble with the storage, pictures that were lost, settings that were not used. */
final class Troubles {
    private final IntConsumer showStation;
    private final Runnable showStorage;
    private long seenLost;
    private boolean settingsSeen;
    private List<String> programSeen = List.of();
    private Optional<Notice> idle = Optional.empty();
    private Optional<Notice> held = Optional.empty();

    Troubles(IntConsumer showStation, Runnable showStorage) {
        this.showStation = showStation;
        this.showStorage = showStorage;
    }

    /**
     * Before somebody is logged off the banner counts down; while another changes the open job it says who.
     *
     * @param stay done if he wants to go on
     */
    void seat(Sitting now, Runnable stay) {
        idle = now.logOffIn()
                .map(left -> new Notice(
                        "idle",
                        Notice.Level.WARNING,
                        Icons.LOCK,
                        UiWords.text("seat.idle", now.standing().user(), left),
                        UiWords.text("seat.idleNext"),
                        Optional.of(new Notice.Fix(UiWords.text("seat.stay"), stay)),
                        Optional.of(new Notice.Countdown(left, Math.toIntExact(Seat.WARN.toSeconds())))));
        held = now.held()
                .map(job -> new Notice(
                        "held",
                        Notice.Level.WARNING,
                        Icons.LOCK,
                        SeatWords.held(job),
                        UiWords.text("seat.heldNext"),
                        Optional.empty(),
                        Optional.empty()));
    }

    List<Notice> of(MonitorState state, Runnable again) {
        List<Notice> notices =
                new ArrayList<>(Stream.concat(idle.stream(), held.stream()).toList());
        lost(state.health().lostPictures(), again).ifPresent(notices::add);
        state.health().storageFault().map(fault -> storage("storage", fault)).ifPresent(notices::add);
        state.health().lowDisk().map(fault -> storage("lowDisk", fault)).ifPresent(notices::add);
        damage(state.health().damage()).ifPresent(notices::add);
        program(state.health().troubles(), again).ifPresent(notices::add);
        state.stations().stream()
                .filter(station -> station.faultSince().isPresent())
                .map(station -> fault(station, state))
                .forEach(notices::add);
        if (!settingsSeen) {
            state.settingsTrouble().map(trouble -> settings(trouble, again)).ifPresent(notices::add);
        }
        return notices;
    }

    private Optional<Notice> lost(long count, Runnable again) {
        if (count <= seenLost) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "lost",
                Notice.Level.DATA_LOST,
                Icons.WARNING,
                UiWords.text("trouble.lost", count),
                UiWords.text("trouble.lostNext"),
                Optional.of(new Notice.Fix(UiWords.text("trouble.seen"), () -> {
                    seenLost = count;
                    again.run();
                })),
                Optional.empty()));
    }

    private Optional<Notice> program(List<String> troubles, Runnable again) {
        if (troubles.isEmpty() || troubles.equals(programSeen)) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "program",
                Notice.Level.WARNING,
                Icons.WARNING,
                UiWords.text("trouble.program"),
                UiWords.text("trouble.programNext", String.join("; ", troubles)),
                Optional.of(new Notice.Fix(UiWords.text("trouble.seen"), () -> {
                    programSeen = troubles;
                    again.run();
                })),
                Optional.empty()));
    }

    private Notice storage(String what, PlantHealth.StorageFault fault) {
        return new Notice(
                what,
                Notice.Level.WARNING,
                Icons.WARNING,
                UiWords.text("trouble." + what, Times.seconds(fault.since())),
                UiWords.text("trouble." + what + "Next", fault.why()),
                Optional.of(new Notice.Fix(UiWords.text("trouble.storageShow"), showStorage)),
                Optional.empty());
    }

    private Optional<Notice> damage(List<String> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                "damage",
                Notice.Level.DATA_LOST,
                Icons.WARNING,
                UiWords.text("trouble.damage", found.size()),
                UiWords.text("trouble.damageNext", found.get(0)),
                Optional.of(new Notice.Fix(UiWords.text("trouble.storageShow"), showStorage)),
                Optional.empty()));
    }

    private Notice fault(StationView station, MonitorState state) {
        boolean chosen = state.chosen().equals(Optional.of(station.number()));
        Notice.Fix show = new Notice.Fix(UiWords.text("trouble.show"), () -> showStation.accept(station.number()));
        return new Notice(
                "fault." + station.number(),
                Notice.Level.WARNING,
                Icons.CAMERA,
                UiWords.text(
                        "trouble.fault",
                        station.number(),
                        Times.seconds(station.faultSince().orElse(state.now()))),
                UiWords.text("trouble.faultNext", station.status().why()),
                chosen ? Optional.empty() : Optional.of(show),
                Optional.empty());
    }

    private Notice settings(String why, Runnable again) {
        return new Notice(
                "settings",
                Notice.Level.WARNING,
                Icons.SLIDERS,
                UiWords.text("trouble.settings"),
                UiWords.text("trouble.settingsNext", why),
                Optional.of(new Notice.Fix(UiWords.text("trouble.seen"), () -> {
                    settingsSeen = true;
                    again.run();
                })),
                Optional.empty());
    }
}
