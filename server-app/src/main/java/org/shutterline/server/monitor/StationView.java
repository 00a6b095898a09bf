package org.shutterline.server.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.shutterline.protocol.message.StationStatus;

/**
 * One station as the window shows it.
 *
 * @param faultSince when its fault was first seen
 * @param perMinute results of the last minute; empty while there are none
 * @param film the last results, newest first, at most 50
 * @param shown the result in the large view: the newest, or an earlier one that was chosen
 * @param earlier the id of the earlier result that was chosen
 * @param stages of the last 1,000 triggers
 * @param jobs that it can be given
 * @param changingTo the job that it is being given now
 * @param remark why the last thing asked for was not done
 */
public record StationView(
        StationPlate plate,
        StationStatus status,
        Optional<Instant> faultSince,
        OptionalDouble perMinute,
        List<FilmItem> film,
        Optional<ShownResult> shown,
        OptionalLong earlier,
        LiveState live,
        List<StageTimes> stages,
        List<String> jobs,
        Optional<String> changingTo,
        Optional<Remark> remark) {
    public StationView {
        film = List.copyOf(film);
        stages = List.copyOf(stages);
        jobs = List.copyOf(jobs);
    }

    public int number() {
        return plate.number();
    }
}
