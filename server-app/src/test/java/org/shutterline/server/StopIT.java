package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.spi.program.Python;

/** A stop takes its 5 s at most, whatever programs do. */
class StopIT {
    private static final String DEAF = """
            import signal, time
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            print('{"hello":"tool","version":1}', flush=True)
            while True: time.sleep(1)
            """;

    @TempDir
    Path data;

    @Test
    void manyProgramsThatDoNotEndByThemselvesAreStoppedTogether() throws Exception {
        assumeTrue(Python.isThere(), "no python3 on this machine");
        Files.createDirectories(data.resolve("jobs/own"));
        Files.writeString(data.resolve("jobs/own/deaf.py"), DEAF);
        Files.writeString(data.resolve("jobs/own.yaml"), """
                tools:
                  - {id: a, tool: external, timeLimitMs: 50, settings: {command: [python3, deaf.py]}}
                  - {id: b, tool: external, timeLimitMs: 50, settings: {command: [python3, deaf.py]}}
                """);
        String station = "job: own, mostInInspection: 4, camera: {driver: simulated}";
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, %s}, {number: 2, %s}]
                """.formatted(station, station));
        Server server = Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
        long start = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(Python.runningFrom(data)).isEmpty();
    }
}
