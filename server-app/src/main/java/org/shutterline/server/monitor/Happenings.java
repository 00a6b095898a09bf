package org.shutterline.server.monitor;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PlainPicture;

/**
 * What happened at the stations since it was handed out last: every result, and of live pictures the newest of each station.
 * Told on the thread where it happens, handed out on the bench.
 */
final class Happenings implements Event.Handler<Void> {
    private final Queue<InspectionResult> finished = new ConcurrentLinkedQueue<>();
    private final Map<Integer, PlainPicture> live = new ConcurrentHashMap<>();

    /** @param stations by number; what happened at others is dropped */
    void handOut(Map<Integer, StationDesk> stations) {
        for (InspectionResult result = finished.poll(); result != null; result = finished.poll()) {
            InspectionResult end = result;
            Optional.ofNullable(stations.get(end.station())).ifPresent(desk -> desk.finished(end));
        }
        stations.forEach(
                (number, desk) -> Optional.ofNullable(live.remove(number)).ifPresent(desk::livePicture));
    }

    @Override
    public Void finished(Event.Finished end) {
        finished.add(end.result());
        return null;
    }

    @Override
    public Void unsafe(Event.Unsafe end) {
        return null; // the health of the plant tells of it
    }

    @Override
    public Void pictureTaken(Event.PictureTaken taken) {
        return null; // the result follows
    }

    @Override
    public Void stateChanged(Event.StateChanged change) {
        return null; // states are asked for at each tick, counters included
    }

    @Override
    public Void livePicture(Event.LivePicture picture) {
        live.put(picture.station(), PlainPicture.taking(picture.picture()));
        return null;
    }
}
