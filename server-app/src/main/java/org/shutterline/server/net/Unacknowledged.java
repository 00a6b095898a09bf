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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of this computer that have bytes on their way. While some are, the system asks for no sign of life, and
 * would send them again and again for a quarter of an hour. Known on Linux alone, from {@code /proc/net/tcp} (proc(5),
 * Documentation/networking/proc_net_tcp.rst of the kernel).
 */
final class Unacknowledged {
    private static final Logger LOG = LoggerFactory.getLogger(Unacknowledged.class);
    private static final List<Path> TABLES =
            List.of(Path.of("/proc/thread-self/net/tcp"), Path.of("/proc/thread-self/net/tcp6"));
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;
    private static final int TIMER = 5;
    /** The timer that sends bytes again; another one asks those whose buffers are full. */
    private static final String REPEATING = "01:";

    private static final int HEX = 16;
    private static final int IPV4_BYTES = 4;

    /** One of them. */
    private record Ends(int port, InetSocketAddress peer) {}

    private final Map<Ends, Long> all = new HashMap<>();

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
            if (columns.length > TIMER && columns[TIMER].startsWith(REPEATING)) {
                String queues = columns[QUEUES];
                long bytes = Long.parseLong(queues.substring(0, queues.indexOf(':')), HEX);
                ends(columns).ifPresent(ends -> all.put(ends, bytes));
            }
        }
    }

    private static Optional<Ends> ends(String[] columns) {
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

    /** How many bytes this peer of the listener on this port has yet to acknowledge; empty if none is on its way. */
    OptionalLong bytes(int port, InetSocketAddress peer) {
        Long bytes = all.get(new Ends(port, peer));
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
}
