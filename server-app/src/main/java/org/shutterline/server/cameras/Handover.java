package org.shutterline.server.cameras;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.settings.CameraEntry;

/**
 * Gives cameras to stations, those that are there and new ones: whoever looks through a camera closes it first, then it is
 * written into the settings. Used on the bench alone.
 */
final class Handover {
    /** Told on the bench. */
    interface Owner {
        /** How one ended. */
        void told(Told.Deed what, int station, Optional<String> trouble);

        /** The camera is the station's from now on. */
        void given(Candidate one, int station);
    }

    private final CamerasSource source;
    private final Bench bench;
    private final Looks looks;
    private final DelayDesk delays;
    private final Consumer<Runnable> want;
    private final Owner owner;
    /** Cameras on their way to a station: nobody else may open them. */
    private final Set<String> underWay = new HashSet<>();

    /** @param want does something on the bench and shows what came of it */
    Handover(CamerasSource source, Bench bench, Looks looks, DelayDesk delays, Consumer<Runnable> want, Owner owner) {
        this.source = source;
        this.bench = bench;
        this.looks = looks;
        this.delays = delays;
        this.want = want;
        this.owner = owner;
    }

    boolean holds(String key) {
        return underWay.contains(key);
    }

    /** To a station that is at rest. */
    void bind(Candidate one, int station) {
        if (StationCameras.isAtWork(source.stations(), station)) {
            owner.told(Told.Deed.BIND, station, Optional.of(StationCameras.AT_WORK));
            return;
        }
        give(one, Told.Deed.BIND, station, entry -> {
            source.bind(station, entry);
            return station;
        });
    }

    /** To a new station. */
    void addStation(Candidate one, String job) {
        give(one, Told.Deed.ADD_STATION, 0, entry -> source.addStation(job, entry));
    }

    /** Gives a camera to a station, whose number it returns. */
    private interface Giving {
        int to(CameraEntry entry) throws IOException;
    }

    /** A camera that is on its way already is not given twice. */
    private void give(Candidate one, Told.Deed what, int station, Giving way) {
        Optional<String> bad = one.trouble();
        if (bad.isPresent()) {
            owner.told(what, station, bad);
            return;
        }
        if (underWay.add(one.key())) {
            CompletableFuture<Boolean> closed =
                    looks.end(one.key()).thenCombine(delays.closed(), (looked, measured) -> looked && measured);
            bench.aside(() -> write(one, what, station, way, closed));
        }
    }

    private void write(Candidate one, Told.Deed what, int station, Giving way, CompletableFuture<Boolean> closed) {
        int[] given = {station};
        SettingsDeed deed = () -> given[0] = way.to(one.entry());
        Optional<String> trouble = Looks.isClosed(closed) ? deed.trouble() : Optional.of(Looks.NOT_BACK);
        want.accept(() -> {
            underWay.remove(one.key());
            owner.told(what, given[0], trouble);
            if (trouble.isEmpty()) {
                owner.given(one, given[0]);
            }
        });
    }
}
