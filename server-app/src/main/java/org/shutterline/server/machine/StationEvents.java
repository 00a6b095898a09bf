package org.shutterline.server.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.StageTime;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.spi.Frame;
import org.shutterline.server.station.StationListener;

/** Makes events of what happens at the stations, and tells them on the thread where it happens. Safe for all threads. */
public final class StationEvents implements StationListener {
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Integer, Told> told = new ConcurrentHashMap<>();
    private final StageStatistics stages;
    private volatile Optional<LiveFeed> live = Optional.empty();

    public StationEvents(StageStatistics stages) {
        this.stages = stages;
    }

    StageStatistics stages() {
        return stages;
    }

    void showLive(LiveFeed feed) {
        live = Optional.of(feed);
    }

    void add(Consumer<Event> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<Event> listener) {
        listeners.remove(listener);
    }

    @Override
    public void finished(InspectionResult result, List<StageTime> times, long readAtNanos) {
        long from = System.nanoTime();
        tell(new Event.Finished(result));
        // who listens writes to its socket before it returns
        long answered = System.nanoTime();
        List<StageTime> all = new ArrayList<>(times);
        all.add(new StageTime("answer", (answered - from) / 1e6));
        stages.add(result.station(), all, (answered - readAtNanos) / 1e6);
    }

    @Override
    public void unsafe(int station, long id) {
        tell(new Event.Unsafe(station, id));
    }

    /** Busy and ready are one to those who listen: only a change of ready, offline, fault or job is told. */
    @Override
    public void changed(StationStatus status) {
        StationState state = status.state() == StationState.BUSY ? StationState.READY : status.state();
        Told now = new Told(state, status.job(), status.why());
        Told before = told.put(status.station(), now);
        if (!now.equals(before)) {
            tell(new Event.StateChanged(status));
        }
    }

    @Override
    public void pictureTaken(int station, long id, Frame frame) {
        live.ifPresent(feed -> feed.offer(station, frame));
        if (id != 0) {
            tell(new Event.PictureTaken(station, id));
        }
    }

    private void tell(Event event) {
        for (Consumer<Event> listener : listeners) {
            listener.accept(event);
        }
    }

    private record Told(StationState state, String job, String why) {}
}
