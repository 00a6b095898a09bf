package org.shutterline.server.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.server.monitor.BenchThread;

class CameraSearchIT {
    private final FindableDriver slope = new FindableDriver();
    private final BenchThread bench = new BenchThread("cameras", Clock.systemUTC());

    @AfterEach
    void end() {
        bench.close();
    }

    private CameraSearch.Outcome outcome() throws Exception {
        return new CameraSearch(List.of(slope), bench).run().get(20, TimeUnit.SECONDS);
    }

    @Test
    void eachCameraIsALineToBePastedAndSaysWhichOneItIs() throws Exception {
        slope.finds("A1").finds("7");

        assertThat(outcome().lines())
                .containsExactly(
                        "camera: {driver: slope, boundTo: A1, settings: {serial: A1}}   # Acme Slope 5, serial A1, at 10.0.0.2",
                        "camera: {driver: slope, boundTo: \"7\", settings: {serial: \"7\"}}   # Acme Slope 5, serial 7, at 10.0.0.3");
    }

    @Test
    void aDriverThatCannotLookSaysWhy() throws Exception {
        slope.cannotLook("the library is missing");

        assertThat(outcome().lines()).isEmpty();
        assertThat(outcome().troubles()).containsExactly("slope: the library is missing");
    }
}
