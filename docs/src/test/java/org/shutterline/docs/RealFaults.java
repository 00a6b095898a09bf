package org.shutterline.docs;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What happens to real cameras: at random the fake one is killed and comes back, or stands still for a while, or the process that
 * a camera runs in is killed. Used by one thread, but for {@link #backNanos}.
 */
final class RealFaults implements AutoCloseable {
    private static final int LONGEST_AWAY_MS = 4_000;
    private static final int LEAST_PAUSE_S = 5;
    private static final int STRIKES = 60;

    private final ProcessHandle server;
    private final long pauseMs;
    private final SplittableRandom dice = new SplittableRandom(Long.getLong("shutterline.seed", 4));
    private final Map<String, Integer> struck = new TreeMap<>();
    private FakeCamera camera = new FakeCamera();
    private volatile boolean away;
    private volatile long back = System.nanoTime();

    /** @param seconds in which there are some sixty strikes, but not more than one in five seconds */
    RealFaults(long serverPid, long seconds) throws IOException {
        server = ProcessHandle.of(serverPid).orElseThrow();
        pauseMs = Math.max(LEAST_PAUSE_S, seconds / STRIKES) * 1_000;
    }

    /** The cameras' processes of this server, the eldest first. */
    static List<ProcessHandle> workers(ProcessHandle server) {
        return server.descendants()
                .sorted(Comparator.comparing(
                        worker -> worker.info().startInstant().orElseThrow()))
                .toList();
    }

    /** Since when all cameras are there, of {@link System#nanoTime()}; now if one is away. Any thread. */
    long backNanos() {
        return away ? System.nanoTime() : back;
    }

    boolean strikeUntil(long nanos) throws IOException, InterruptedException {
        while (true) {
            long waitMs = dice.nextLong(pauseMs / 2, pauseMs * 3 / 2);
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs + LONGEST_AWAY_MS) - nanos > 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(waitMs);
            strike();
        }
    }

    private void strike() throws IOException, InterruptedException {
        away = true;
        switch (dice.nextInt(3)) {
            case 0 -> {
                count("the fake camera was killed");
                camera.close();
                pause();
                camera = new FakeCamera();
            }
            case 1 -> {
                count("the fake camera stood still");
                camera.freeze();
                pause();
                camera.thaw();
            }
            default -> {
                List<ProcessHandle> workers = workers(server);
                if (!workers.isEmpty()) {
                    count("a camera's process was killed");
                    workers.get(dice.nextInt(workers.size())).destroyForcibly();
                }
            }
        }
        back = System.nanoTime();
        away = false;
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(dice.nextInt(LONGEST_AWAY_MS));
    }

    private void count(String what) {
        struck.merge(what, 1, Integer::sum);
    }

    @Override
    public void close() {
        camera.close();
    }

    @Override
    public String toString() {
        return struck.toString();
    }
}
