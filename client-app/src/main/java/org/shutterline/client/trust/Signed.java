package org.shutterline.client.trust;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.shutterline.client.link.CertificateRefused;
import org.shutterline.client.link.Trouble;

/** Trusts as Java's own check does, and says in our words that it does not. */
final class Signed extends ServerTrust {
    private final X509ExtendedTrustManager own;

    /** @param own of Java, of which the first checks certificates */
    Signed(TrustManager[] own) {
        this.own = (X509ExtendedTrustManager) own[0];
    }

    /** One of Java's own checks. */
    private interface Check {
        void run() throws CertificateException;
    }

    private static void checked(Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException refused) {
            throw new CertificateRefused(Trouble.Kind.CERTIFICATE_BAD, String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checked(() -> own.checkServerTrusted(chain, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checked(() -> own.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        checked(() -> own.checkServerTrusted(chain, kind));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return own.getAcceptedIssuers();
    }
}
