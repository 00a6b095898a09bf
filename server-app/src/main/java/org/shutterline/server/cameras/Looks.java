package org.shutterline.server.cameras;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.monitor.Bench;

/** Which cameras are looked through now, and what was seen last of each. Used on the bench alone. */
final class Looks {
    /** Said where a camera is not closed in time. */
    static final String NOT_BACK = "the camera does not come back from its last picture";

    private static final long CLOSE_MS = 5_000;
    private static final long CHOSEN_MS = 100;
    private static final long BESIDE_MS = 1_000;

    private final Bench bench;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Map<String, Glance> seen = new LinkedHashMap<>();
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Boolean>> ending = new LinkedHashMap<>();
    private boolean colours;
    private boolean whole;
    private int count;

    private record Running(LiveView view, boolean chosen) {}

    Looks(Bench bench) {
        this.bench = bench;
    }

    /**
     * Looks through these and no others.
     *
     * @param chosen looked through often
     * @param eye opens no camera yet
     */
    void only(Optional<String> chosen, Set<String> beside, Function<String, Eye> eye) {
        Set<String> wanted = new LinkedHashSet<>(beside);
        chosen.ifPresent(wanted::add);
        for (String key : Set.copyOf(running.keySet())) {
            boolean asBefore = wanted.contains(key) && running.get(key).chosen() == chosen.equals(Optional.of(key));
            if (!asBefore) {
                end(key);
            }
        }
        ending.values().removeIf(CompletableFuture::isDone);
        for (String key : wanted) {
            // one camera is never opened twice: the look before must have closed it
            if (!running.containsKey(key) && !ending.containsKey(key)) {
                start(key, chosen.equals(Optional.of(key)), () -> eye.apply(key));
            }
        }
    }

    private void start(String key, boolean chosen, Supplier<Eye> eye) {
        LiveView view = new LiveView(
                "cameras-look-" + ++count,
                eye.get(),
                chosen ? CHOSEN_MS : BESIDE_MS,
                glance -> bench.run(() -> see(key, glance)),
                why -> bench.run(() -> troubles.put(key, why)));
        view.colourClipped(colours);
        view.wholeSharpness(whole);
        running.put(key, new Running(view.start(), chosen));
    }

    private void see(String key, Glance glance) {
        if (running.containsKey(key)) {
            seen.put(key, glance);
            troubles.remove(key);
        }
    }

    /** @return completed when its camera is closed */
    CompletableFuture<Boolean> end(String key) {
        Optional.ofNullable(running.remove(key))
                .ifPresent(there -> ending.put(key, there.view().end()));
        troubles.remove(key);
        return ending.getOrDefault(key, CompletableFuture.completedFuture(true));
    }

    /** @return completed when all cameras are closed */
    CompletableFuture<Void> endAll() {
        Set.copyOf(running.keySet()).forEach(this::end);
        return CompletableFuture.allOf(ending.values().toArray(CompletableFuture[]::new));
    }

    /** Waits a while until a camera is closed; false if it is not. Any thread that may block. */
    static boolean isClosed(CompletableFuture<Boolean> closed) {
        try {
            return closed.get(CLOSE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void forget(String key) {
        end(key);
        seen.remove(key);
    }

    void options(String key, Options changed) {
        Optional.ofNullable(running.get(key)).ifPresent(there -> there.view().options(changed));
    }

    void colourClipped(boolean yes) {
        colours = yes;
        running.values().forEach(there -> there.view().colourClipped(yes));
    }

    void wholeSharpness(boolean yes) {
        whole = yes;
        running.values().forEach(there -> there.view().wholeSharpness(yes));
    }

    Optional<Glance> seen(String key) {
        return Optional.ofNullable(seen.get(key));
    }

    /** Why nothing is seen. */
    Optional<String> trouble(String key) {
        return Optional.ofNullable(troubles.get(key));
    }

    boolean looks(String key) {
        return running.containsKey(key) && !troubles.containsKey(key);
    }
}
