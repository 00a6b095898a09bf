package org.shutterline.client.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.CertificateRefused;

/** Whom the client trusts, against servers on this machine that show one certificate or another. */
class TlsIT {
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @TempDir
    Path folder;

    private final List<SSLServerSocket> servers = new ArrayList<>();
    private final List<String> firstSeen = new ArrayList<>();
    private Issued authority;
    private KnownServers known;

    @BeforeEach
    void issue() throws Exception {
        authority = Issued.authority("CN=the plant");
        known = new KnownServers(folder);
    }

    @AfterEach
    void close() throws IOException {
        for (SSLServerSocket server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void whoIsSignedByTheAuthorityForThisAddressIsTrusted(String version) throws Exception {
        try (Socket socket = over(byAuthority(), listening(authority.server("127.0.0.1", TOMORROW), version))) {
            assertThat(((SSLSocket) socket).getSession().getProtocol()).isEqualTo(version);
        }
        assertThat(known.file()).doesNotExist();
    }

    @Test
    void theCertificateOfAnotherAddressIsRefused() throws Exception {
        int port = listening(authority.server("10.0.4.2", TOMORROW), "TLSv1.3");
        assertRefused(byAuthority(), port, "127.0.0.1");
    }

    @Test
    void oneThatHasExpiredIsRefusedWhoeverSignedItAndAtFirstUseToo() throws Exception {
        int port = listening(authority.server("127.0.0.1", YESTERDAY), "TLSv1.3");
        assertRefused(byAuthority(), port, "validity check failed");
        assertRefused(onFirstUse(), port, "valid from");
        assertThat(known.file()).doesNotExist();
    }

    @Test
    void oneOfAForeignAuthorityIsRefused() throws Exception {
        Issued foreign = Issued.authority("CN=the plant");
        assertRefused(byAuthority(), listening(foreign.server("127.0.0.1", TOMORROW), "TLSv1.3"), "path");
    }

    @Test
    void onFirstUseItIsTrustedAndAnyOtherThereIsNot() throws Exception {
        int port = listening(authority.server("127.0.0.1", TOMORROW), "TLSv1.3");
        over(onFirstUse(), port).close();
        over(onFirstUse(), port).close();
        assertThat(firstSeen)
                .hasSize(1)
                .first()
                .asString()
                .matches("127\\.0\\.0\\.1:\\d+ ([0-9A-F]{2}:){31}[0-9A-F]{2}");
        servers.remove(0).close();
        listening(authority.server("127.0.0.1", TOMORROW), "TLSv1.3", port);
        assertRefused(onFirstUse(), port, "expected " + firstSeen.get(0).split(" ")[1]);
        assertThat(firstSeen).hasSize(1);
    }

    @Test
    void whatIsKnownAndCannotBeReadTrustsNobody() throws Exception {
        Files.createDirectory(known.file());
        int port = listening(authority.server("127.0.0.1", TOMORROW), "TLSv1.3");
        assertThatThrownBy(() -> over(onFirstUse(), port)).isInstanceOf(IOException.class);
        assertThat(firstSeen).isEmpty();
    }

    private void assertRefused(Tls tls, int port, String why) {
        assertThatThrownBy(() -> over(tls, port))
                .isInstanceOf(SSLException.class)
                .hasRootCauseInstanceOf(CertificateRefused.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    private Tls onFirstUse() {
        return Tls.onFirstUse(known, (address, fingerprint) -> firstSeen.add(address + " " + fingerprint));
    }

    private Tls byAuthority() throws Exception {
        return Tls.signedBy(Files.writeString(folder.resolve("ca.pem"), authority.pem()), known);
    }

    private static Socket over(Tls tls, int port) throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setSoTimeout(10_000);
        try {
            return tls.over(plain, new Address("127.0.0.1", port));
        } catch (IOException | RuntimeException refused) {
            plain.close();
            throw refused;
        }
    }

    private int listening(Issued shown, String version) throws Exception {
        return listening(shown, version, 0);
    }

    private int listening(Issued shown, String version, int port) throws Exception {
        SSLServerSocket server = (SSLServerSocket)
                shown.context().getServerSocketFactory().createServerSocket(port, 8, InetAddress.getLoopbackAddress());
        server.setEnabledProtocols(new String[] {version});
        servers.add(server);
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = new Thread(() -> serve(server, begun), "server");
        thread.setDaemon(true);
        thread.start();
        begun.await();
        return server.getLocalPort();
    }

    private static void serve(SSLServerSocket server, CountDownLatch begun) {
        begun.countDown();
        while (!server.isClosed()) {
            try (SSLSocket peer = (SSLSocket) server.accept()) {
                peer.setSoTimeout(10_000);
                peer.startHandshake();
                peer.getInputStream().read();
            } catch (IOException refusedOrClosed) {
                continue;
            }
        }
    }
}
