package org.shutterline.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.net.Traffic;

class MonitorSavingIT {
    @TempDir
    private Path folder;

    private final HandCrankedBench bench = new HandCrankedBench(Samples.START.toInstant());
    private final ScriptedPlant plant = new ScriptedPlant();
    private final TrafficRing ring = new TrafficRing();
    private final RecordingView view = new RecordingView();
    private final MonitorPresenter presenter =
            new MonitorPresenter(plant, ring, new LogRing(), Optional.empty(), bench, view);

    @BeforeEach
    void start() {
        plant.station(1, "plate-A", StationState.READY, "");
        plant.holds(Samples.result(1042, 1, Verdict.OK, 5));
        presenter.start();
        bench.pass(Duration.ofMillis(200));
    }

    @Test
    void savesTheResultsInViewAndSaysSoForAWhile() throws IOException {
        Path file = folder.resolve("results.csv");
        presenter.saveResults(file);
        bench.pass(Duration.ofMillis(200));
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(view.last().saved().orElseThrow().rows()).isEqualTo(1);

        bench.pass(Duration.ofSeconds(13));
        assertThat(view.last().saved()).isEmpty();
    }

    @Test
    void saysWhyTrafficWasNotSaved() {
        new ScriptedTraffic(ring).passes(bench.now(), ScriptedTraffic.peer(1, "PLC"), Traffic.Kind.IN, "T1\\r");
        bench.pass(Duration.ofMillis(200));
        presenter.saveTraffic(folder.resolve("missing").resolve("traffic.csv"));
        bench.pass(Duration.ofMillis(200));
        assertThat(view.last().saved().orElseThrow().trouble()).isPresent();
    }
}
