package org.shutterline.server.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Traffic;
import org.shutterline.server.net.TrafficListener;

/** Takes traffic from the wire until the window fetches it; what finds it full is counted and dropped. Safe for all threads. */
public final class TrafficRing implements TrafficListener {
    private static final int MOST = 5_000;

    private final BlockingQueue<Passed> waiting = new ArrayBlockingQueue<>(MOST);
    private final AtomicLong dropped = new AtomicLong();

    @Override
    public void passed(Traffic traffic) {
        put(Passed.of(traffic));
    }

    void put(Passed passed) {
        if (!waiting.offer(passed)) {
            dropped.incrementAndGet();
        }
    }

    /** All that came since the last call, in order. */
    List<Passed> take() {
        List<Passed> taken = new ArrayList<>();
        waiting.drainTo(taken);
        return taken;
    }

    long dropped() {
        return dropped.get();
    }
}
