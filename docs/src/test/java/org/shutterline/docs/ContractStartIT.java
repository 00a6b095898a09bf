package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the wire contract, and what must survive a stop or a kill. */
final class ContractStartIT {
    private static final String STOPPABLE = """
            listeners:
              - {dialect: plain, port: 7501}
            stations:
              - number: 1
                job: plate
                camera:
                  driver: simulated
                  settings: {widthPx: 320, heightPx: 240, exposureMs: 500}
              - number: 2
                job: plate
                deadlineMs: 20000
                camera:
                  driver: simulated
                  settings: {widthPx: 320, heightPx: 240, exposureMs: 15000}
            """;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void dataFolder() {
        data = folder.resolve("data");
    }

    @Test
    void theDemoSaysReadyAndNothingElseAndIsNeverOverwritten() throws IOException, InterruptedException {
        try (RealServer server = RealServer.demo(data);
                Talk talk = server.talk()) {
            assertThat(talk.trigger("T1").get(0)).isEqualTo("T1");
            assertThat(server.printed()).hasSize(1).allMatch(line -> line.matches("READY plain 127\\.0\\.0\\.1:\\d+"));
            server.askToStop();
            assertThat(server.exitCode()).isZero();
            assertThat(server.printed()).hasSize(1);
        }
        Path settings = data.resolve("settings.yaml");
        String changed = Files.readString(settings) + "\n# mine\n";
        Files.writeString(settings, changed);
        try (RealServer server = RealServer.demo(data)) {
            assertThat(server.port()).isPositive();
            assertThat(settings).hasContent(changed);
        }
    }

