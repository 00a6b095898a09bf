package org.shutterline.docs.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two hosts of the test's own, which are network namespaces, and a cable between them that delays, loses and doubles packets.
 * Both ends have addresses of loopback, so that a server listens there without being exposed to anybody.
 */
public final class RoughLink extends Fault {
    /** The address of the host of the server. */
    public static final String SERVER = "127.9.0.1";

    private static final String PEER = "127.9.0.2";
    private static final int START_S = 10;

    private final String serverHost;
    private final String peerHost;
    private final Path program;
    private Process cable;

    private RoughLink(String name, Path program) {
        this.serverHost = name + "s";
        this.peerHost = name + "p";
        this.program = program;
    }

    /**
     * @param delayMs each way, on the average
     * @param jitterMs its standard deviation
     * @param loss of all packets, 0 to 1
     * @param doubled of all packets, 0 to 1
     */
    public static RoughLink of(int delayMs, int jitterMs, double loss, double doubled, long seed, Duration most)
            throws IOException, InterruptedException {
        Needs.root();
        Needs.program("ip");
        Needs.program("python3");
        Needs.tunnels();
        Path program = Files.createTempFile("link", ".py");
        try (InputStream source = RoughLink.class.getResourceAsStream("link.py")) {
            if (source == null) {
                throw new IOException("the tests lack link.py");
            }
            Files.copy(source, program, StandardCopyOption.REPLACE_EXISTING);
        }
        RoughLink link = new RoughLink("sl" + ProcessHandle.current().pid() % 100_000, program);
        try {
            Shell.run("ip", "netns", "add", link.serverHost);
            Shell.run("ip", "netns", "add", link.peerHost);
            link.connect(delayMs, jitterMs, loss, doubled, seed);
        } catch (IOException | IllegalStateException failed) {
            link.close();
            throw failed;
        }
        link.undoWithin(most);
        return link;
    }

    private void connect(int delayMs, int jitterMs, double loss, double doubled, long seed)
            throws IOException, InterruptedException {
        cable = new ProcessBuilder(
                        "python3",
                        program.toString(),
                        serverHost,
                        peerHost,
                        SERVER,
                        PEER,
                        Double.toString(delayMs / 1e3),
                        Double.toString(jitterMs / 1e3),
                        Double.toString(loss),
                        Double.toString(doubled),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_S);
        while (cable.inputReader().ready() == false) {
            if (!cable.isAlive() || System.nanoTime() > until) {
                throw new IOException("the link does not come up");
            }
            cable.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** A command that runs another on the host of the server. */
    public List<String> onServerHost() {
        return List.of("ip", "netns", "exec", serverHost);
    }

    /** A command that runs another on the host of the peer. */
    public List<String> onPeerHost() {
        return List.of("ip", "netns", "exec", peerHost);
    }

    /** From now on nothing passes; what is under way is lost. */
    public void cut() {
        Shell.run("kill", "-USR1", Long.toString(cable.pid()));
    }

    /** All passes again. */
    public void mend() {
        Shell.run("kill", "-USR2", Long.toString(cable.pid()));
    }

    @Override
    void undo() {
        if (cable != null) {
            cable.destroyForcibly();
        }
        Shell.attempt("ip", "netns", "del", serverHost);
        Shell.attempt("ip", "netns", "del", peerHost);
        try {
            Files.deleteIfExists(program);
        } catch (IOException stays) {
            program.toFile().deleteOnExit();
        }
    }
}
