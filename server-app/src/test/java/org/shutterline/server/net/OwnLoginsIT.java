package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;

/** A dialect with logins of its own, against real sockets: who has yet to log in is a stranger as everywhere. */
class OwnLoginsIT {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<Traffic> traffic = new CopyOnWriteArrayList<>();
    private final Stillness stillness = Stillness.watching();
    private TriggerServer server;

    @AfterEach
    void close() {
        server.close();
        stillness.close();
    }

    @Test
    void whoeverDoesNotAnswerIsClosedAfterItsTime() throws Exception {
        open(Role.OPERATE, Duration.ofMillis(700));
        try (RawPeer quiet = new RawPeer(server.address())) {
            assertThat(quiet.send("admin\r\n").rest()).endsWith("User: Password: ");
        }
        await().untilAsserted(
                        () -> assertThat(traffic).extracting(Traffic::text).contains(ClosedBy.NO_LOGIN.name()));
    }

    @Test
    void moreThanAThousandBytesWithoutALoginAreTooMany() throws Exception {
        open(Role.OPERATE, Duration.ofMinutes(1));
        try (RawPeer peer = new RawPeer(server.address())) {
            peer.send("\r\n".repeat(513)).rest();
        }
        await().untilAsserted(
                        () -> assertThat(traffic).extracting(Traffic::text).contains(ClosedBy.NO_LOGIN.name()));
    }

    @Test
    void whoeverLoggedInStaysAndMayWhatBothTheLoginAndTheListenerAllow() throws Exception {
        open(Role.TRIGGER, Duration.ofMillis(700));
        try (RawPeer peer = new RawPeer(server.address())) {
            await().until(() -> server.peers().size() == 1);
            assertThat(server.peers().get(0).peer().rights()).isEqualTo(Rights.NONE);
            peer.send("admin\r\nsecret\r\n");
            await().until(() -> !server.peers().get(0).peer().rights().isNone());
            assertThat(server.peers().get(0).peer().rights()).isEqualTo(Rights.of(Role.TRIGGER));
            try (RawPeer quiet = new RawPeer(server.address())) {
                quiet.rest();
            }
            peer.line();
            assertThat(peer.send("SW8\r\n").line()).isEqualTo("User: Password: User Logged In");
            assertThat(peer.line()).isNotEmpty();
        }
        assertThat(engine.asked)
                .first()
                .extracting(Asked::command)
                .isEqualTo(new Command.LogInHere("admin", Optional.of(Role.ADMIN)));
    }

    @Test
    void whoeverGuessedTooOftenHearsOfNoLoginThoughItIsRight() throws Exception {
        engine.answers = (asked, reply) -> reply.accept(new Reply.Refused(Code.NOT_ALLOWED, "try again in 4 s"));
        open(Role.OPERATE, Duration.ofMinutes(1));
        try (RawPeer peer = new RawPeer(server.address())) {
            peer.line();
            assertThat(peer.send("admin\r\nsecret\r\n").line()).isEqualTo("User: Password: Invalid Password");
            assertThat(server.peers().get(0).peer().rights()).isEqualTo(Rights.NONE);
        }
    }

    @Test
    void aDeviceThatLeftItsConnectionOpenComesInAgain() throws Exception {
        open(Role.OPERATE, Duration.ofMinutes(1), 1, OneTooMany.DROP_OLDEST);
        try (RawPeer before = new RawPeer(server.address())) {
            before.send("admin\r\nsecret\r\n");
            await().until(() -> !server.peers().get(0).peer().rights().isNone());
            try (RawPeer again = new RawPeer(server.address())) {
                assertThat(before.rest()).endsWith("User Logged In\r\n");
                again.line();
                assertThat(again.send("admin\r\nsecret\r\n").line()).isEqualTo("User: Password: User Logged In");
            }
        }
    }

    private void open(Role role, Duration loginWithin) throws IOException {
        open(role, loginWithin, 64, OneTooMany.REFUSE_NEW);
    }

    private void open(Role role, Duration loginWithin, int maxConnections, OneTooMany oneTooMany) throws IOException {
        Dialect dialect = Catalog.installed("dialect", Dialect.class).find("insight", "test");
        Map<String, Object> settings = Map.of("logins", List.of(Map.of("name", "admin", "password", "secret")));
        Options options = Options.checked("test", settings, dialect.settings());
        Entrance here = Entrance.here(role);
        Entrance entrance = new Entrance(here.rights(), loginWithin, here.admits(), false, here.tls());
        server = TriggerServer.open(
                new ListenerSettings("test", "127.0.0.1", 0, options, entrance, maxConnections, oneTooMany),
                dialect,
                new Surroundings(engine, traffic::add, stillness, new Bounds(Limits.USUAL)));
    }
}
