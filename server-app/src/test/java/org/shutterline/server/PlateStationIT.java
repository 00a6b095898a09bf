package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.camera.simulated.PlateTruth;
import org.shutterline.server.camera.simulated.SimulatedCamera;
import org.shutterline.server.camera.simulated.SimulatedCameras;
import org.shutterline.server.machine.Machine;

/** Two whole stations, from trigger to archive, judge plates whose truth is known: a good part is OK, a bad one NG. */
class PlateStationIT {
    private static final int PARTS = Integer.getInteger("shutterline.plates", 400);
    private static final int STATIONS = 2;
    /** Nearer than this to a limit, a part may be judged either way. */
    private static final double TOLERANCE_PX = 0.1;

    private static final double[] HOLE_A = {159.5, 160.5};
    private static final double[] HOLE_B = {101.9, 103.1};
    private static final double[] WIDTH = {383.5, 384.5};

    @TempDir
    Path data;

    @Test
    void judgesNoPartWrongWhoseMarginIsAboveTheTolerance() throws Exception {
        fill();
        Count all = new Count();
        try (Server server =
                Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {})) {
            ExecutorService threads = Executors.newFixedThreadPool(STATIONS);
            try {
                List<Callable<Count>> stations = new ArrayList<>();
                for (int station = 1; station <= STATIONS; station++) {
                    int number = station;
                    stations.add(() -> judge(server, number));
                }
                for (Future<Count> counted : threads.invokeAll(stations)) {
                    all.add(counted.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }
        System.out.println("PlateStationIT: of " + PARTS + " parts " + all.certain + " have a margin above "
                + TOLERANCE_PX + " px, " + all.ok + " of them good; judged wrong: " + all.wrong.size());
        assertThat(all.refusals).isZero();
        assertThat(all.wrong).isEmpty();
        assertThat(all.certain).isGreaterThan(PARTS / 2);
        assertThat(all.ok).isBetween(100, PARTS - 100);
    }

    /** What was judged, and what of it wrong. */
    private static final class Count {
        private final List<String> wrong = new ArrayList<>();
        private int certain;
        private int ok;
        private int refusals;

        private void add(Count other) {
            wrong.addAll(other.wrong);
            certain += other.certain;
            ok += other.ok;
            refusals += other.refusals;
        }
    }

    private static Count judge(Server server, int station) throws Exception {
        SimulatedCamera truths = SimulatedCameras.with(camera(station));
        Trigger trigger = new Trigger(server.machine(), station);
        Count count = new Count();
        for (int part = 1; part <= PARTS / STATIONS; part++) {
            InspectionResult result = trigger.next();
            long number = Long.parseLong(
                    server.archive().detail(result.id()).orElseThrow().notes().get("number"));
            PlateTruth truth = truths.truth(number);
            if (truth.defects().isEmpty() && marginPx(truth) < TOLERANCE_PX) {
                continue;
            }
            count.certain++;
            Verdict expected = isGood(truth) ? Verdict.OK : Verdict.NG;
            count.ok += expected == Verdict.OK ? 1 : 0;
            if (result.verdict() != expected) {
                count.wrong.add("station " + station + " #" + number + " is " + expected + " " + truth + ", judged "
                        + result.verdict() + ": " + result.reason());
            }
        }
        count.refusals = trigger.refusals;
        return count;
    }

    /** Other parts at each station. */
    private static Map<String, Object> camera(int station) {
        return Map.of(
                "seed", 10 + station,
                "exposureMs", 0,
                "transferMs", 0,
                "scratchRate", 0.03,
                "holeWrongSizeRate", 0.03,
                "holeMissingRate", 0.03,
                "wrongCodeRate", 0.03,
                "damagedCodeRate", 0.03);
    }

    private void fill() throws Exception {
        Demo.fill(new Wishes(data, Optional.empty(), true, Optional.empty(), false));
        Path job = data.resolve("jobs/plate-A.yaml");
        String tight = Files.readString(job)
                .replaceFirst("diameter: \\{[^}]*}", "diameter: {low: " + HOLE_A[0] + ", high: " + HOLE_A[1] + "}")
                .replaceFirst(
                        "(?s)(id: holeB.*?)diameter: \\{[^}]*}",
                        "$1diameter: {low: " + HOLE_B[0] + ", high: " + HOLE_B[1] + "}")
                .replaceFirst("distance: \\{[^}]*}", "distance: {low: " + WIDTH[0] + ", high: " + WIDTH[1] + "}");
        // verdicts are looked at here, not times: on a busy machine a tool may need more than its usual second
        Files.writeString(job, tight.replaceAll("timeLimitMs: \\d+", "timeLimitMs: 15000"));
        StringBuilder settings = new StringBuilder("""
                listeners:
                  - {dialect: plain, port: 0}
                pictures: {keep: none}
                stations:
                """);
        for (int station = 1; station <= STATIONS; station++) {
            settings.append("""
                      - number: %d
                        job: plate-A
                        deadlineMs: 20000
                        camera: {driver: simulated, settings: %s}
                    """.formatted(station, camera(station).toString().replace("=", ": ")));
        }
        Files.writeString(data.resolve("settings.yaml"), settings.toString());
    }

    private static boolean isGood(PlateTruth truth) {
        return truth.defects().isEmpty()
                && within(truth.holeA().diameterPx(), HOLE_A)
                && within(truth.holeB().diameterPx(), HOLE_B)
                && within(truth.tongueWidthPx(), WIDTH);
    }

    private static double marginPx(PlateTruth truth) {
        return Math.min(
                margin(truth.tongueWidthPx(), WIDTH),
                Math.min(
                        margin(truth.holeA().diameterPx(), HOLE_A),
                        margin(truth.holeB().diameterPx(), HOLE_B)));
    }

    private static boolean within(double value, double[] limits) {
        return value >= limits[0] && value <= limits[1];
    }

    private static double margin(double value, double[] limits) {
        return Math.min(Math.abs(value - limits[0]), Math.abs(value - limits[1]));
    }

    /** Triggers a station and waits for its result. */
    private static final class Trigger {
        private final Machine machine;
        private final int station;
        private final BlockingQueue<InspectionResult> results = new LinkedBlockingQueue<>();
        private final Consumer<Event> listener = event -> {
            if (event instanceof Event.Finished finished && finished.result().station() == station()) {
                results.add(finished.result());
            }
        };
        private int refusals;

        private Trigger(Machine machine, int station) {
            this.machine = machine;
            this.station = station;
            machine.listen(listener);
        }

        private int station() {
            return station;
        }

        private InspectionResult next() throws InterruptedException {
            machine.askHere(new Command.Trigger(station, TriggerRequest.PLAIN), listener, reply -> {
                if (!(reply instanceof Reply.Accepted)) {
                    refusals++;
                }
            });
            InspectionResult result = results.poll(30, TimeUnit.SECONDS);
            assertThat(result).as("a result within 30 s").isNotNull();
            return result;
        }
    }
}
