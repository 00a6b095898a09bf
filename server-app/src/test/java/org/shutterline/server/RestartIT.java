package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.station.StationMemory;
import org.shutterline.server.station.StationRunner;

/** By which job stations judge after a restart, whatever became of it meanwhile. */
class RestartIT {
    private static final String LIGHT = "tools: [{id: light, tool: brightness, limits: {mean: {low: %d}}}]";
    private static final String PROGRAM =
            "tools: [{id: own, tool: external, settings: {command: [/no/such/program], values: []}}]";

    @TempDir
    Path data;

    @BeforeEach
    void twoStations() throws IOException {
        job("plate", LIGHT.formatted(1));
        job("lid", LIGHT.formatted(2));
        settings("");
    }

    private void settings(String more) throws IOException {
        String camera = "camera: {driver: simulated, settings: {widthPx: 320, heightPx: 240, seed: %d}}";
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations:
                  - {number: 1, job: plate, %s}
                  - {number: 2, job: lid, %s}
                %s
                """.formatted(camera.formatted(1), camera.formatted(2), more));
    }

    private void job(String name, String yaml) throws IOException {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs").resolve(name + ".yaml"), yaml);
    }

    @Test
    void judgesByTheVersionThatWasActiveAndNotByANewerOne() throws Exception {
        String active;
        try (Server server = start()) {
            active = station(server, 1).activeJob().version();
            assertThat(save(server, 77)).isNotEqualTo(active);
        }
        try (Server server = start()) {
            assertThat(station(server, 1).activeJob().version()).isEqualTo(active);
            assertThat(station(server, 1).status().why()).isEmpty();
            assertThat(server.remarkLines()).isEmpty();
        }
    }

    @Test
    void aKillAfterTheVeryFirstStartForgetsNoVersion() throws Exception {
        try (Server server = start()) {
            assertThat(server.archive().recall(1).map(StationMemory::version))
                    .contains(station(server, 1).activeJob().version());
        }
    }

    @Test
    void aStartThatFailsKeepsTheNewsOfACrashForTheNext() throws Exception {
        Files.write(data.resolve("running"), List.of("process 4711", "started yesterday"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Wishes refused = new Wishes(data, Optional.empty(), false, Optional.of(taken.getLocalPort()), false);
            assertThatThrownBy(() -> Server.start(refused, traffic -> {})).isInstanceOf(NotToBeHad.class);
        }
        try (Server server = start()) {
            assertThat(server.remarkLines()).hasSize(1).first().asString().contains("process 4711");
        }
        try (Server server = start()) {
            assertThat(server.remarkLines()).isEmpty();
        }
    }

    @Test
    void aChangedLimitIsRememberedBeforeItIsAnswered() throws Exception {
        try (Server server = start()) {
            String before = station(server, 1).activeJob().version();
            assertThat(ask(server, new Command.SetParameter(1, "light.low", "3")))
                    .isEqualTo(new Reply.Done());
            assertThat(server.archive().recall(1).map(StationMemory::version))
                    .contains(station(server, 1).activeJob().version())
                    .isNotEqualTo(Optional.of(before));
        }
    }

    @Test
    void anEditByHandDoesNotPushTheActiveVersionOut() throws Exception {
        settings("jobs: {versions: 1}");
        String active;
        try (Server server = start()) {
            active = station(server, 1).activeJob().version();
        }
        job("plate", LIGHT.formatted(55));
        try (Server server = start()) {
            assertThat(station(server, 1).activeJob().version()).isEqualTo(active);
        }
    }

    @Test
    void takesTheNewestUsableVersionWhenTheActiveOneIsDamagedAndSaysSo() throws Exception {
        String newest;
        try (Server server = start()) {
            newest = save(server, 77);
        }
        Files.writeString(data.resolve("jobs/.versions/plate/000001/job.yaml"), "tools: []");
        try (Server server = start()) {
            StationStatus status = station(server, 1).status();
            assertThat(station(server, 1).activeJob().version()).isEqualTo(newest);
            assertThat(status.state()).isEqualTo(StationState.READY);
            assertThat(status.why()).contains("plate").contains(newest).contains("changed after it was saved");
            assertThat(ask(server, new Command.ChangeJob(1, "plate"))).isInstanceOf(Reply.JobChanged.class);
            assertThat(station(server, 1).status().why()).isEmpty();
        }
    }

    @Test
    void oneJobThatCannotBeSetUpIsAFaultOfItsStationAloneUntilAnotherIsActivated() throws Exception {
        job("plate", PROGRAM);
        try (Server server = start()) {
            StationStatus status = station(server, 1).status();
            assertThat(status.state()).isEqualTo(StationState.FAULT);
            assertThat(status.why())
                    .contains("job plate cannot be set up")
                    .contains("jobs/plate.yaml.tools[0].settings.command: expected a program that can be started");
            assertThat(station(server, 2).status().state()).isEqualTo(StationState.READY);
            assertThat(ask(server, new Command.ChangeJob(1, "lid"))).isInstanceOf(Reply.JobChanged.class);
            assertThat(station(server, 1).status().state()).isEqualTo(StationState.READY);
        }
    }

    @Test
    void aFileThatIsNoJobIsAFaultThatNamesIt() throws Exception {
        job("plate", "tools: [");
        try (Server server = start()) {
            assertThat(station(server, 1).status().state()).isEqualTo(StationState.FAULT);
            assertThat(station(server, 1).status().why()).contains("jobs/plate.yaml");
        }
    }

    @Test
    void saysThatTheJobInTheSettingsChangesNothingOnceAStationHasOne() throws Exception {
        try (Server server = start()) {
            assertThat(server.remarkLines()).isEmpty();
        }
        Path file = data.resolve("settings.yaml");
        Files.writeString(file, Files.readString(file).replace("job: plate", "job: lid"));
        try (Server server = start()) {
            assertThat(station(server, 1).activeJob().name()).isEqualTo("plate");
            assertThat(server.remarkLines())
                    .containsExactly("station 1: job plate goes on, as chosen last; settings.yaml.stations[0].job"
                            + " says lid (JOB1,lid changes it)");
            assertThat(ask(server, new Command.ChangeJob(1, "lid"))).isInstanceOf(Reply.JobChanged.class);
        }
        try (Server server = start()) {
            assertThat(server.remarkLines()).isEmpty();
        }
    }

    @Test
    void saysThatAJobChangedByHandDoesNotJudgeUntilItIsTakenOver() throws Exception {
        start().close();
        job("plate", LIGHT.formatted(55));
        try (Server server = start()) {
            assertThat(server.remarkLines())
                    .containsExactly(
                            "station 1: jobs/plate.yaml was changed by hand and is not the version that judges;"
                                    + " JOB1,plate takes it over");
            assertThat(ask(server, new Command.ChangeJob(1, "plate"))).isInstanceOf(Reply.JobChanged.class);
        }
        job("plate", "tools: [{id: light, tool: brightnes}]");
        try (Server server = start()) {
            assertThat(server.remarkLines())
                    .singleElement()
                    .asString()
                    .startsWith("station 1: jobs/plate.yaml is not the version that judges, and cannot be taken over: ")
                    .contains("tools[0].tool");
            assertThat(station(server, 1).status().state()).isEqualTo(StationState.READY);
        }
    }

    @Test
    void namesTwoStationsThatHaveTheSameCamera() throws Exception {
        try (Server server = start()) {
            assertThat(server.remarkLines()).isEmpty();
        }
        Path file = data.resolve("settings.yaml");
        Files.writeString(file, Files.readString(file).replace("seed: 2", "seed: 1"));
        try (Server server = start()) {
            assertThat(server.remarkLines())
                    .containsExactly("stations 1 and 2 have the same camera, serial SIM-1; boundTo gives each its own");
        }
    }

    private Server start() throws Exception {
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }

    private static StationRunner station(Server server, int number) {
        return server.machine().stations().stream()
                .filter(station -> station.plan().number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** Saves a version that nobody activates. */
    private static String save(Server server, int low) throws Exception {
        Map<String, Object> limits = Map.of("mean", Map.of("low", low));
        Map<String, Object> tree =
                Map.of("tools", List.of(Map.of("id", "light", "tool", "brightness", "limits", limits)));
        JobContent changed = server.jobs().content("plate").withTree(tree);
        JobVersionEntry saved = server.jobs().save(changed, Origin.window(""));
        return saved.id();
    }

    private static Reply ask(Server server, Command command) throws InterruptedException {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        server.machine().askHere(command, event -> {}, replies::add);
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply;
    }
}
