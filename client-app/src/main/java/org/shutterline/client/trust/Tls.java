package org.shutterline.client.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Encryption;

/** TLS 1.2 or 1.3 with servers that are trusted. Immutable. */
public final class Tls implements Encryption {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final KnownServers known;
    private final Optional<TrustManager[]> authority;
    private final BiConsumer<Address, String> firstSeen;

    private Tls(KnownServers known, Optional<TrustManager[]> authority, BiConsumer<Address, String> firstSeen) {
        this.known = known;
        this.authority = authority;
        this.firstSeen = firstSeen;
    }

    /**
     * Trusts what is seen at an address for the first time, and from then on nothing else there.
     *
     * @param firstSeen told of an address and the fingerprint that is trusted there from now on
     */
    public static Tls onFirstUse(KnownServers known, BiConsumer<Address, String> firstSeen) {
        return new Tls(known, Optional.empty(), firstSeen);
    }

    /**
     * Trusts whom these certificates signed, if its certificate is for the name or address that is connected to.
     *
     * @param file one or more certificates as PEM
     * @throws IOException if it cannot be read, or holds none
     */
    public static Tls signedBy(Path file, KnownServers known) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> trusted =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (trusted.isEmpty()) {
                throw new IOException("no certificate is in it");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate one : trusted) {
                store.setCertificateEntry("authority " + number++, one);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return new Tls(known, Optional.of(factory.getTrustManagers()), (address, fingerprint) -> {});
        } catch (GeneralSecurityException wrong) {
            throw new IOException("no certificate as PEM: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public Socket over(Socket connected, Address address) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(address), null);
            SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(connected, address.host(), address.port(), true);
            SSLParameters how = socket.getSSLParameters();
            how.setProtocols(PROTOCOLS);
            if (authority.isPresent()) {
                how.setEndpointIdentificationAlgorithm("HTTPS");
            }
            socket.setSSLParameters(how);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException impossible) {
            throw new SSLException(impossible);
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        }
    }

    private TrustManager[] managers(Address address) {
        return new TrustManager[] {
            authority
                    .<TrustManager>map(signers -> new Signed(signers))
                    .orElseGet(() -> new FirstUse(
                            known, address.toString(), fingerprint -> firstSeen.accept(address, fingerprint)))
        };
    }
}
