package org.shutterline.server.cameras;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.shutterline.server.monitor.Bench;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.CameraIdentity;
import org.shutterline.server.spi.FoundCamera;

/** Looks for cameras without a window. */
public final class CameraSearch {
    private static final Duration TICK = Duration.ofMillis(50);

    private final Collection<CameraFactory> drivers;
    private final Bench bench;
    private final Finder finder;

    public CameraSearch(Collection<CameraFactory> drivers, Bench bench) {
        this.drivers = List.copyOf(drivers);
        this.bench = bench;
        this.finder = new Finder(bench);
    }

    /**
     * What was found.
     *
     * @param lines of each camera that was found, to be pasted into the settings; behind it which camera it is
     * @param troubles of each driver that could not look, why
     */
    public record Outcome(List<String> lines, List<String> troubles) {}

    /** Asks every driver, for ten seconds at most. */
    public CompletableFuture<Outcome> run() {
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        bench.run(() -> {
            finder.find(drivers);
            bench.every(TICK, () -> look(done));
        });
        return done;
    }

    private void look(CompletableFuture<Outcome> done) {
        finder.tick();
        if (finder.search().running().isEmpty() && !done.isDone()) {
            List<String> lines = new ArrayList<>();
            drivers.forEach(driver ->
                    finder.found().getOrDefault(driver.id(), List.of()).forEach(one -> lines.add(line(driver, one))));
            done.complete(new Outcome(
                    lines,
                    finder.search().troubles().entrySet().stream()
                            .map(trouble -> trouble.getKey() + ": " + trouble.getValue())
                            .sorted()
                            .collect(Collectors.toList())));
        }
    }

    private static String line(CameraFactory driver, FoundCamera found) {
        CameraIdentity identity = found.identity();
        String line = new Candidate("", false, driver, identity, found.settings())
                .entry()
                .line();
        // what a camera calls itself may hold anything
        String words = identity.words().replaceAll("\\p{Cntrl}", " ").strip();
        return words.isEmpty() ? line : line + "   # " + words;
    }
}
