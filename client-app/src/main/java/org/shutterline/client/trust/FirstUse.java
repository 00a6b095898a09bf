package org.shutterline.client.trust;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import org.shutterline.client.link.CertificateRefused;
import org.shutterline.client.link.Trouble;

/** Trusts at one address the certificate that was seen there first, while it is valid. */
final class FirstUse extends ServerTrust {
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private final KnownServers known;
    private final String address;
    private final Consumer<String> firstSeen;

    FirstUse(KnownServers known, String address, Consumer<String> firstSeen) {
        this.known = known;
        this.address = address;
        this.firstSeen = firstSeen;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateRefused(Trouble.Kind.CERTIFICATE_BAD, "it showed none");
        }
        try {
            chain[0].checkValidity();
        } catch (CertificateException outOfTime) {
            throw new CertificateRefused(
                    Trouble.Kind.CERTIFICATE_BAD,
                    "valid from " + chain[0].getNotBefore() + " to " + chain[0].getNotAfter());
        }
        String shown = fingerprint(chain[0]);
        Optional<String> trusted = known.find(address);
        if (trusted.isEmpty()) {
            known.remember(address, shown);
            firstSeen.accept(shown);
        } else if (!trusted.get().equals(shown)) {
            throw new CertificateRefused(
                    Trouble.Kind.CERTIFICATE_CHANGED, "expected " + trusted.get() + ", found " + shown);
        }
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
