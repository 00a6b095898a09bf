package org.shutterline.client.link;

import java.io.IOException;
import java.net.Socket;

/** Makes a connection unreadable for others, and decides whether its other end is who it should be. Safe for any thread. */
@FunctionalInterface
public interface Encryption {
    /**
     * Agrees with the other end; blocks until then.
     *
     * @param connected owned by what comes back
     * @throws CertificateRefused as a cause, if the other end is not trusted
     */
    Socket over(Socket connected, Address address) throws IOException;
}
