package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;

/** What those may take of a listener who have yet to log in; each limit has its own counter. */
class StrangersIT {
    private final ScriptedEngine engine = new ScriptedEngine();
    private final Stillness stillness = Stillness.watching();
    private final Bounds bounds = new Bounds(Limits.USUAL);
    private final List<RawPeer> peers = new ArrayList<>();
    private TriggerServer server;

    @AfterEach
    void close() {
        peers.forEach(RawPeer::close);
        if (server != null) {
            server.close();
        }
        stillness.close();
    }

    @Test
    void oneAddressKeepsFewPlacesAndNobodyElseOut() throws Exception {
        Optional<InetAddress> beyond = beyondLoopback();
        assumeTrue(beyond.isPresent(), "this machine has an address beyond loopback");
        engine.answers = (asked, reply) -> reply.accept(
                asked.command() instanceof Command.LogIn ? new Reply.LoggedIn(Role.OPERATE) : new Reply.Done());
        open("0.0.0.0", Duration.ofMinutes(1));
        InetSocketAddress far =
                new InetSocketAddress(beyond.get(), server.address().getPort());
        for (int i = 0; i < 4; i++) {
            waiting(far, i + 1);
        }
        try (RawPeer fifth = new RawPeer(far)) {
            assertThat(fifth.rest()).isEmpty();
        }
        assertThat(hits(Limit.STRANGERS_OF_ADDRESS)).isOne();
        assertThat(hits(Limit.STRANGERS)).isZero();

        InetSocketAddress here =
                new InetSocketAddress("127.0.0.1", server.address().getPort());
        for (int i = 0; i < 16; i++) {
            waiting(here, i + 5);
        }
        try (RawPeer tooMany = new RawPeer(here)) {
            assertThat(tooMany.rest()).isEmpty();
        }
        assertThat(hits(Limit.STRANGERS)).isOne();
        assertThat(peers.get(0).send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
        waiting(far, 21);
        assertThat(hits(Limit.STRANGERS_OF_ADDRESS)).isOne();
    }

    @Test
    void timeAndBytesBeforeALoginHaveTheirOwnCounters() throws Exception {
        open("127.0.0.1", Duration.ofMillis(700));
        try (RawPeer quiet = new RawPeer(server.address())) {
            quiet.rest();
        }
        assertThat(hits(Limit.LOGIN_TIME)).isOne();
        assertThat(hits(Limit.LOGIN_BYTES)).isZero();
        server.close();
        open("127.0.0.1", Duration.ofMinutes(1));
        try (RawPeer loud = new RawPeer(server.address())) {
            loud.send("\n".repeat(1_025)).rest();
        }
        assertThat(hits(Limit.LOGIN_BYTES)).isOne();
        assertThat(hits(Limit.LOGIN_TIME)).isOne();
    }

    private long hits(Limit limit) {
        return bounds.hit().get(limit);
    }

    private void waiting(InetSocketAddress at, int then) {
        peers.add(new RawPeer(at));
        await().until(() -> server.peers().size() == then);
    }

    private static Optional<InetAddress> beyondLoopback() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }

    private void open(String address, Duration loginWithin) throws IOException {
        Dialect dialect = Catalog.installed("dialect", Dialect.class).find("plain", "test");
        Options options = Options.checked("test", Map.of(), dialect.settings());
        Entrance entrance = new Entrance(Rights.NONE, loginWithin, from -> true, true, Optional.empty());
        server = TriggerServer.open(
                new ListenerSettings("test", address, 0, options, entrance, 64, OneTooMany.REFUSE_NEW),
                dialect,
                new Surroundings(engine, traffic -> {}, stillness, bounds));
    }
}
