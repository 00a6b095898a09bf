package org.shutterline.server.simulator;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a station is, as people write it. */
public final class PlcAddress {
    private static final Pattern WRITTEN = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:\\s]+)):(\\d{1,5})");
    private static final int MOST = 65_535;

    private PlcAddress() {}

    /** Reads {@code HOST:PORT} or {@code [IPv6]:PORT}, and looks the name up; empty if it is neither. */
    public static Optional<InetSocketAddress> read(String typed) {
        Matcher written = WRITTEN.matcher(typed.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String host = written.group(1) == null ? written.group(2) : written.group(1);
        int port = Integer.parseInt(written.group(3));
        return port < 1 || port > MOST ? Optional.empty() : Optional.of(new InetSocketAddress(host, port));
    }

    /** As people write it. */
    public static String words(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
