package org.shutterline.server.cameras;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.cameras.CamerasSource.StationCamera;
import org.shutterline.server.guard.CameraPost;
import org.shutterline.server.settings.SettingView;
import org.shutterline.server.spi.CameraIdentity;

/** Cameras as rows of the list; remembers the last fault of each station. Used on the bench alone. */
final class Rows {
    private static final String STATION = "station.";

    private final Looks looks;
    private final Map<Integer, OpenCamera.Past> past = new LinkedHashMap<>();

    Rows(Looks looks) {
        this.looks = looks;
    }

    static String key(StationCamera station) {
        return key(station.number());
    }

    static String key(int station) {
        return STATION + station;
    }

    /** 0 if it is no station's. */
    static int number(String key) {
        return key.startsWith(STATION) ? Integer.parseInt(key.substring(STATION.length())) : 0;
    }

    Optional<OpenCamera.Past> past(int station) {
        return Optional.ofNullable(past.get(station));
    }

    CameraRow of(StationCamera station, Instant now) {
        boolean fault = station.state() == StationState.FAULT;
        if (fault
                && past(station.number())
                        .filter(before -> before.why().equals(station.why()))
                        .isEmpty()) {
            past.put(station.number(), new OpenCamera.Past(now, station.why()));
        }
        CameraPost.Setup setup = station.setup();
        CameraIdentity seen = station.seen();
        String bound = setup.guard().boundTo();
        String told = (seen.maker() + " " + seen.model()).strip();
        return new CameraRow(
                key(station),
                OptionalInt.of(station.number()),
                Optional.of(station.state()),
                setup.driver().id(),
                setup.driver().title(),
                told.isEmpty() ? described(setup) : told,
                bound.isEmpty() ? seen.serial() : bound,
                seen.address(),
                fault ? station.why() : looks.trouble(key(station)).orElse(""),
                station.faults().isOn(),
                looks.seen(key(station)).map(Glance::plain));
    }

    private static String described(CameraPost.Setup setup) {
        try {
            return setup.driver().describe(setup.options());
        } catch (BadSetting incomplete) {
            return setup.driver().title();
        }
    }

    CameraRow of(Candidate one) {
        return new CameraRow(
                one.key(),
                OptionalInt.empty(),
                Optional.empty(),
                one.driver().id(),
                one.driver().title(),
                one.name(),
                one.identity().serial(),
                one.identity().address(),
                one.trouble().or(() -> looks.trouble(one.key())).orElse(""),
                false,
                looks.seen(one.key()).map(Glance::plain));
    }

    /**
     * The camera of a station, opened on the page.
     *
     * @param faults that are played with it, or were typed last
     * @param refused why what was typed cannot be
     */
    OpenCamera open(CameraRow row, StationCamera station, Map<String, Object> faults, Optional<String> refused) {
        return open(
                row,
                settings(station),
                refused,
                Optional.empty(),
                station.faults().isOn(),
                faults,
                past(station.number()));
    }

    /** One that no station has. */
    OpenCamera open(CameraRow row, Optional<Candidate> candidate, Optional<String> refused) {
        return open(row, settings(candidate), refused, candidate, false, Map.of(), Optional.empty());
    }

    private OpenCamera open(
            CameraRow row,
            List<SettingView> settings,
            Optional<String> refused,
            Optional<Candidate> candidate,
            boolean faulty,
            Map<String, Object> faults,
            Optional<OpenCamera.Past> before) {
        boolean live = looks.looks(row.key());
        Optional<Glance> glance = looks.seen(row.key()).filter(there -> live);
        return new OpenCamera(
                row,
                glance.map(Glance::shown),
                glance.map(Glance::figures),
                live,
                settings,
                refused,
                candidate.filter(Candidate::byHand).isPresent(),
                candidate.filter(Candidate::hasDelay).isPresent(),
                faulty,
                faults,
                before);
    }

    /** What stands in the file for the driver. */
    static Map<String, Object> written(CameraPost.Setup setup) {
        Map<String, Object> written = new LinkedHashMap<>();
        setup.driver()
                .settings()
                .forEach(setting ->
                        setup.options().written(setting).ifPresent(value -> written.put(setting.key(), value)));
        return written;
    }

    static List<SettingView> settings(StationCamera station) {
        Map<String, Object> written = written(station.setup());
        return station.setup().driver().settings().stream()
                .map(setting -> SettingView.of(setting, written))
                .toList();
    }

    static List<SettingView> settings(Optional<Candidate> candidate) {
        return candidate.stream()
                .flatMap(
                        one -> one.driver().settings().stream().map(setting -> SettingView.of(setting, one.settings())))
                .toList();
    }
}