    @Test
    void aSecondServerOnTheSameDataSaysWhyAndExits3() throws IOException, InterruptedException {
        try (RealServer first = RealServer.station("quick", data);
                RealServer second = another(data, "--port", "0")) {
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.errors()).contains(data.toString()).contains("in use");
            assertThat(second.printed()).isEmpty();
            assertThat(first.isAlive()).isTrue();
        }
    }

    @Test
    void aTakenPortExits3() throws IOException, InterruptedException {
        Path other = folder.resolve("other");
        RealServer.copy(RealServer.STATIONS.resolve("quick"), other);
        try (RealServer first = RealServer.station("quick", data);
                RealServer second = another(other, "--port", Integer.toString(first.port()))) {
            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.errors()).contains(Integer.toString(first.port()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 7501|port: seven|port|whole number",
                "dialect: plain|dialect: klingon|dialect|plain",
                "driver: simulated|driver: imagined|driver|simulated",
                "number: 1|number: 100|number|1 to 99",
                "widthPx: 320|widthPixels: 320|widthPixels|widthPx",
                "job: plate|job: none|job|plate",
                "dialect: plain,|dialect: plain, address: 0.0.0.0,|address|loopback",
                "stations:|stations: [|settings.yaml|line",
            })
    void wrongSettingsExit2AndTheMessageNamesFileKeyAndWhatWasExpected(
            String right, String wrong, String key, String expected) throws IOException, InterruptedException {
        Files.createDirectories(data);
        RealServer.copy(RealServer.STATIONS.resolve("quick").resolve("jobs"), data.resolve("jobs"));
        Files.writeString(data.resolve("settings.yaml"), STOPPABLE.replace(right, wrong));
        try (RealServer server = another(data, "--port", "0")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.errors()).contains("settings.yaml").contains(key).contains(expected);
            assertThat(server.printed()).isEmpty();
        }
    }

    @Test
    void aWrongJobIsAFaultOfItsStationUntilAGoodOneIsActivated() throws IOException, InterruptedException {
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Path job = data.resolve("jobs").resolve("plate.yaml");
        String good = Files.readString(job);
        Files.writeString(job, good.replace("brightness", "brightnes"));
        try (RealServer server = another(data, "--port", "0")) {
            server.awaitReady();
            try (Talk talk = server.talk()) {
                assertThat(talk.askFields("S1").get(2)).isEqualTo("FAULT");
                assertThat(talk.ask("T1")).isEqualTo("ER,T1,16,station fault");
                assertThat(server.errors())
                        .contains("jobs/plate.yaml")
                        .contains("tools[0].tool")
                        .contains("brightness");
                Files.writeString(job, good);
                assertThat(talk.ask("JOB1,plate")).startsWith("JOB1,OK,plate");
                assertThat(talk.trigger("T1").get(1)).isEqualTo("OK");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--port=99999", "--port=many"})
    void wrongArgumentsExit2(String argument) throws IOException, InterruptedException {
        try (RealServer server = another(data, argument)) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.errors()).contains(argument.split("=")[0]);
        }
    }

    @Test
    void aFolderWithoutSettingsExits2() throws IOException, InterruptedException {
        try (RealServer server = another(data, "--port", "0")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.errors()).contains("settings.yaml");
        }
    }

    @Test
    void aStopLetsARunningInspectionEndAndExits0() throws IOException, InterruptedException {
        try (RealServer server = stoppable();
                Talk talk = server.talk();
                Talk watch = server.talk()) {
            talk.send("T1\r\n");
            await().until(() -> watch.askFields("S1").get(2).equals("BUSY"));
            long start = System.nanoTime();
            server.askToStop();

            assertThat(talk.line()).matches("T1,(OK|NG),.*");
            assertThat(talk.isEnded()).isTrue();
            assertThat(server.exitCode()).isZero();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(5_000);
        }
    }

    @Test
    void aStopAnswersWhatDoesNotEndInTimeUnknown23WithinFiveSeconds() throws IOException, InterruptedException {
        try (RealServer server = stoppable();
                Talk talk = server.talk();
                Talk watch = server.talk()) {
            talk.send("T2\r\n");
            await().until(() -> watch.askFields("S2").get(2).equals("BUSY"));
            long start = System.nanoTime();
            server.askToStop();

            List<String> reply = Talk.fields(talk.line());
            assertThat(reply.get(1)).isEqualTo("UNKNOWN");
            assertThat(reply.get(4)).isEqualTo("23");
            assertThat(server.exitCode()).isZero();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(5_000);
            try (RealServer again = another(data, "--port", "0")) {
                again.awaitReady();
                try (Talk later = again.talk()) {
                    assertThat(later.askFields("RESULT," + reply.get(2)).subList(1, 5))
                            .containsExactly("UNKNOWN", reply.get(2), reply.get(3), "23");
                }
            }
        }
    }

    @Test
    void keysJobStateAndCountersSurviveAKill() throws IOException, InterruptedException {
        List<String> first;
        String status;
        try (RealServer server = RealServer.station("floor", data);
                Talk talk = server.talk()) {
            first = talk.trigger("T1,once=before,part=P");
            talk.ask("JOB1,dark");
            talk.trigger("T1");
            talk.ask("OFFLINE2");
            status = talk.ask("S1");
            server.kill();
        }
        try (RealServer server = RealServer.station("floor", data);
                Talk talk = server.talk()) {
            assertThat(talk.ask("S1")).isEqualTo(status);
            assertThat(talk.askFields("S2").get(2)).isEqualTo("OFFLINE");
            assertThat(talk.askFields("T1,once=before,part=P")).isEqualTo(first);
            List<String> next = talk.trigger("T1");
            assertThat(Long.parseLong(next.get(2))).isGreaterThan(Long.parseLong(first.get(2)) + 1);
            assertThat(next.get(1)).as("the job is still the dark one").isEqualTo("NG");
        }
    }

    @Test
    void triggersThatWaitedWhileTheWholeServerStoodStillAreBusy() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no /bin/kill on this system");
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            Path status = Path.of("/proc", Long.toString(server.pid()), "status");
            assumeTrue(Files.exists(status), "no /proc on this system to see the process stand still");
            talk.trigger("T1");
            signal(server, "-STOP");
            await().until(() -> Files.readString(status).contains("State:\tT"));
            talk.send("T1,part=gone-by\r\n");
            assertThat(talk.isSilentFor(1_600)).isTrue();
            signal(server, "-CONT");

            assertThat(talk.line()).isEqualTo("ER,T1,11,station busy");
            await().until(() -> talk.ask("T1").startsWith("T1,OK,"));
        }
    }

    private static void signal(RealServer server, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("/bin/kill", signal, Long.toString(server.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private RealServer stoppable() throws IOException, InterruptedException {
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Files.writeString(data.resolve("settings.yaml"), STOPPABLE);
        RealServer server = another(data, "--port", "0");
        server.awaitReady();
        return server;
    }

    private static RealServer another(Path data, String... arguments) throws IOException {
        return RealServer.begun(data, List.of(RealServer.JAR.toString()), arguments);
    }
}
