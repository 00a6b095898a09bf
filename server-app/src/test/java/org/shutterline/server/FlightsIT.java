package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.flight.FlightRecord;
import org.shutterline.server.flight.Replay;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.Labelled;
import org.shutterline.server.jobs.OwnVersions;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.Plugins;

/** Earlier results, after their pictures were pressed and their jobs renamed or deleted. */
class FlightsIT {
    @TempDir
    Path data;

    @Test
    void saysWhetherThePictureIsTheVeryOneThatWasJudged() throws Exception {
        station("jpeg");
        long id;
        try (Server server = start()) {
            id = judged(server).id();
            assertThat(isExact(server, id)).as("while it is in memory").isTrue();
        }
        try (Server server = start()) {
            assertThat(isExact(server, id)).as("from its file").isFalse();
        }
    }

    @Test
    void aPictureThatIsKeptAsPngIsExact() throws Exception {
        station("png");
        long id;
        try (Server server = start()) {
            id = judged(server).id();
        }
        try (Server server = start()) {
            assertThat(isExact(server, id)).isTrue();
        }
    }

    @Test
    void findsTheJobOfAResultUnderItsNewNameAndSaysWhenItIsGone() throws Exception {
        station("png");
        try (Server server = start()) {
            InspectionResult result = judged(server);
            assertThat(ask(server, new Command.ChangeJob(1, "lid"))).isInstanceOf(Reply.JobChanged.class);
            server.jobs().rename("plate", "plate old");

            Flights flights = flights(server);
            assertThat(isExact(server, result.id())).isTrue();
            flights.say(result, Optional.of(Verdict.NG));
            assertThat(server.jobs().labelled("plate old"))
                    .extracting(Labelled::id)
                    .containsExactly(result.id());
            assertThat(flights.said(Set.of("plate"))).isEqualTo(Map.of(result.id(), Verdict.NG));

            server.jobs().delete("plate old");
            assertThatThrownBy(() -> isExact(server, result.id()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("job plate, version ")
                    .hasMessageContaining("only its picture and its values are left");
            assertThatThrownBy(() -> flights.say(result, Optional.of(Verdict.NG)))
                    .hasMessageContaining("only its picture and its values are left");
        }
    }

    @Test
    void runsAToolAgainInAProcessOfItsOwnIfItsJobSaysSo() throws Exception {
        station("png");
        Files.writeString(data.resolve("jobs/plate.yaml"), "tools: [{id: light, tool: brightness, isolated: true}]");
        List<String> isolated = new ArrayList<>();
        Path file = data.resolve("a.shutterflight");
        try (Server server = start()) {
            flights(server).save(judged(server).id(), file, List.of());
        }
        Isolation noting = (kind, settings, memoryMb) -> {
            isolated.add(kind.id());
            return kind;
        };
        Flights.replay(file, Plugins.installed().tools(), noting, AllowedPrograms.NONE);
        assertThat(isolated).contains("brightness");
    }

    @Test
    void savesAResultOfAJobWithAProgramAndRunsItAgainOnlyWhereThatIsAllowed() throws Exception {
        station("png");
        Files.writeString(
                data.resolve("jobs/plate.yaml"),
                "tools: [{id: own, tool: external, timeLimitMs: 50, settings: {command: [/bin/true]}}]");
        Path file = data.resolve("a.shutterflight");
        try (Server server = start()) {
            flights(server).save(judged(server).id(), file, List.of());
            assertThatThrownBy(() -> flights(server).replay(file))
                    .hasMessageContaining("starts the program '/bin/true'");
        }
        AllowedPrograms allowed = AllowedPrograms.of(List.of("/bin/true"));
        assertThat(Flights.replay(file, Plugins.installed().tools(), Isolation.NONE, allowed)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void runsAJobWithAScriptInItsFolderAgainWhereThatScriptIsAndSaysElsewhereWhatToDo() throws Exception {
        station("png");
        Files.writeString(
                data.resolve("jobs/plate.yaml"),
                "tools: [{id: own, tool: external, timeLimitMs: 50, settings: {command: [/bin/sh, measure.sh]}}]");
        Files.createDirectories(data.resolve("jobs/plate"));
        Files.writeString(data.resolve("jobs/plate/measure.sh"), "exit 0");
        Path file = data.resolve("a.shutterflight");
        try (Server server = start()) {
            flights(server).save(judged(server).id(), file, List.of());
        }
        AllowedPrograms here = AllowedPrograms.NONE.with(OwnVersions.in(data.resolve("jobs")));
        assertThat(again(file, here).verdict()).isEqualTo(Verdict.UNKNOWN);

        AllowedPrograms shell = AllowedPrograms.of(List.of("/bin/sh"));
        assertThatThrownBy(() -> again(file, shell.with(OwnVersions.in(data.resolve("elsewhere/jobs")))))
                .isInstanceOf(JobRefused.class)
                .hasMessageEndingWith("files/measure.sh: is a program that no job of this station has: run the record"
                        + " again where it was made, or put the program into the folder of a job here by hand first");

        Set<String> files = OwnVersions.in(data.resolve("jobs")).files();
        AllowedPrograms.Kept later = new AllowedPrograms.Kept(Set.of(), files);
        assertThat(again(file, shell.with(later)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThatThrownBy(() -> again(file, AllowedPrograms.NONE.with(later)))
                .hasMessageContaining("starts the program '/bin/sh'");
    }

    private static Replay again(Path file, AllowedPrograms programs) throws Exception {
        return Flights.replay(file, Plugins.installed().tools(), Isolation.NONE, programs);
    }

    private boolean isExact(Server server, long id) throws Exception {
        Path file = data.resolve("exact.shutterflight");
        flights(server).save(id, file, List.of());
        try (FlightRecord record = FlightRecord.open(file, Plugins.installed().tools(), AllowedPrograms.NONE)) {
            return record.flight().exact();
        }
    }

    private static Flights flights(Server server) {
        return new Flights(
                server.archive(),
                server.jobs(),
                Plugins.installed().tools(),
                Isolation.NONE,
                () -> AllowedPrograms.NONE);
    }

    private void station(String format) throws IOException {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/plate.yaml"), "tools: [{id: light, tool: brightness}]");
        Files.writeString(
                data.resolve("jobs/lid.yaml"), "tools: [{id: light, tool: brightness, limits: {mean: {low: 3}}}]");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: plate, deadlineMs: 20000, camera: {driver: simulated}}]
                pictures: {format: %s}
                """.formatted(format));
    }

    private Server start() throws Exception {
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }

    private static InspectionResult judged(Server server) throws Exception {
        assertThat(ask(server, new Command.Trigger(1, TriggerRequest.PLAIN))).isInstanceOf(Reply.Accepted.class);
        await().until(() -> server.archive().last(1).isPresent());
        return server.archive().last(1).orElseThrow();
    }

    private static Reply ask(Server server, Command command) throws InterruptedException {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        server.machine().askHere(command, event -> {}, replies::add);
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply;
    }
}
