package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the window shows, at one moment.
 *
 * @param now the time of this state
 * @param chosen the number of the station in the large view; empty while there is none
 * @param settingsTrouble what is wrong with the settings file, of which the last good one is in use
 * @param saved how the last saving of a file ended; empty a while after
 */
public record MonitorState(
        Instant now,
        List<StationView> stations,
        Optional<Integer> chosen,
        List<ListenerPlate> listeners,
        List<ClientRow> clients,
        TrafficView traffic,
        DoctorView doctor,
        HistoryView history,
        LogView log,
        PlantHealth health,
        Optional<String> settingsTrouble,
        Optional<Saved> saved) {
    public MonitorState {
        stations = List.copyOf(stations);
        listeners = List.copyOf(listeners);
        clients = List.copyOf(clients);
    }

    /** The station in the large view. */
    public Optional<StationView> station() {
        return stations.stream()
                .filter(station ->
                        chosen.filter(number -> number == station.number()).isPresent())
                .findFirst();
    }
}
