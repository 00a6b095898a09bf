package org.shutterline.server.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.server.spi.Frame;

/** Keeps results in memory, durable at once unless the test holds it back. */
final class ScriptedKeeper implements Keeper {
    final List<Detail> kept = new CopyOnWriteArrayList<>();
    final List<Detail> late = new CopyOnWriteArrayList<>();
    final AtomicInteger pictures = new AtomicInteger();
    final List<StationMemory> memories = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "keeper");
        made.setDaemon(true);
        return made;
    });
    private final List<Outcome> held = new ArrayList<>();
    volatile boolean holdsBack;
    volatile boolean isSafe = true;

    @Override
    public boolean isSafe() {
        return isSafe;
    }

    @Override
    public long nextId() {
        return ids.incrementAndGet();
    }

    @Override
    public void keep(Detail detail, Optional<Frame> frame, Outcome outcome) {
        kept.add(detail);
        frame.ifPresent(picture -> {
            pictures.incrementAndGet();
            picture.close();
        });
        if (holdsBack) {
            held.add(outcome);
        } else {
            thread.execute(() -> outcome.durable(detail.result()));
        }
    }

    @Override
    public void keepLate(Detail detail) {
        late.add(detail);
    }

    @Override
    public List<InspectionResult> newest(int station, int most) {
        return List.of();
    }

    @Override
    public Optional<StationMemory> recall(int station) {
        return Optional.empty();
    }

    @Override
    public void remember(StationMemory memory) {
        memories.add(memory);
    }

    @Override
    public void rememberRefused(int station, long refused) {
        // counted by the station; nothing to look up here
    }
}
