package org.shutterline.server.monitor;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;

/**
 * A place where the server listens.
 *
 * @param dialect the id of the dialect that is spoken there
 * @param options of the dialect
 * @param address with the port that it got
 * @param rights what its peers may do before they log in
 * @param fingerprint of its certificate, where it is spoken over TLS
 * @param accepts whether it takes connections at present
 */
public record ListenerPlate(
        String dialect,
        Options options,
        InetSocketAddress address,
        Rights rights,
        Optional<String> fingerprint,
        boolean accepts) {
    /** Without TLS and without a login. */
    public ListenerPlate(String dialect, Options options, InetSocketAddress address, Role role, boolean accepts) {
        this(dialect, options, address, Rights.of(role), Optional.empty(), accepts);
    }

    /** Whether other machines reach it. */
    public boolean isExposed() {
        return !address.getAddress().isLoopbackAddress();
    }

    /** What is spoken there, for people: {@code plain+tls}. */
    public String spoken() {
        return fingerprint.isPresent() ? dialect + "+tls" : dialect;
    }
}
