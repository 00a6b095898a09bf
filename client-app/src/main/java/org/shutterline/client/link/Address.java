package org.shutterline.client.link;

import java.util.Optional;

/**
 * Where a server is.
 *
 * @param host a name or an IP address, without brackets
 * @param port 1 to 65,535
 */
public record Address(String host, int port) {
    /** The port that a server listens on unless its settings say otherwise. */
    public static final int USUAL_PORT = 7501;

    private static final int LONGEST_HOST = 253;

    public Address {
        if (host.isBlank() || host.length() > LONGEST_HOST || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no address: " + host + ":" + port);
        }
    }

    /** Reads {@code HOST}, {@code HOST:PORT} or {@code [IPv6]:PORT}; empty if it is none of them. */
    public static Optional<Address> read(String typed) {
        String text = typed.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? Optional.empty() : read(text.substring(1, end), text.substring(end + 1));
        }
        int colon = text.lastIndexOf(':');
        boolean onlyColon = colon >= 0 && text.indexOf(':') == colon;
        return onlyColon ? read(text.substring(0, colon), text.substring(colon)) : read(text, "");
    }

    private static Optional<Address> read(String host, String colonPort) {
        if (host.isEmpty()
                || host.length() > LONGEST_HOST
                || !host.matches("[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.+)?")
                || host.contains(":::")) {
            return Optional.empty();
        }
        if (colonPort.isEmpty()) {
            return Optional.of(new Address(host, USUAL_PORT));
        }
        if (!colonPort.matches(":[0-9]{1,5}")) {
            return Optional.empty();
        }
        int port = Integer.parseInt(colonPort.substring(1));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new Address(host, port));
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
