package org.shutterline.server.cameras;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.spi.CameraException;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.FoundCamera;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every driver which cameras there are, each on a thread of its own, for a few seconds. Used on the bench alone. */
final class Finder {
    private static final Logger LOG = LoggerFactory.getLogger(Finder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Bench bench;
    private final Map<String, Thread> running = new LinkedHashMap<>();
    private final Map<String, String> troubles = new TreeMap<>();
    private final Map<String, List<FoundCamera>> found = new TreeMap<>();
    private Instant until = Instant.EPOCH;
    private boolean asked;

    Finder(Bench bench) {
        this.bench = bench;
    }

    /** Does nothing while it still looks. */
    void find(Iterable<CameraFactory> drivers) {
        if (!running.isEmpty()) {
            return;
        }
        asked = true;
        found.clear();
        troubles.clear();
        until = bench.now().plus(PATIENCE);
        for (CameraFactory driver : drivers) {
            Thread thread = new Thread(() -> look(driver), "cameras-find-" + driver.id());
            thread.setDaemon(true);
            running.put(driver.id(), thread);
        }
        List.copyOf(running.values()).forEach(Thread::start);
    }

    private void look(CameraFactory driver) {
        try {
            List<FoundCamera> cameras = List.copyOf(driver.find());
            end(driver, () -> found.put(driver.id(), cameras));
        } catch (CameraException cannot) {
            end(driver, () -> troubles.put(driver.id(), cannot.getMessage()));
        } catch (InterruptedException tooLate) {
            LOG.debug("{} was given up", driver.id());
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("the driver {} cannot look for cameras", driver.id(), broken);
            end(driver, () -> troubles.put(driver.id(), "the driver broke: " + broken));
        }
    }

    /** What comes after its time, or from a search before, is dropped. */
    private void end(CameraFactory driver, Runnable outcome) {
        Thread mine = Thread.currentThread();
        bench.run(() -> {
            if (running.remove(driver.id(), mine)) {
                outcome.run();
            }
        });
    }

    /** Gives up those that take too long. */
    void tick() {
        if (!running.isEmpty() && bench.now().isAfter(until)) {
            running.forEach((driver, thread) -> {
                thread.interrupt();
                troubles.put(driver, "no answer within " + PATIENCE.toSeconds() + " s");
            });
            running.clear();
        }
    }

    /** By the id of their driver. */
    Map<String, List<FoundCamera>> found() {
        return found;
    }

    Search search() {
        List<FoundCamera> all = new ArrayList<>();
        found.values().forEach(all::addAll);
        return new Search(asked, running.keySet(), all.size(), troubles);
    }
}
