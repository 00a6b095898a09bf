package org.shutterline.server.cameras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.settings.CameraEntry;

/**
 * Changes the cameras that stations have: their settings, while the station is at rest, and the faults that are played with
 * them. Used on the bench alone.
 */
final class StationCameras {
    static final String AT_WORK = "the station is online";

    /** Told on the bench. */
    interface Owner {
        /** Why what was typed cannot be; empty if it can. */
        void refused(Optional<String> why);

        /** How one ended. */
        void told(Told.Deed what, int station, Optional<String> trouble);
    }

    private final CamerasSource source;
    private final Bench bench;
    private final Consumer<Runnable> want;
    private final Owner owner;
    /** What was typed for each station, also while none of it is played. */
    private final Map<Integer, Map<String, Object>> faults = new LinkedHashMap<>();

    /** @param want does something on the bench and shows what came of it */
    StationCameras(CamerasSource source, Bench bench, Consumer<Runnable> want, Owner owner) {
        this.source = source;
        this.bench = bench;
        this.want = want;
        this.owner = owner;
    }

    /** Triggers are about to come, or it works on one. */
    static boolean isAtWork(List<StationCamera> stations, int number) {
        return stations.stream()
                .filter(one -> one.number() == number)
                .anyMatch(one -> one.state() != StationState.OFFLINE && one.state() != StationState.FAULT);
    }

    void set(int number, String key, Optional<Object> value) {
        List<StationCamera> stations = source.stations();
        if (isAtWork(stations, number)) {
            owner.told(Told.Deed.SET, number, Optional.of(AT_WORK));
            return;
        }
        stations.stream().filter(station -> station.number() == number).forEach(station -> adjust(station, key, value));
    }

    private void adjust(StationCamera station, String key, Optional<Object> value) {
        Map<String, Object> changed = new LinkedHashMap<>(Rows.written(station.setup()));
        value.ifPresentOrElse(raw -> changed.put(key, raw), () -> changed.remove(key));
        var driver = station.setup().driver();
        try {
            Options options = Options.checked("settings", changed, driver.settings());
            driver.describe(options);
            CameraEntry entry =
                    new CameraEntry(driver.id(), station.setup().guard().boundTo(), changed);
            source.adjust(station.number(), options)
                    .whenComplete((held, why) -> Optional.ofNullable(why)
                            .ifPresentOrElse(failed -> want.accept(() -> refuse(failed)), () -> keep(station, entry)));
        } catch (BadSetting bad) {
            refuse(bad);
        }
    }

    private void refuse(Throwable why) {
        owner.refused(Optional.of(String.valueOf(why.getMessage())));
    }

    /** They hold already; a restart is to know them too. */
    private void keep(StationCamera station, CameraEntry entry) {
        SettingsDeed deed = () -> source.keep(station.number(), entry);
        bench.aside(() -> {
            Optional<String> trouble = deed.trouble();
            want.accept(() -> owner.told(Told.Deed.SET, station.number(), trouble));
        });
    }

    void faults(int number, boolean on, Map<String, Object> values) {
        faults.put(number, values);
        try {
            FaultPlan plan = FaultPlan.read("faults", values);
            source.faults(number, on ? plan : FaultPlan.NONE);
            owner.refused(Optional.empty());
        } catch (BadSetting bad) {
            refuse(bad);
        }
    }

    /** What is played, or what was typed last. */
    Map<String, Object> faultsOf(StationCamera station) {
        return station.faults().isOn() || !faults.containsKey(station.number())
                ? station.faults().asWritten()
                : faults.get(station.number());
    }
}
