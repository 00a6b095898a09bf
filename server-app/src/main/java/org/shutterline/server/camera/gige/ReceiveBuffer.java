package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the system keeps of a stream's packets until the library reads them. The library sets it only when the first packet of a
 * picture is read, which is too late for that picture: 12 of its 163 packets came on a busy machine. Only Linux lets it be set here.
 */
final class ReceiveBuffer {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveBuffer.class);
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SOCK_DGRAM = 2;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;

    private final Calls calls = Native.load("c", Calls.class);

    /** What is used of the system's sockets. */
    interface Calls extends Library {
        int getsockname(int socket, byte[] address, IntByReference length);

        int getsockopt(int socket, int level, int name, IntByReference value, IntByReference length);

        int setsockopt(int socket, int level, int name, IntByReference value, int length);
    }

    private ReceiveBuffer() {}

    /**
     * Gives the socket at this port room for so many bytes, or what the system allows.
     *
     * @return whether it is set; if not the library must do it
     */
    static boolean enlarge(int port, int bytes) {
        return Files.isDirectory(OPEN) && new ReceiveBuffer().enlargeAll(port, bytes);
    }

    private boolean enlargeAll(int port, int bytes) {
        boolean found = false;
        for (int socket : open()) {
            if (isAt(socket, port)) {
                found = true;
                enlargeOne(socket, bytes);
            }
        }
        return found;
    }

    private void enlargeOne(int socket, int bytes) {
        IntByReference wanted = new IntByReference(bytes);
        if (calls.setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, wanted, Integer.BYTES) != 0) {
            calls.setsockopt(socket, SOL_SOCKET, SO_RCVBUF, wanted, Integer.BYTES);
        }
        // the system counts what it needs beside the bytes too, and tells twice of what it was asked for
        int given = option(socket, SO_RCVBUF) / 2;
        if (given < bytes) {
            LOG.info(
                    "the system keeps {} KiB of packets, {} KiB were wanted: net.core.rmem_max is too small",
                    given >> 10,
                    bytes >> 10);
        }
    }

    private boolean isAt(int socket, int port) {
        byte[] address = new byte[128];
        return option(socket, SO_TYPE) == SOCK_DGRAM
                && calls.getsockname(socket, address, new IntByReference(address.length)) == 0
                && ((address[2] & 0xFF) << 8 | address[3] & 0xFF) == port;
    }

    private int option(int socket, int name) {
        IntByReference value = new IntByReference();
        return calls.getsockopt(socket, SOL_SOCKET, name, value, new IntByReference(Integer.BYTES)) == 0
                ? value.getValue()
                : -1;
    }

    private static List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        try (Stream<Path> handles = Files.list(OPEN)) {
            handles.forEach(
                    handle -> open.add(Integer.valueOf(handle.getFileName().toString())));
        } catch (IOException unreadable) {
            LOG.debug("the open sockets cannot be listed", unreadable);
        }
        return open;
    }
}
