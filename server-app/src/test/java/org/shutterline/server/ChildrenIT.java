package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.spi.program.Program;
import org.shutterline.server.spi.program.ProgramPlan;
import org.shutterline.server.spi.program.Python;

class ChildrenIT {
    @TempDir
    Path folder;

    @Test
    void noProgramThatSomebodyKeepsAliveOutlivesTheServer() throws Exception {
        assumeTrue(Python.isThere(), "no python3 on this machine");
        Path file = Python.write(folder, "hello()\ntime.sleep(60)");
        List<String> command = List.of("python3", file.toString());
        ProgramPlan plan = new ProgramPlan("left", command, Optional.empty(), Map.of(), Duration.ofSeconds(10), 10_000);
        try (Program program = Program.start(plan)) {
            assertThat(program).isNotNull();
            assertThat(Python.runningFrom(folder)).isNotEmpty();
            Children.end();
            assertThat(Python.runningFrom(folder)).isEmpty();
        }
    }
}
