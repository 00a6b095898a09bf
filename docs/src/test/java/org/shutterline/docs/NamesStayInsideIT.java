package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that a peer says leads to nothing outside of the data folder. */
final class NamesStayInsideIT {
    private static final String STOLEN = "tools: [{id: stolen, tool: brightness}]\n";

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Files.writeString(folder.resolve("outside.yaml"), STOLEN);
        Files.writeString(data.resolve("above.yaml"), STOLEN);
        Files.createSymbolicLink(data.resolve("jobs").resolve("link.yaml"), folder.resolve("outside.yaml"));
        server = RealServer.station("quick", data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../above",
                "../../outside",
                "..\\\\above",
                "/etc/passwd",
                "plate\\0",
                "\\0",
                "CON",
                "NUL.yaml",
                "C:\\\\x",
                "jobs/../../above",
                ".",
                "..",
                "~/x",
                ".versions/x",
                "%2e%2e%2fabove",
                "plate.yaml",
                "PLATE/../plate"
            })
    void asAJobIsNoJob(String name) throws IOException {
        List<Path> before = everything();
        try (Talk talk = server.talk()) {
            assertThat(talk.ask("JOB1," + name)).startsWith("ER,JOB1,");
            assertThat(talk.ask("JOB1")).isEqualTo("JOB1,OK,plate");
            assertThat(talk.ask("SET1," + name + ".low,1")).startsWith("ER,SET1,");
            assertThat(talk.ask("JOBS1")).doesNotContain("stolen").doesNotContain("above");
        }
        assertThat(everything()).isEqualTo(before);
    }

    /** What lies in and around the data folder, but for what a server writes by itself. */
    private static List<Path> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.toString().contains("results.db")
                            && !path.toString().contains("/logs/")
                            && !path.endsWith("reserve"))
                    .sorted()
                    .toList();
        }
    }
}
