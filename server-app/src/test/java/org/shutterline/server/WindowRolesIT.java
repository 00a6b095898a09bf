package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.jobs.Clash;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobStore;
import org.shutterline.server.jobs.Origin;

/**
 * Every deed of the window by every role, past all that is grey: what the role does not allow is refused by the server. What a
 * deed is refused for otherwise does not matter here, so that most get nothing to work with.
 */
class WindowRolesIT {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final String REFUSED = "log on as somebody who may do this";

    @TempDir
    Path data;

    private final Map<String, Deed> deeds = new LinkedHashMap<>();
    private final Map<String, Role> least = new LinkedHashMap<>();
    private Server server;
    private TechnicianDesk desk;

    /** Says what it was told, if that is no success. */
    private interface Deed {
        Optional<String> refusal() throws Exception;
    }

    /** One that is refused by being thrown back. */
    private interface Thrown {
        void run() throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/gauge.yaml"), "tools: [{id: gauge, tool: blobs, timeLimitMs: 50}]");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: gauge, camera: {driver: simulated}}]
                """);
        server = Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
        desk = server.desk();
        desk.users().add("boss", Role.ADMIN, PASSWORD);
        desk.seat().logOn("boss", PASSWORD);
        for (Role role : Role.values()) {
            desk.users().add(nameOf(role), role, PASSWORD);
        }
        table();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String nameOf(Role role) {
        return "the-" + role.name().toLowerCase(Locale.ROOT);
    }

    private void table() throws Exception {
        look();
        ask(new Command.Trigger(1, TriggerRequest.PLAIN));
        InspectionResult result = await().until(() -> desk.workshop().newest(1, 1), judged -> !judged.isEmpty())
                .get(0);
        command(Role.TRIGGER, new Command.Trigger(1, TriggerRequest.PLAIN));
        command(Role.OPERATE, new Command.GoOffline(1));
        command(Role.OPERATE, new Command.GoOnline(1));
        command(Role.OPERATE, new Command.ChangeJob(1, "gauge"));
        command(Role.OPERATE, new Command.ResetCounters(1));
        command(Role.ADMIN, new Command.SetParameter(1, "gauge.timeLimitMs", "77"));
        told(Role.OPERATE, "say", done -> desk.plant().say(result, Optional.of(Verdict.NG), done));
        told(Role.ADMIN, "endBySilence", done -> desk.plant().endBySilence(0, 100, done));
        thrown(
                Role.OPERATE,
                "simulator",
                () -> desk.simulator().language("plain", new InetSocketAddress("127.0.0.1", 1), ""));
        jobs();
        cameras();
        thrown(
                Role.ADMIN,
                "listener added",
                () -> desk.listening().add(desk.listening().listeners().get(0).entry()));
        thrown(Role.ADMIN, "listener changed", () -> desk.listening().change(new InetSocketAddress(1), null));
        thrown(Role.ADMIN, "listener removed", () -> desk.listening().remove(new InetSocketAddress(1)));
        thrown(Role.ADMIN, "backup", () -> desk.storage().backup(data.resolve("all.zip")));
        thrown(Role.ADMIN, "restore", () -> desk.storage().stage(data.resolve("none.zip")));
        thrown(Role.ADMIN, "restore given up", () -> desk.storage().giveUp());
        users();
    }

    private void look() {
        told(Role.VIEW, "support", done -> desk.plant().saveSupport(data.resolve("support.zip"), done));
        told(Role.VIEW, "flight", done -> desk.plant().saveFlight(1, data.resolve("flight.zip"), List.of(), done));
        thrown(Role.VIEW, "look", () -> desk.cameras().look(1));
        command(Role.VIEW, new Command.AskStatus(1));
    }

    private void jobs() throws Exception {
        JobStore jobs = desk.workshop().jobs();
        JobContent job = jobs.content("gauge");
        Origin here = Origin.window("");
        thrown(Role.ADMIN, "job saved", () -> jobs.save(job, here));
        thrown(Role.ADMIN, "job back", () -> jobs.goBack("gauge", 1, here));
        thrown(Role.ADMIN, "job copied", () -> jobs.copy("gauge", "gauge", here));
        thrown(Role.ADMIN, "job renamed", () -> jobs.rename("gauge", "gauge"));
        thrown(Role.ADMIN, "job deleted", () -> jobs.delete("gauge"));
        thrown(Role.ADMIN, "job brought", () -> {
            Path file = data.resolve("gauge.zip");
            Files.deleteIfExists(file);
            jobs.export("gauge", file);
            jobs.bring(file, Clash.FREE_NAME);
        });
        deed(Role.ADMIN, "editor", () -> desk.workshop().mayTeach() ? Optional.empty() : Optional.of(REFUSED));
    }

    private void cameras() {
        thrown(Role.OPERATE, "online", () -> desk.cameras().online(1, true));
        thrown(Role.ADMIN, "faults", () -> desk.cameras().faults(1, FaultPlan.NONE));
        thrown(Role.ADMIN, "camera set", () -> desk.cameras().adjust(1, null));
        thrown(Role.ADMIN, "camera kept", () -> desk.cameras().keep(1, null));
        thrown(Role.ADMIN, "camera bound", () -> desk.cameras().bind(1, null));
        thrown(Role.ADMIN, "station added", () -> desk.cameras().addStation("gauge", null));
    }

    private void users() {
        thrown(Role.ADMIN, "user added", () -> desk.users().add("boss", Role.VIEW, PASSWORD));
        thrown(Role.ADMIN, "token added", () -> desk.users().addToken("boss", Role.VIEW));
        thrown(Role.ADMIN, "user's role", () -> desk.users().role("nobody", Role.VIEW));
        thrown(Role.ADMIN, "user's password", () -> desk.users().password("nobody", PASSWORD));
        thrown(Role.ADMIN, "token renewed", () -> desk.users().renew("nobody"));
        thrown(Role.ADMIN, "user removed", () -> desk.users().remove("nobody"));
        thrown(Role.ADMIN, "log-off", () -> desk.users().logOff(Duration.ofMinutes(30)));
    }

    private void deed(Role needed, String name, Deed deed) {
        deeds.put(name, deed);
        least.put(name, needed);
    }

    private void thrown(Role needed, String name, Thrown deed) {
        deed(needed, name, () -> {
            try {
                deed.run();
                return Optional.empty();
            } catch (BadSetting refused) {
                return Optional.of(refused.getMessage());
            } catch (Exception other) {
                return Optional.empty();
            }
        });
    }

    private void told(Role needed, String name, Consumer<Consumer<Optional<String>>> deed) {
        deed(needed, name, () -> {
            BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
            deed.accept(answers::add);
            Optional<String> answer = answers.poll(10, TimeUnit.SECONDS);
            assertThat(answer).as(name).isNotNull();
            return answer;
        });
    }

    private void command(Role needed, Command command) {
        deed(
                needed,
                command.toString(),
                () -> ask(command) instanceof Reply.Refused refused && refused.code() == Code.NOT_ALLOWED
                        ? Optional.of(REFUSED)
                        : Optional.empty());
    }

    private Reply ask(Command command) throws InterruptedException {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        desk.plant().ask(command, replies::add);
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).as("%s", command).isNotNull();
        return reply;
    }

    @Test
    void everyDeedIsDoneByThoseWhoMayAndRefusedToAllOthers() throws Exception {
        int cells = 0;
        for (Role role : Role.values()) {
            assertThat(desk.seat().logOn(nameOf(role), PASSWORD)).isTrue();
            for (Map.Entry<String, Deed> deed : deeds.entrySet()) {
                boolean refused = deed.getValue()
                        .refusal()
                        .filter(why -> why.contains(REFUSED))
                        .isPresent();
                assertThat(refused)
                        .as("whether %s is refused to %s", deed.getKey(), role)
                        .isEqualTo(role.compareTo(least.get(deed.getKey())) < 0);
                cells++;
            }
        }
        assertThat(cells).isEqualTo(deeds.size() * Role.values().length);
        System.out.println("WindowRolesIT: " + cells + " cells");
    }
}
