package org.shutterline.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of this computer whose other end acknowledges nothing, although the system sent the same bytes several
 * times. While bytes are on their way the system asks for no sign of life, and would go on like this for a quarter of an
 * hour. Known on Linux alone, from {@code /proc/net/tcp} (proc(5), Documentation/networking/proc_net_tcp.rst of the kernel).
 */
final class Unacknowledged {
    private static final Logger LOG = LoggerFactory.getLogger(Unacknowledged.class);
    private static final List<Path> TABLES =
            List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));
    /** The first four repetitions come 0.2, 0.6, 1.4 and 3 s after the bytes. */
    private static final int MOST_REPETITIONS = 4;

    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int TIMER = 5;
    private static final int REPETITIONS = 6;
    /** The timer that sends bytes again; another one asks those whose buffers are full. */
    private static final String REPEATING = "01:";

    private static final int HEX = 16;
    private static final int IPV4_BYTES = 4;

    /** One of them. */
    private record Ends(int port, InetSocketAddress peer) {}

    private final Set<Ends> all = new HashSet<>();

    /** As the system knows it now; none where it does not tell. */
    static Unacknowledged now() {
        Unacknowledged known = new Unacknowledged();
        for (Path table : TABLES) {
            try {
                known.read(Files.readAllLines(table, StandardCharsets.US_ASCII));
            } catch (NoSuchFileException otherSystem) {
                LOG.trace("{} is not there", table);
            } catch (IOException unreadable) {
                LOG.debug("{}: {}", table, unreadable.toString());
            }
        }
        return known;
    }

    /** @param lines as the system has them, with their head */
    static Unacknowledged of(List<String> lines) {
        Unacknowledged known = new Unacknowledged();
        known.read(lines);
        return known;
    }

    private void read(List<String> lines) {
        for (String line : lines) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > REPETITIONS && columns[TIMER].startsWith(REPEATING)) {
                ends(columns).ifPresent(all::add);
            }
        }
    }

    private static Optional<Ends> ends(String[] columns) {
        if (Integer.parseInt(columns[REPETITIONS], HEX) < MOST_REPETITIONS) {
            return Optional.empty();
        }
        return address(columns[REMOTE])
                .map(peer -> new Ends(port(columns[LOCAL]), new InetSocketAddress(peer, port(columns[REMOTE]))));
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(':') + 1), HEX);
    }

    /** Words of four bytes, each in the order of this machine; IPv4 within IPv6 is IPv4. */
    private static Optional<InetAddress> address(String end) {
        byte[] bytes = HexFormat.of().parseHex(end.substring(0, end.indexOf(':')));
        ByteBuffer words = ByteBuffer.wrap(bytes);
        for (int i = 0; i < bytes.length; i += IPV4_BYTES) {
            int word = words.order(ByteOrder.BIG_ENDIAN).getInt(i);
            words.order(ByteOrder.nativeOrder()).putInt(i, word);
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException wrongLength) {
            return Optional.empty();
        }
    }

    /** Whether this peer of the listener on this port is one of them. */
    boolean has(int port, InetSocketAddress peer) {
        return all.contains(new Ends(port, peer));
    }
}
