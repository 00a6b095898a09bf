package org.shutterline.server.cameras;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the page of cameras shows, at one moment.
 *
 * @param cameras those of stations, then those that were found and that no station has, then those that are typed
 * @param drivers ids and English titles of the kinds of cameras
 * @param stations the numbers of the stations
 * @param jobs that a new station can be given
 * @param delay of the camera that is measured, or was a moment ago
 * @param told how the last deed ended; empty a while after
 */
public record CamerasState(
        List<CameraRow> cameras,
        Optional<OpenCamera> open,
        Search search,
        Map<String, String> drivers,
        List<Integer> stations,
        List<String> jobs,
        Optional<Delay> delay,
        Optional<Told> told) {
    public CamerasState {
        cameras = List.copyOf(cameras);
        stations = List.copyOf(stations);
        jobs = List.copyOf(jobs);
    }
}
