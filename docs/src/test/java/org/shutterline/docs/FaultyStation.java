package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Triggers one station again and again, and looks at what it gets. Used by one thread at a time. */
final class FaultyStation {
    /** The deadline of 1.5 s, and what a busy machine adds; a camera that hangs would take 4.5 s more. */
    private static final Duration LATEST = Duration.ofMillis(1_500 + 1_500);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    /** So long it may take a few times, where others keep the machine busy. */
    private static final Duration BACK_AT_LAST = Duration.ofSeconds(25);

    private static final double FEW = 0.02;
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final int station;
    private final RealServer server;
    private final RealFaults faults;
    private final PictureProof proof;
    private final Map<String, Integer> seen = new TreeMap<>();
    private Duration slowest = Duration.ZERO;
    private Duration longestAway = Duration.ZERO;

    FaultyStation(int station, RealServer server, RealFaults faults, PictureProof proof) {
        this.station = station;
        this.server = server;
        this.faults = faults;
        this.proof = proof;
    }

    boolean workUntil(long nanos) throws IOException {
        try (Talk talk = server.talk()) {
            while (nanos - System.nanoTime() > 0) {
                cycle(talk);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return true;
    }

    private void cycle(Talk talk) throws IOException {
        proof.asked();
        long from = System.nanoTime();
        List<String> reply = talk.askFields("T" + station);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        assertThat(took).as("%s of station %d", reply, station).isLessThan(LATEST);
        switch (reply.get(1)) {
            case "OK", "NG" -> passed(talk, reply.get(2));
            case "UNKNOWN" -> unknown(reply);
            default -> refused(talk, reply);
        }
    }

    private void passed(Talk talk, String id) throws IOException {
        List<String> head = talk.askFields("IMAGE," + id + ",raw");
        assertThat(head).as("the picture of " + id).startsWith("IMAGE", "OK", id);
        byte[] pixels = talk.bytes(Integer.parseInt(head.get(6)));
        proof.check(pixels, Integer.parseInt(head.get(4)), talk.ask("DETAIL," + id));
        count("passed");
    }

    private void unknown(List<String> reply) {
        assertThat(reply.get(4)).as("the reason of %s", reply).isIn("20", "21");
        String why = String.join(",", reply.subList(4, reply.size()));
        count(
                why.contains("again")
                        ? "repeated"
                        : why.contains("put together")
                                ? "torn"
                                : why.contains("lost") || why.contains("missing")
                                        ? "lost"
                                        : why.startsWith("21") ? "too late" : "no picture");
    }

    private void refused(Talk talk, List<String> reply) throws IOException {
        switch (reply.get(2)) {
            case "11" -> count("busy");
            // a disk that others keep busy may not have it safe by the deadline, and then that is told
            case "30" -> count("not stored in time");
            default -> {
                assertThat(reply.get(2)).as("%s", reply).isEqualTo("16");
                count("fault");
                awaitBack(talk);
            }
        }
    }

    private void awaitBack(Talk talk) throws IOException {
        long from = System.nanoTime();
        while (talk.askFields("S" + station).get(2).equals("FAULT")) {
            assertThat(Duration.ofNanos(System.nanoTime() - Math.max(from, faults.backNanos())))
                    .as("station %d is away", station)
                    .isLessThan(BACK_AT_LAST);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        Duration away = Duration.ofNanos(System.nanoTime() - Math.max(from, faults.backNanos()));
        longestAway = away.compareTo(longestAway) > 0 ? away : longestAway;
        if (away.compareTo(BACK_WITHIN) > 0) {
            count("back late");
        }
    }

    /** Ready, as it must be a while after nothing was asked of it any more. */
    void awaitWell() throws IOException {
        try (Talk talk = server.talk()) {
            awaitBack(talk);
        }
    }

    /** Judged enough, and was back in time nearly always. */
    void wasWell(long leastPassed) {
        assertThat(times("passed")).as("%s", this).isGreaterThan(leastPassed);
        assertThat((double) times("back late")).as("%s", this).isLessThanOrEqualTo(Math.max(1, FEW * times("fault")));
    }

    private long times(String what) {
        return seen.getOrDefault(what, 0);
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return "station " + station + " " + seen + ", slowest answer " + slowest.toMillis() + " ms, longest away "
                + longestAway.toMillis() + " ms";
    }
}
