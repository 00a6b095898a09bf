package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of "How to use your own program" and tools in workers, on a real station. */
final class OwnProgramIT {
    private static final Path STATION = RealServer.STATIONS.resolve("program");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        RealServer.copy(STATION, data);
        for (String job : List.of("own", "csharp")) {
            Files.createDirectories(data.resolve("jobs").resolve(job));
        }
        Files.copy(Path.of("examples", "external_tool.py"), data.resolve("jobs/own/external_tool.py"));
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(processes()).isEmpty());
    }

    @Test
    void pythonAnswersAndAnswersAgainAfterItWasKilled() throws IOException, InterruptedException {
        assumeTrue(isThere("python3", "-c", "import json"), "no python3 on this machine");
        try (RealServer server = RealServer.on(data, "--port", "0");
                Talk talk = server.talk()) {
            List<String> first = talk.trigger("T1");
            assertThat(first.subList(0, 2)).containsExactly("T1", "OK");
            assertThat(Double.parseDouble(first.get(4))).isBetween(0.1, 99.0);
            assertThat(first.get(5)).isEqualTo("OK");

            assertThat(processes()).isNotEmpty();
            processes().forEach(ProcessHandle::destroyForcibly);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> talk.trigger("T1").get(1).equals("OK"));
        }
    }

    @Test
    void aProgramThatDoesNotEndByItselfIsKilledWhenTheServerStops() throws IOException, InterruptedException {
        assumeTrue(isThere("python3", "-c", "import json"), "no python3 on this machine");
        Files.writeString(data.resolve("jobs/own/external_tool.py"), """
                import signal, sys, time
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                print('{"hello":"tool","version":1}', flush=True)
                while True: time.sleep(1)
                """);
        try (RealServer server = RealServer.on(data, "--port", "0");
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").subList(0, 2)).containsExactly("T1", "UNKNOWN");
            server.askToStop();
            assertThat(server.exitCode()).isZero();
            assertThat(processes()).isEmpty();
        }
    }

    @Test
    void cSharpCompilesAndAnswers() throws IOException, InterruptedException {
        assumeTrue(isThere("mcs", "--version"), "no C# compiler (mcs) on this machine");
        Path program = data.resolve("jobs/csharp/ExternalTool.exe");
        Process compiler = new ProcessBuilder("mcs", "-warnaserror", "-out:" + program, "examples/ExternalTool.cs")
                .inheritIO()
                .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).isZero();
        assumeTrue(isThere("mono", "--version"), "compiled, but no mono on this machine to run it");
        assumeTrue(isThere("python3", "-c", "import json"), "no python3 on this machine to compare it with");
        try (RealServer server = RealServer.on(data, "--port", "0");
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").get(1)).isEqualTo("OK");
            assertThat(talk.ask("JOB1,csharp")).startsWith("JOB1,OK,csharp");
            List<String> reply = talk.trigger("T1");
            assertThat(reply.subList(0, 2)).containsExactly("T1", "OK");
            assertThat(Double.parseDouble(reply.get(4))).isBetween(0.1, 99.0);
            assertThat(reply.get(5)).isEqualTo("OK");
        }
    }

    @Test
    void aToolInAWorkerMeasuresAndItsWorkerEndsWithTheServer() throws IOException, InterruptedException {
        Path settings = data.resolve("settings.yaml");
        Files.writeString(settings, Files.readString(settings).replace("job: own", "job: isolated"));
        List<ProcessHandle> workers;
        try (RealServer server = RealServer.on(data, "--port", "0");
                Talk talk = server.talk()) {
            workers = ProcessHandle.of(server.pid()).orElseThrow().children().toList();
            assertThat(workers).isNotEmpty();
            List<String> reply = talk.trigger("T1");
            assertThat(reply.subList(0, 2)).containsExactly("T1", "OK");
            assertThat(Double.parseDouble(reply.get(4))).isPositive();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Those that the station of this test started. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(data.resolve("jobs") + ""))
                .toList();
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
