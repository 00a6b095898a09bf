package org.shutterline.server.terminal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to connect to.
 *
 * @param host a name or an address, without brackets
 * @param port 1 to 65535
 */
record Place(String host, int port) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(?:\\[([^\\]\\s]+)]|([^:\\s\\[\\]]+)):(\\d{1,5})\\s*");
    private static final int HIGHEST = 65_535;

    /** Reads {@code 10.0.3.20:8500}, {@code press-4:8500} or {@code [::1]:8500}; empty if it is none of them. */
    static Optional<Place> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String host = written.group(1) == null ? written.group(2) : written.group(1);
        int port = Integer.parseInt(written.group(3));
        return port >= 1 && port <= HIGHEST ? Optional.of(new Place(host, port)) : Optional.empty();
    }
}
