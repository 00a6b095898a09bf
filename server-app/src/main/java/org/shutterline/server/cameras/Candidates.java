package org.shutterline.server.cameras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/** The cameras that no station has: those that were found, with what was changed of them since, and those that are typed. */
final class Candidates {
    private final Map<String, CameraFactory> drivers = new TreeMap<>();
    private final Map<String, Candidate> all = new LinkedHashMap<>();
    private int typed;

    Candidates(Iterable<CameraFactory> drivers) {
        drivers.forEach(driver -> this.drivers.put(driver.id(), driver));
    }

    Map<String, CameraFactory> drivers() {
        return drivers;
    }

    /** As people know the drivers, by their ids. */
    Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        drivers.forEach((id, driver) -> titles.put(id, driver.title()));
        return titles;
    }

    /** Takes what was found by now; what is there no more goes, what is there still keeps its changes. */
    void found(Map<String, List<FoundCamera>> byDriver, boolean complete) {
        Map<String, Candidate> fresh = new LinkedHashMap<>();
        byDriver.forEach((id, cameras) -> cameras.forEach(camera -> {
            Candidate there =
                    new Candidate(key(id, camera), false, drivers.get(id), camera.identity(), camera.settings());
            fresh.put(there.key(), all.getOrDefault(there.key(), there));
        }));
        if (complete) {
            all.values().removeIf(before -> !before.byHand() && !fresh.containsKey(before.key()));
        }
        fresh.forEach(all::putIfAbsent);
    }

    private static String key(String driver, FoundCamera camera) {
        // the serial number alone may be that of two
        return "found." + driver + "." + camera.identity().serial() + camera.settings();
    }

    Candidate type(String driver) {
        Candidate made = new Candidate("typed." + ++typed, true, drivers.get(driver), CameraIdentity.UNTOLD, Map.of());
        all.put(made.key(), made);
        return made;
    }

    void put(Candidate changed) {
        all.replace(changed.key(), changed);
    }

    void remove(String key) {
        all.remove(key);
    }

    Optional<Candidate> get(String key) {
        return Optional.ofNullable(all.get(key));
    }

    /** Those that no station has: a camera has one user. */
    List<Candidate> free(List<StationCamera> stations) {
        List<Candidate> free = new ArrayList<>();
        for (Candidate one : all.values()) {
            if (one.byHand() || stations.stream().noneMatch(station -> has(station, one))) {
                free.add(one);
            }
        }
        return free;
    }

    private static boolean has(StationCamera station, Candidate one) {
        if (!station.setup().driver().id().equals(one.driver().id())) {
            return false;
        }
        String serial = one.identity().serial();
        boolean sameSerial = !serial.isEmpty()
                && (serial.equals(station.seen().serial())
                        || serial.equals(station.setup().guard().boundTo()));
        boolean sameSettings = one.driver().settings().stream()
                .filter(setting -> one.settings().containsKey(setting.key()))
                .allMatch(setting -> station.setup()
                        .options()
                        .written(setting)
                        .equals(Optional.of(one.settings().get(setting.key()))));
        return sameSerial || !one.settings().isEmpty() && sameSettings;
    }
}
