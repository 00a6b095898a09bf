package org.shutterline.server.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;

/**
 * Who may come in by a listener, and how.
 *
 * @param rights what its peers may do before they log in; none at all if they have to
 * @param loginWithin so long after connecting a peer that has to log in is closed if it did not, the handshake of TLS
 *     included
 * @param admits whether somebody at this address may connect at all
 * @param beyondLoopback whether it may listen where other machines reach it
 * @param tls makes the server's end of one encrypted connection; empty for a listener without TLS
 */
public record Entrance(
        Rights rights,
        Duration loginWithin,
        Predicate<InetAddress> admits,
        boolean beyondLoopback,
        Optional<Supplier<SSLEngine>> tls) {
    public static final Duration LOGIN_WITHIN = Duration.ofSeconds(10);

    /** For everybody on this machine, without a login and without TLS. */
    public static Entrance here(Role role) {
        return new Entrance(Rights.of(role), LOGIN_WITHIN, address -> true, false, Optional.empty());
    }

    /** Likewise for those who have to log in. */
    public Entrance withLogin() {
        return new Entrance(Rights.NONE, loginWithin, admits, beyondLoopback, tls);
    }

    /** Likewise encrypted. */
    public Entrance over(Supplier<SSLEngine> engines) {
        return new Entrance(rights, loginWithin, admits, beyondLoopback, Optional.of(engines));
    }
}
