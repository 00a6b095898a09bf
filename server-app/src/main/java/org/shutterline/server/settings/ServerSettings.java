package org.shutterline.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * All that a technician sets up in one file.
 *
 * @param listeners at least one
 * @param stations with different numbers, ascending
 * @param limits how much others may take
 * @param loopbackRole what peers on this machine may do without a login
 * @param audit where copies of the books go
 * @param windowLogOff after so long without a touch whoever is logged on at the window is logged off
 */
public record ServerSettings(
        List<ListenerEntry> listeners,
        List<StationSettings> stations,
        PictureSettings pictures,
        JobSettings jobs,
        LimitSettings limits,
        Role loopbackRole,
        AuditSettings audit,
        Duration windowLogOff) {

    /** So soon at the earliest whoever left the window is logged off. */
    public static final int LEAST_LOG_OFF_MIN = 1;

    /** And so late at the latest: a day. */
    public static final int MOST_LOG_OFF_MIN = 1_440;

    private static final Setting<List<Map<String, Object>>> LISTENERS = Groups.list("listeners");
    private static final Setting<List<Map<String, Object>>> STATIONS = Groups.list("stations");
    private static final Setting<Map<String, Object>> PICTURES =
            Groups.group("pictures").byDefault(Map.of());
    private static final Setting<Map<String, Object>> JOBS =
            Groups.group("jobs").byDefault(Map.of());
    private static final Setting<Map<String, Object>> LIMITS =
            Groups.group("limits").byDefault(Map.of());
    static final Setting<Integer> LOG_OFF = Setting.whole("windowLogOffMin", LEAST_LOG_OFF_MIN, MOST_LOG_OFF_MIN)
            .unit("min")
            .byDefault(10);
    private static final Setting<Map<String, Object>> AUDIT =
            Groups.group("audit").byDefault(Map.of());
    private static final Setting<Role> LOOPBACK_ROLE =
            Setting.choice("loopbackRole", Role.class).byDefault(Role.OPERATE);

    public ServerSettings {
        listeners = List.copyOf(listeners);
        stations = List.copyOf(stations);
    }

    /**
     * Reads and checks the file whole.
     *
     * @throws BadSetting naming file, line or key, and what was expected
     */
    public static ServerSettings read(Path file, Plugins plugins) {
        String place = String.valueOf(file.getFileName());
        return read(place, YamlFile.read(file, place), plugins);
    }

    /** The same of what such a file holds. */
    static ServerSettings read(String place, Map<String, Object> tree, Plugins plugins) {
        Options options = Options.checked(
                place, tree, List.of(LISTENERS, STATIONS, PICTURES, JOBS, LIMITS, LOOPBACK_ROLE, AUDIT, LOG_OFF));
        List<ListenerEntry> listeners =
                each(options, LISTENERS, (at, raw) -> ListenerEntry.read(at, raw, plugins.dialects()));
        List<StationSettings> stations =
                new ArrayList<>(each(options, STATIONS, (at, raw) -> StationSettings.read(at, raw, plugins.cameras())));
        if (listeners.isEmpty()) {
            throw new BadSetting(options.placeOf(LISTENERS), "expected at least one listener");
        }
        checkNumbers(stations, options.placeOf(STATIONS));
        stations.sort((a, b) -> a.plan().number() - b.plan().number());
        return new ServerSettings(
                listeners,
                stations,
                PictureSettings.read(options.placeOf(PICTURES), options.get(PICTURES)),
                JobSettings.read(options.placeOf(JOBS), options.get(JOBS)),
                LimitSettings.read(options.placeOf(LIMITS), options.get(LIMITS)),
                options.get(LOOPBACK_ROLE),
                AuditSettings.read(options.placeOf(AUDIT), options.get(AUDIT)),
                Duration.ofMinutes(options.get(LOG_OFF)));
    }

    private static <T> List<T> each(
            Options options,
            Setting<List<Map<String, Object>>> setting,
            BiFunction<String, Map<String, Object>, T> reader) {
        List<T> read = new ArrayList<>();
        for (Map<String, Object> raw : options.get(setting)) {
            read.add(reader.apply(options.placeOf(setting) + "[" + read.size() + "]", raw));
        }
        return read;
    }

    private static void checkNumbers(List<StationSettings> stations, String place) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < stations.size(); i++) {
            int number = stations.get(i).plan().number();
            if (!seen.add(number)) {
                throw new BadSetting(
                        place + "[" + i + "].number",
                        "station " + number + " is there twice, expected different numbers");
            }
        }
    }

    /** The same with the first listener on another port. */
    public ServerSettings withFirstPort(int port) {
        List<ListenerEntry> changed = new ArrayList<>(listeners);
        changed.set(0, changed.get(0).withPort(port));
        return new ServerSettings(changed, stations, pictures, jobs, limits, loopbackRole, audit, windowLogOff);
    }
}
