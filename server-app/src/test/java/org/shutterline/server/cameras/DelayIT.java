package org.shutterline.server.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.monitor.BenchThread;

/** The page measures how long the pictures of a camera take that is being set up. */
class DelayIT {
    private final ScriptedCameras source = new ScriptedCameras();
    private final LampDriver lamp = new LampDriver();
    private final BenchThread bench = new BenchThread("cameras", Clock.systemUTC());
    private volatile Optional<CamerasState> last = Optional.empty();
    private final CamerasPresenter presenter =
            new CamerasPresenter(source.driver(lamp), bench, state -> last = Optional.of(state));

    @BeforeEach
    void addTheCamera() {
        presenter.start();
        presenter.watching(true);
        presenter.addByHand("lamp");
        stateWith(DelayIT::isLive);
    }

    @AfterEach
    void end() {
        presenter.end().join();
        assertThat(lamp.open).hasValue(0);
        assertThat(source.bytesInUse()).isZero();
        bench.close();
    }

    private CamerasState stateWith(Predicate<CamerasState> there) {
        await().atMost(Duration.ofSeconds(20)).until(() -> last.filter(there).isPresent());
        return last.orElseThrow();
    }

    private static boolean isLive(CamerasState state) {
        return state.open()
                .filter(OpenCamera::live)
                .flatMap(OpenCamera::picture)
                .isPresent();
    }

    private static Optional<Object> latencyMs(CamerasState state) {
        return state.open().orElseThrow().settings().get(0).value();
    }

    private Delay outcome() {
        return stateWith(state -> state.delay()
                        .filter(now -> now.stage() != Delay.Stage.MEASURING)
                        .isPresent())
                .delay()
                .orElseThrow();
    }

    @Test
    void whatWasMeasuredIsSetAndKeptWhenTheCameraIsBound() {
        source.station(1, StationState.OFFLINE, "", "lamp", Map.of());
        presenter.measureDelay(lamp);

        stateWith(state -> state.delay()
                .filter(now -> now.latency().seenNanos().size() > 1)
                .isPresent());
        assertThat(last.orElseThrow().open().orElseThrow().live()).isFalse();
        assertThat(lamp.open).hasValue(1);
        assertThat(lamp.latencies.get(1)).isZero();

        Delay end = outcome();
        assertThat(end.stage()).isEqualTo(Delay.Stage.MEASURED);
        assertThat(end.latency().changes()).isEqualTo(Delay.CHANGES);
        int ms = end.latency().latencyMs().orElseThrow();
        assertThat(ms).isBetween(LampDriver.DELAY_MS, 1_000);

        presenter.useDelay();
        presenter.endDelay();
        stateWith(state -> state.delay().isEmpty() && latencyMs(state).equals(Optional.of(ms)) && isLive(state));
        assertThat(source.deeds()).isEmpty();
        assertThat(lamp.mostOpen).hasValue(1);

        presenter.bind(1);
        await().until(() -> source.deeds().contains("bind 1 lamp  {latencyMs=" + ms + "}"));
    }

    @Test
    void cancelledTheCameraIsLookedThroughAgainAsItWas() {
        presenter.measureDelay(lamp);
        await().until(() -> lamp.changes() > 0);
        presenter.endDelay();

        CamerasState state = stateWith(now -> now.delay().isEmpty() && isLive(now));
        assertThat(latencyMs(state)).isEmpty();
        int changes = lamp.changes();
        presenter.useDelay();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        bench.run(() -> done.complete(true));
        done.join();
        assertThat(latencyMs(last.orElseThrow())).isEmpty();
        assertThat(lamp.mostOpen).hasValue(1);
        assertThat(lamp.changes()).isEqualTo(changes);
    }

    @Test
    void itEndsWithThePage() {
        presenter.measureDelay(lamp);
        await().until(() -> lamp.changes() > 0);
        presenter.watching(false);

        await().until(() -> lamp.open.get() == 0);
    }

    @Test
    void aCameraThatIsAwaySaysSo() {
        lamp.pull();
        presenter.measureDelay(lamp);

        assertThat(outcome().stage()).isEqualTo(Delay.Stage.FAILED);
        assertThat(outcome().why()).isEqualTo("its plug was pulled");
    }

    @Test
    void onlyACameraWithSuchASettingThatNoStationHasIsMeasured() {
        assertThat(last.orElseThrow().open().orElseThrow().measurable()).isTrue();

        presenter.addByHand("simulated");
        stateWith(state -> state.open()
                .filter(open -> open.row().driver().equals("simulated") && !open.measurable())
                .isPresent());

        source.station(1, StationState.OFFLINE, "", "lamp", Map.of());
        presenter.choose("station.1");
        stateWith(state -> state.open()
                .filter(open -> open.row().station().isPresent() && !open.measurable())
                .isPresent());
    }
}
