package org.shutterline.client.link;

import java.security.cert.CertificateException;

/** The other end is not trusted. */
public final class CertificateRefused extends CertificateException {
    private static final long serialVersionUID = 1;

    private final Trouble.Kind kind;

    /** @param kind CERTIFICATE_CHANGED or CERTIFICATE_BAD */
    public CertificateRefused(Trouble.Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    Trouble.Kind kind() {
        return kind;
    }
}
