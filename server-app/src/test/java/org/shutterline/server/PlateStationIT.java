package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
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

/** The whole station, from trigger to archive, judges plates whose truth is known. */
class PlateStationIT {
    private static final int PARTS = 1_000;
    /** Nearer than this to a limit, a part may be judged either way. */
    private static final double TOLERANCE_PX = 0.1;

    private static final double[] HOLE_A = {159.5, 160.5};
    private static final double[] HOLE_B = {101.9, 103.1};
    private static final double[] WIDTH = {383.5, 384.5};

    @TempDir
    Path data;

    @Test
    void judgesNoPartWrongWhoseMarginIsAboveTheTolerance() throws Exception {
        Map<String, Object> camera = Map.of(
                "seed",
                11,
                "exposureMs",
                0,
                "transferMs",
                0,
                "scratchRate",
                0.03,
                "holeWrongSizeRate",
                0.03,
                "holeMissingRate",
                0.03,
                "wrongCodeRate",
                0.03,
                "damagedCodeRate",
                0.03);
        fill(camera);
        SimulatedCamera truths = SimulatedCameras.with(camera);
        List<String> wrong = new ArrayList<>();
        int certain = 0;
        int ok = 0;
        try (Server server =
                Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {})) {
            Trigger trigger = new Trigger(server.machine());
            for (int part = 1; part <= PARTS; part++) {
                InspectionResult result = trigger.next();
                long number = Long.parseLong(server.archive()
                        .detail(result.id())
                        .orElseThrow()
                        .notes()
                        .get("number"));
                PlateTruth truth = truths.truth(number);
                if (truth.defects().isEmpty() && marginPx(truth) < TOLERANCE_PX) {
                    continue;
                }
                certain++;
                Verdict expected = isGood(truth) ? Verdict.OK : Verdict.NG;
                ok += expected == Verdict.OK ? 1 : 0;
                if (result.verdict() != expected) {
                    wrong.add("#" + number + " is " + expected + " " + truth + ", judged " + result.verdict() + ": "
                            + result.reason());
                }
            }
            assertThat(trigger.refusals).isZero();
        }
        System.out.println("PlateStationIT: of " + PARTS + " parts " + certain + " have a margin above " + TOLERANCE_PX
                + " px, " + ok + " of them good; judged wrong: " + wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(certain).isGreaterThan(PARTS / 2);
        assertThat(ok).isBetween(100, PARTS - 100);
    }

    private void fill(Map<String, Object> camera) throws Exception {
        Demo.fill(new Wishes(data, Optional.empty(), true, Optional.empty(), false));
        Path job = data.resolve("jobs/plate-A.yaml");
        String tight = Files.readString(job)
                .replaceFirst("diameter: \\{[^}]*}", "diameter: {low: " + HOLE_A[0] + ", high: " + HOLE_A[1] + "}")
                .replaceFirst(
                        "(?s)(id: holeB.*?)diameter: \\{[^}]*}",
                        "$1diameter: {low: " + HOLE_B[0] + ", high: " + HOLE_B[1] + "}")
                .replaceFirst("distance: \\{[^}]*}", "distance: {low: " + WIDTH[0] + ", high: " + WIDTH[1] + "}");
        Files.writeString(job, tight);
        StringBuilder settings = new StringBuilder();
        camera.forEach(
                (key, value) -> settings.append(key).append(": ").append(value).append(", "));
        Files.writeString(data.resolve("settings.yaml"), """
                listeners:
                  - {dialect: plain, port: 0}
                stations:
                  - number: 1
                    job: plate-A
                    deadlineMs: 20000
                    camera: {driver: simulated, settings: {%s}}
                pictures: {keep: none}
                """.formatted(settings.substring(0, settings.length() - 2)));
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

    /** Triggers station 1 and waits for the result. */
    private static final class Trigger {
        private final Machine machine;
        private final BlockingQueue<InspectionResult> results = new LinkedBlockingQueue<>();
        private final Consumer<Event> listener = event -> {
            if (event instanceof Event.Finished finished) {
                results.add(finished.result());
            }
        };
        private int refusals;

        private Trigger(Machine machine) {
            this.machine = machine;
            machine.listen(listener);
        }

        private InspectionResult next() throws InterruptedException {
            machine.askHere(new Command.Trigger(1, TriggerRequest.PLAIN), listener, reply -> {
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
