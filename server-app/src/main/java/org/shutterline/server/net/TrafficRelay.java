package org.shutterline.server.net;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes traffic from the trigger path into a bounded queue and tells it to a slower listener on its own thread
 * {@code net-traffic}. What finds the queue full is counted and dropped.
 */
public final class TrafficRelay implements TrafficListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrafficRelay.class);
    private static final int QUEUE = 2048;
    /** Gathering for a while keeps the trigger path from waking this thread for each line. */
    private static final long GATHER_MS = 20;

    private final BlockingQueue<Traffic> waiting = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final TrafficListener slower;
    private final Thread thread = new Thread(this::tell, "net-traffic");

    public TrafficRelay(TrafficListener slower) {
        this.slower = slower;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void passed(Traffic traffic) {
        if (!waiting.offer(traffic)) {
            dropped.incrementAndGet();
        }
    }

    /** How much was not told. */
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void tell() {
        try {
            List<Traffic> gathered = new ArrayList<>();
            while (true) {
                gathered.add(waiting.take());
                TimeUnit.MILLISECONDS.sleep(GATHER_MS);
                waiting.drainTo(gathered);
                gathered.forEach(this::tell);
                gathered.clear();
            }
        } catch (InterruptedException closed) {
            LOG.debug("traffic is no longer told, {} dropped", dropped);
        }
    }

    private void tell(Traffic traffic) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} {} {}", traffic.peer().shown(), traffic.kind(), traffic.text());
        }
        try {
            slower.passed(traffic);
        } catch (RuntimeException broken) {
            LOG.error("the traffic view failed", broken);
        }
    }
}
