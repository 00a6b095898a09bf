package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Roster;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.editor.Workshop;
import org.shutterline.server.guard.FaultPlan;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.Origin;
import org.shutterline.server.net.Asked;
import org.shutterline.server.net.Engine;
import org.shutterline.server.net.Peer;

/** A whole server whose window asks for what its role does not allow: it is refused there, whatever is grey or not. */
class GuardedWindowIT {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final Command SET = new Command.SetParameter(1, "gauge.timeLimitMs", "77");

    @TempDir
    Path data;

    private Server server;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/gauge.yaml"), "tools: [{id: gauge, tool: blobs, timeLimitMs: 50}]");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: gauge, camera: {driver: simulated}}]
                """);
        server = Server.start(new Wishes(data, Optional.empty(), false, Optional.of(0), false), traffic -> {});
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply asked(Consumer<Consumer<Reply>> asking) throws InterruptedException {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
        asking.accept(replies::add);
        Reply reply = replies.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        return reply;
    }

    private static Peer press() {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
        return new Peer(1, "press 4", here, "plain", Role.ADMIN, 7501);
    }

    private Reply overTheWire(Command command) throws InterruptedException {
        return asked(taker -> server.engine()
                .ask(new Asked(command, press(), System.nanoTime(), OffsetDateTime.now(), false), taker));
    }

    private Reply atTheWindow(Command command) throws InterruptedException {
        return asked(taker -> server.desk().plant().ask(command, taker));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(BadSetting.class).hasMessageContaining("log on");
    }

    @Test
    void withUsersNothingThatNeedsARoleIsDoneBeforeALogOn() throws Exception {
        server.desk().users().add("anna", Role.ADMIN, PASSWORD);
        server.desk().seat().passTime();

        for (Command command : List.of(
                new Command.Trigger(1, org.shutterline.protocol.message.TriggerRequest.PLAIN),
                new Command.GoOffline(1),
                new Command.ChangeJob(1, "gauge"),
                SET)) {
            assertThat(atTheWindow(command))
                    .as("%s", command)
                    .isInstanceOfSatisfying(
                            Reply.Refused.class, no -> assertThat(no.code()).isEqualTo(Code.NOT_ALLOWED));
        }
        assertThat(atTheWindow(new Command.AskStatus(1))).isInstanceOf(Reply.Status.class);
        Workshop workshop = server.desk().workshop();
        assertThat(workshop.mayTeach()).isFalse();
        JobContent job = workshop.jobs().content("gauge");
        refused(() -> workshop.jobs().save(job.withTree(Map.of("tools", List.of())), Origin.window("")));
        refused(() -> workshop.jobs().delete("gauge"));
        refused(() -> server.desk().cameras().online(1, false));
        refused(() -> server.desk().cameras().faults(1, FaultPlan.NONE));
        refused(() -> server.desk().storage().backup(data.resolve("all.zip")));
        refused(() -> server.desk().storage().stage(data.resolve("all.zip")));
        refused(() -> server.desk().users().remove("anna"));
        refused(() -> server.desk().users().logOff(Duration.ofMinutes(30)));
        refused(() -> server.desk()
                .simulator()
                .language("plain", new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_501), ""));

        assertThat(server.desk().seat().logOn("anna", PASSWORD)).isTrue();
        assertThat(atTheWindow(new Command.GoOffline(1))).isInstanceOf(Reply.Done.class);
        assertThat(workshop.mayTeach()).isTrue();
    }

    @Test
    void whatIsDoneAboutUsersIsInTheBooksAndTheLastOneWhoMayDoAllStays() throws Exception {
        server.desk().seat().makeFirst("anna", PASSWORD);
        server.desk().users().addToken("line-3", Role.TRIGGER);
        assertThatThrownBy(() -> server.desk().users().remove("anna"))
                .isInstanceOfSatisfying(
                        Roster.NotChanged.class, not -> assertThat(not.why()).isEqualTo(Roster.Why.LAST_ADMIN));
        server.desk().users().remove("line-3");
        server.desk().users().logOff(Duration.ofMinutes(30));
        assertThat(server.desk().seat().idle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(Files.readString(data.resolve("settings.yaml"))).contains("windowLogOffMin: 30");
        server.close();

        try (AuditTrail trail = AuditTrail.open(data)) {
            Path file = data.resolve("books.txt");
            AuditExport.write(trail, file);
            assertThat(Files.readString(file))
                    .contains("token line-3 to be added, TRIGGER")
                    .contains("user anna to be removed")
                    .contains("not done: LAST_ADMIN")
                    .contains("user line-3 to be removed")
                    .contains("the window to log off after 30 minutes")
                    .doesNotContain("correct horse");
        }
        start();
    }

    @Test
    void aJobIsChangedAtTheWindowOrOverTheWireAndNeverAtBoth() throws Exception {
        Workshop window = server.desk().workshop();
        assertThat(window.claim("gauge")).isEmpty();
        assertThat(overTheWire(SET)).isInstanceOfSatisfying(Reply.Refused.class, busy -> {
            assertThat(busy.code()).isEqualTo(Code.STATION_BUSY);
            assertThat(busy.text()).contains("job gauge is being changed by somebody at the server's window since ");
        });
        window.release("gauge");

        Engine.Registration connection = server.engine().listen(press(), event -> {});
        assertThat(overTheWire(SET)).isEqualTo(new Reply.Done());
        assertThat(window.claim("gauge").orElseThrow().who()).isEqualTo("press 4");
        assertThat(server.desk().otherEditor("gauge")).isPresent();
        connection.close();
        assertThat(window.claim("gauge")).isEmpty();
    }

    @Test
    void whoeverIsLoggedOffHasNoJobForHimself() throws Exception {
        server.desk().seat().makeFirst("anna", PASSWORD);
        assertThat(server.desk().workshop().claim("gauge")).isEmpty();
        server.desk().seat().logOff();
        assertThat(overTheWire(SET)).isEqualTo(new Reply.Done());
    }
}
