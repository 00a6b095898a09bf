package org.shutterline.server.net;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Two networks of their own with a cable between them, which can be cut. Each is a thread: what is opened there is in its
 * network. Addresses begin with 127, since a listener takes no others yet, and go over the cable for all that.
 */
final class TwoNetworks implements AutoCloseable {
    static final String SERVER = "127.74.0.1";

    private static final String CLIENT = "127.74.0.2";
    private static final int CLONE_NEWNET = 0x40000000;

    private final ExecutorService server = Executors.newSingleThreadExecutor();
    private final ExecutorService client = Executors.newSingleThreadExecutor();

    interface LibC extends Library {
        int unshare(int flags);

        int gettid();
    }

    /** @throws IOException if this system lets nobody but root make networks, in its words */
    static TwoNetworks make() throws IOException {
        TwoNetworks made = new TwoNetworks();
        try {
            int thread = made.atClient(TwoNetworks::enter);
            made.atServer(TwoNetworks::enter);
            made.atServer(() -> {
                run("ip", "link", "add", "vA", "type", "veth", "peer", "name", "vB", "netns", "" + thread);
                return plugIn("vA", SERVER);
            });
            made.atClient(() -> plugIn("vB", CLIENT));
            return made;
        } catch (IOException refused) {
            made.close();
            throw refused;
        }
    }

    private static int enter() throws IOException {
        LibC system = Native.load("c", LibC.class);
        if (system.unshare(CLONE_NEWNET) != 0) {
            throw new IOException("only root may make a network of its own");
        }
        return system.gettid();
    }

    private static String plugIn(String end, String address) throws IOException {
        run("ip", "address", "add", address + "/24", "dev", end);
        run("sysctl", "-qw", "net.ipv4.conf." + end + ".route_localnet=1");
        return run("ip", "link", "set", end, "up");
    }

    <T> T atServer(Callable<T> deed) throws IOException {
        return in(server, deed);
    }

    <T> T atClient(Callable<T> deed) throws IOException {
        return in(client, deed);
    }

    /** The server's system waits at least so long for an acknowledgement before it repeats, as it would over a slow link. */
    void repeatAfter(int ms) throws IOException {
        atServer(() -> run("ip", "route", "change", "127.74.0.0/24", "dev", "vA", "src", SERVER, "rto_min", ms + "ms"));
    }

    /** Neither end hears of the other any more. */
    void cut() throws IOException {
        atClient(() -> run("ip", "link", "set", "vB", "down"));
    }

    @Override
    public void close() {
        server.shutdownNow();
        client.shutdownNow();
    }

    private static <T> T in(ExecutorService network, Callable<T> deed) throws IOException {
        try {
            return network.submit(deed).get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() == 0) {
                return said;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new IOException(String.join(" ", List.of(command)) + ": " + said.strip());
    }
}
