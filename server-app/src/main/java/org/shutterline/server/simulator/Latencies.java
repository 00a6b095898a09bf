package org.shutterline.server.simulator;

/** Times of any number of triggers in bounded memory: to 0.01 ms below 100 ms, to 1 ms above. Used by one thread. */
final class Latencies {
    private static final double FINE_MS = 0.01;
    private static final double FINE_TO_MS = 100;
    private static final int COARSE_TO_MS = 60_000;

    private final int[] fine = new int[(int) (FINE_TO_MS / FINE_MS)];
    private final int[] coarse = new int[COARSE_TO_MS + 1];
    private long all;
    private double maxMs;

    void add(double ms) {
        all++;
        maxMs = Math.max(maxMs, ms);
        if (ms < FINE_TO_MS) {
            fine[(int) Math.min(fine.length - 1, Math.max(0, ms) / FINE_MS)]++;
        } else {
            coarse[(int) Math.min(COARSE_TO_MS, ms)]++;
        }
    }

    PlcCounts.Latency figures() {
        return new PlcCounts.Latency(nearest(50), nearest(90), nearest(99), maxMs);
    }

    /** By nearest rank, rounded up to the next step, and never more than the longest. */
    private double nearest(int percent) {
        long rank = (all * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < fine.length && all > 0; i++) {
            seen += fine[i];
            if (seen >= rank) {
                return Math.min(maxMs, (i + 1) * FINE_MS);
            }
        }
        for (int ms = 0; ms < coarse.length && all > 0; ms++) {
            seen += coarse[ms];
            if (seen >= rank) {
                return Math.min(maxMs, ms + 1.0);
            }
        }
        return 0;
    }
}
