package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Peer;

/** What clients may change of a job, whatever their dialect lets through. */
class TuningIT {
    private static final String NEW_COMMAND = "[\"/bin/false\"]";

    @TempDir
    Path data;

    @Test
    void aClientMayNotNameAProgramThatTheSettingsDoNotAllow() throws Exception {
        station("");
        try (Server server = start()) {
            String before = version(server);
            Reply reply = asked(server, Role.ADMIN, new Command.SetParameter(1, "own.command", NEW_COMMAND));
            assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo(Code.WRONG_ARGUMENT);
                assertThat(refused.text()).contains("own.command: starts the program '/bin/false'");
            });
            assertThat(version(server)).isEqualTo(before);
            assertThat(asked(server, Role.ADMIN, new Command.SetParameter(1, "own.command", "[\"/bin/true\"]")))
                    .as("what stands there already")
                    .isEqualTo(new Reply.Done());
            assertThat(asked(server, Role.ADMIN, new Command.SetParameter(1, "own.timeLimitMs", "77")))
                    .isEqualTo(new Reply.Done());
        }
    }

    @Test
    void aClientMayNameOneThatTheyAllow() throws Exception {
        station("jobs: {programs: [/bin/false]}");
        try (Server server = start()) {
            assertThat(asked(server, Role.ADMIN, new Command.SetParameter(1, "own.command", NEW_COMMAND)))
                    .isEqualTo(new Reply.Done());
        }
    }

    @Test
    void whoeverForgetsToAskForTheRoleOpensNoDoor() throws Exception {
        station("");
        try (Server server = start()) {
            assertThat(asked(server, Role.OPERATE, new Command.SetParameter(1, "own.timeLimitMs", "77")))
                    .isEqualTo(new Reply.Refused(Code.NOT_ALLOWED));
            assertThat(asked(server, Role.VIEW, new Command.GoOffline(1)))
                    .isEqualTo(new Reply.Refused(Code.NOT_ALLOWED));
            assertThat(asked(server, Role.VIEW, new Command.AskStatus(1))).isInstanceOf(Reply.Status.class);
        }
    }

    @Test
    void limitsThatTakeTurnsMakeOneVersionEachAndNoneThatAPersonMadeGoes() throws Exception {
        station("jobs: {versions: 3}");
        String first;
        String last;
        try (Server server = start()) {
            first = version(server);
            for (int product = 0; product < 12; product++) {
                set(server, 60 + product % 2);
            }
            last = version(server);
            assertThat(versions()).containsExactly("000001", "000002", "000003");
            set(server, 50);
            assertThat(version(server)).isEqualTo(first);
            for (int product = 0; product < 12; product++) {
                set(server, 70 + product);
            }
            set(server, 61);
            assertThat(version(server)).isEqualTo(last);
            assertThat(versions()).hasSize(4).contains("000001");
        }
        try (Server server = start()) {
            assertThat(version(server)).as("after a restart").isEqualTo(last);
            assertThat(asked(server, Role.ADMIN, new Command.ChangeJob(1, "own")))
                    .isInstanceOf(Reply.JobChanged.class);
            assertThat(version(server)).as("chosen again").isEqualTo(last);
        }
    }

    private static void set(Server server, int timeLimitMs) throws InterruptedException {
        assertThat(asked(server, Role.ADMIN, new Command.SetParameter(1, "own.timeLimitMs", "" + timeLimitMs)))
                .isEqualTo(new Reply.Done());
    }

    private List<String> versions() throws IOException {
        try (Stream<Path> kept = Files.list(data.resolve("jobs/.versions/own"))) {
            return kept.map(version -> version.getFileName().toString())
                    .filter(version -> version.matches("[0-9]+"))
                    .sorted()
                    .toList();
        }
    }

    private void station(String more) throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(
                data.resolve("jobs/own.yaml"),
                "tools: [{id: own, tool: external, timeLimitMs: 50, settings: {command: [/bin/true]}}]");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: own, camera: {driver: simulated}}]
                %s
                """.formatted(more));
    }

    private Server start() throws Exception {
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }

    private static String version(Server server) {
        return server.machine().stations().iterator().next().activeJob().version();
    }

    private static Reply asked(Server server, Role role, Command command) throws InterruptedException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        Consumer<Reply> taker = replies::add;
        Peer peer = new Peer(1, "", here, "careless", role, 7501);
        server.engine().ask(new Asked(command, peer, System.nanoTime(), OffsetDateTime.now(), false), taker);
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply;
    }
}
