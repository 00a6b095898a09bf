package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {
    @TempDir
    Path data;

    private Path killed() throws Exception {
        return Files.write(data.resolve("running"), List.of("process 4711", "started yesterday", "READY plain here"));
    }

    @Test
    void aRunThatWasStoppedLeavesNothing() {
        LastRun run = LastRun.begin(data);
        run.tell(List.of("READY plain 127.0.0.1:7501"));
        assertThat(LastRun.read(data).orElseThrow()).contains("READY plain 127.0.0.1:7501");
        run.end();
        assertThat(LastRun.begin(data).crash()).isEmpty();
    }

    @Test
    void aStartThatCameToNothingTellsTheNextWhatItWasTold() throws Exception {
        killed();
        LastRun refused = LastRun.begin(data);
        assertThat(refused.crash()).hasValueSatisfying(told -> assertThat(told).contains("process 4711"));
        refused.cameToNothing();
        assertThat(LastRun.begin(data).crash()).isEqualTo(refused.crash());
    }

    @Test
    void aStartThatCameToNothingIsNoCrash() {
        LastRun.begin(data).cameToNothing();
        assertThat(LastRun.begin(data).crash()).isEmpty();
    }
}
