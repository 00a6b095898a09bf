package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.docs.faults.OwnDisplay;

/** A display that dies, or is named and not there, is nothing to a station. */
@Timeout(120)
final class DisplayDiesIT {
    @TempDir
    Path folder;

    @Test
    void whoWantsNoWindowNeedsNoDisplay() throws IOException, InterruptedException {
        RealServer.Way nowhere = RealServer.Way.onDisplay(":4711");
        try (RealServer server =
                        RealServer.station("quick", folder.resolve("data"), nowhere, "--port", "0", "--headless");
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").subList(0, 2)).containsExactly("T1", "OK");
        }
    }

    @Test
    void theStationGoesOnSaysSoAndStopsCleanly() throws IOException, InterruptedException {
        try (OwnDisplay display = OwnDisplay.started(Duration.ofMinutes(2));
                RealServer server = RealServer.station(
                        "quick", folder.resolve("data"), RealServer.Way.onDisplay(display.name()), "--port", "0");
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
            await().until(() -> talk.ask("STATUS").contains("\"faults\":[]"));
            display.end();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
                return talk.ask("STATUS").contains("window: its display is gone");
            });
            for (int n = 0; n < 200; n++) {
                assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
            }
            server.askToStop();
            assertThat(server.exitCode()).isZero();
        }
    }
}
