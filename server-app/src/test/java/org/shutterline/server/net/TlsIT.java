package org.shutterline.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.access.Certificates;

/** The encrypted listener, and those who have to log in, against real sockets. */
class TlsIT {
    @TempDir
    Path data;

    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<Traffic> traffic = new CopyOnWriteArrayList<>();
    private final Stillness stillness = Stillness.watching();
    private Certificates certificates;
    private TriggerServer server;

    @BeforeEach
    void load() throws IOException {
        certificates = new Certificates(data, Clock.systemUTC());
        certificates.load();
        engine.answers = (asked, reply) -> reply.accept(
                asked.command() instanceof Command.LogIn who
                        ? "right horse".equals(who.password().reveal())
                                ? new Reply.LoggedIn(Role.OPERATE)
                                : new Reply.Refused(Code.NOT_ALLOWED, "wrong name or password")
                        : new Reply.Done());
    }

    @AfterEach
    void close() {
        server.close();
        stillness.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void linesPassOverBothVersions(String version) throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        try (SSLSocket peer = peer(version)) {
            assertThat(peer.getSession().getProtocol()).isEqualTo(version);
            assertThat(ask(peer, "PING,hello")).isEqualTo("PING,OK,hello");
            assertThat(ask(peer, "PING," + "x".repeat(4_000))).hasSize(4_000 + "PING,OK,".length());
            assertThat(ask(peer, "RESET1")).isEqualTo("RESET1,OK");
        }
        await().until(() -> server.peers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.1", "TLSv1"})
    void olderOnesAreNotSpoken(String version) throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        assertThatThrownBy(() -> peer(version)).isInstanceOf(IOException.class);
    }

    @Test
    void manyLinesInOneSegmentAndALargeAnswerComeWhole() throws Exception {
        engine.pictureBytes = 3_000_000;
        engine.answers = (asked, reply) -> reply.accept(new Reply.PictureOf(
                1,
                new org.shutterline.protocol.message.Picture(
                        "mono8", 3_000_000, 1, engine.blobs.lend(new byte[3_000_000]))));
        open(Entrance.here(Role.OPERATE).over(certificates));
        try (SSLSocket peer = peer("TLSv1.3")) {
            write(peer, "PING,1\nIMAGE,1,raw\nPING,2\n");
            InputStream in = peer.getInputStream();
            assertThat(line(in)).isEqualTo("PING,OK,1");
            assertThat(line(in)).isEqualTo("IMAGE,OK,1,mono8,3000000,1,3000000");
            assertThat(in.readNBytes(3_000_000)).hasSize(3_000_000);
            assertThat(line(in)).isEqualTo("PING,OK,2");
        }
    }

    @Test
    void thousandsOfLinesAreAnsweredInTheirOrder() throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        try (SSLSocket peer = peer("TLSv1.3")) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                all.append("PING,").append(i).append('\n');
            }
            write(peer, all.toString());
            InputStream in = peer.getInputStream();
            for (int i = 0; i < 5_000; i++) {
                assertThat(line(in)).isEqualTo("PING,OK," + i);
            }
        }
    }

    @Test
    void whoeverSpeaksPlainlyThereIsClosedAndNothingIsDone() throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        try (RawPeer peer = new RawPeer(server.address())) {
            peer.send("RESET1\nRESET1\n");
            peer.rest();
        }
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void byeEndsItAsItShould() throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        try (SSLSocket peer = peer("TLSv1.3")) {
            write(peer, "BYE\n");
            assertThat(new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("BYE,OK\n");
        }
    }

    @Test
    void beforeTheLoginNothingIsDoneAndAfterItWhatTheRoleMay() throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates).withLogin());
        try (SSLSocket peer = peer("TLSv1.3")) {
            assertThat(ask(peer, "RESET1")).isEqualTo("ER,RESET1,05,login required");
            assertThat(ask(peer, "LOGIN,anna,wrong")).isEqualTo("ER,LOGIN,05,wrong name or password");
            assertThat(ask(peer, "RESET1")).isEqualTo("ER,RESET1,05,login required");
            assertThat(ask(peer, "LOGIN,anna,right horse")).isEqualTo("LOGIN,OK,OPERATE");
            assertThat(ask(peer, "RESET1")).isEqualTo("RESET1,OK");
            assertThat(server.peers().get(0).peer().user()).isEqualTo("anna");
        }
        assertThat(engine.asked.get(0).peer().encrypted()).isTrue();
        assertThat(traffic.toString() + traffic.stream().map(Traffic::text).toList())
                .doesNotContain("horse");
    }

    @Test
    void whoeverDoesNotLogInInTimeIsClosed() throws Exception {
        open(within(Duration.ofMillis(700)).over(certificates).withLogin());
        long from = System.nanoTime();
        try (SSLSocket silent = peer("TLSv1.3");
                RawPeer noHello = new RawPeer(server.address())) {
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
            noHello.rest();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofMillis(600), Duration.ofSeconds(4));
        assertThat(traffic.stream()
                        .filter(passed -> passed.kind() == Traffic.Kind.CLOSED)
                        .map(Traffic::text))
                .contains(ClosedBy.NO_LOGIN.name());
    }

    @Test
    void whoeverLoggedInStaysForAsLongAsItLikes() throws Exception {
        open(within(Duration.ofMillis(600)).withLogin());
        try (RawPeer peer = new RawPeer(server.address())) {
            assertThat(peer.send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
            try (RawPeer other = new RawPeer(server.address())) {
                other.rest();
            }
            assertThat(peer.send("PING\n").line()).isEqualTo("PING,OK");
        }
    }

    @Test
    void moreThanAThousandBytesWithoutALoginAreTooMany() throws Exception {
        // longer than this test waits for the end
        open(within(Duration.ofMinutes(1)).withLogin());
        try (RawPeer peer = new RawPeer(server.address())) {
            for (int i = 0; i < 102; i++) {
                peer.send("PING,abcd\n");
            }
            assertThat(peer.line()).isEqualTo("PING,OK,abcd");
            peer.send("PING,abcd\n");
            assertThat(peer.rest().lines().count()).isLessThan(103);
        }
    }

    @Test
    void sixteenWaitForTheirLoginAndTheNextIsClosedWithoutAByte() throws Exception {
        open(within(Duration.ofSeconds(30)).withLogin());
        List<RawPeer> waiting = new CopyOnWriteArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                waiting.add(new RawPeer(server.address()));
                int there = i + 1;
                await().until(() -> server.peers().size() == there);
            }
            try (RawPeer tooMany = new RawPeer(server.address())) {
                assertThat(tooMany.rest()).isEmpty();
            }
            assertThat(waiting.get(0).send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
            try (RawPeer next = new RawPeer(server.address())) {
                assertThat(next.send("PING\n").line()).isEqualTo("PING,OK");
            }
        } finally {
            waiting.forEach(RawPeer::close);
        }
    }

    @Test
    void aNewcomerWhoMustLogInThrowsOutStrangersOnly() throws Exception {
        open(within(Duration.ofSeconds(30)).withLogin(), 2, OneTooMany.DROP_OLDEST);
        try (RawPeer anna = new RawPeer(server.address());
                RawPeer stranger = new RawPeer(server.address())) {
            assertThat(anna.send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
            await().until(() -> server.peers().size() == 2);
            try (RawPeer next = new RawPeer(server.address())) {
                assertThat(next.send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
                assertThat(stranger.rest()).isEmpty();
                try (RawPeer tooMany = new RawPeer(server.address())) {
                    assertThat(tooMany.rest()).isEmpty();
                }
                assertThat(next.send("PING\n").line()).isEqualTo("PING,OK");
                assertThat(anna.send("PING\n").line()).isEqualTo("PING,OK");
            }
        }
    }

    @Test
    void theWatchOfAListenerGoesOnAfterAnErrorWhichIsToldOnce() throws Exception {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> told.add(mistake));
        engine.staying = () -> {
            if (asked.incrementAndGet() <= 2) {
                throw new NoClassDefFoundError("meant to be");
            }
            return false;
        };
        open(within(Duration.ofSeconds(30)).withLogin());
        try (RawPeer peer = new RawPeer(server.address())) {
            assertThat(peer.send("LOGIN,anna,right horse\n").line()).isEqualTo("LOGIN,OK,OPERATE");
            assertThat(peer.rest()).isEmpty();
            assertThat(told).hasSize(1);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void whoeverIsNotOnTheListIsClosedWithoutAByteAndWrittenDown() throws Exception {
        Entrance here = Entrance.here(Role.TRIGGER);
        open(new Entrance(here.rights(), here.loginWithin(), address -> false, false, here.tls()));
        try (RawPeer peer = new RawPeer(server.address())) {
            peer.send("T1\n");
            assertThat(peer.rest()).isEmpty();
        }
        assertThat(engine.asked).isEmpty();
        assertThat(traffic).extracting(Traffic::kind).contains(Traffic.Kind.NOT_ON_THE_LIST);
    }

    @Test
    void aCertificateIsReplacedWithoutARestart() throws Exception {
        open(Entrance.here(Role.OPERATE).over(certificates));
        String before = certificates.fingerprint().orElseThrow();
        try (SSLSocket old = peer("TLSv1.3")) {
            Path other = data.resolve("other");
            new Certificates(other, Clock.systemUTC()).load();
            replace(other.resolve("tls/password"), data.resolve("tls/password"));
            replace(other.resolve("tls/server.p12"), data.resolve("tls/server.p12"));
            try (SSLSocket fresh = peer("TLSv1.3")) {
                assertThat(fresh.getSession().getPeerCertificates()[0])
                        .isNotEqualTo(old.getSession().getPeerCertificates()[0]);
                assertThat(certificates.fingerprint().orElseThrow()).isNotEqualTo(before);
                assertThat(ask(fresh, "PING")).isEqualTo("PING,OK");
            }
            assertThat(ask(old, "PING")).isEqualTo("PING,OK");
        }
        Files.writeString(data.resolve("tls/server.p12"), "no store at all");
        try (SSLSocket still = peer("TLSv1.3")) {
            assertThat(ask(still, "PING"))
                    .as("one that cannot be used changes nothing")
                    .isEqualTo("PING,OK");
        }
    }

    @Test
    void keyAndPasswordAreTheirOwnersAloneAndOfThisInstallation() throws Exception {
        server = open(Entrance.here(Role.VIEW));
        for (String file : List.of("tls/server.p12", "tls/password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
        Path other = data.resolve("other");
        new Certificates(other, Clock.systemUTC()).load();
        assertThat(Files.readString(other.resolve("tls/password")))
                .isNotEqualTo(Files.readString(data.resolve("tls/password")));
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.from(Instant.now().plusSeconds(5)));
    }

    private static Entrance within(Duration loginWithin) {
        Entrance here = Entrance.here(Role.OPERATE);
        return new Entrance(here.rights(), loginWithin, here.admits(), false, here.tls());
    }

    private TriggerServer open(Entrance entrance) throws IOException {
        return open(entrance, 64, OneTooMany.REFUSE_NEW);
    }

    private TriggerServer open(Entrance entrance, int most, OneTooMany oneTooMany) throws IOException {
        Dialect dialect = Catalog.installed("dialect", Dialect.class).find("plain", "test");
        Options options = Options.checked("test", Map.of(), dialect.settings());
        server = TriggerServer.open(
                new ListenerSettings("test", "127.0.0.1", 0, options, entrance, most, oneTooMany),
                dialect,
                new Surroundings(engine, traffic::add, stillness, new Bounds(Limits.USUAL)));
        return server;
    }

    private SSLSocket peer(String version) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        Socket plain =
                new Socket(server.address().getAddress(), server.address().getPort());
        plain.setSoTimeout(10_000);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 1, true);
        try {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private static String ask(SSLSocket peer, String request) throws IOException {
        write(peer, request + "\n");
        return line(peer.getInputStream());
    }

    private static void write(SSLSocket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Anybody: what the client trusts is tested where the client is. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
