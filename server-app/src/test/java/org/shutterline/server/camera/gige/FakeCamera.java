package org.shutterline.server.camera.gige;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/** A network camera in a process of its own, of the Aravis project. */
final class FakeCamera implements AutoCloseable {
    static final String PROGRAM = "arv-fake-gv-camera-0.8";

    private final Process process;

    private FakeCamera(Process process) {
        this.process = process;
    }

    /** A camera at 127.0.0.n that loses so many of a thousand packets. */
    static FakeCamera at(int n, String serial, int lostPerThousand) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-i", address(n), "-s", serial));
        if (lostPerThousand > 0) {
            command.addAll(List.of("-r", Integer.toString(lostPerThousand)));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> listensAt(n) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IOException(PROGRAM + " ended with " + process.exitValue());
        }
        return new FakeCamera(process);
    }

    static FakeCamera at(int n) throws IOException {
        return at(n, "GV0" + n, 0);
    }

    static String address(int n) {
        return "127.0.0." + n;
    }

    /** It stays there but answers nobody. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static boolean listensAt(int n) throws IOException {
        String socket = String.format(Locale.ROOT, "%02X00007F:0F74", n);
        return Files.readString(Path.of("/proc/thread-self/net/udp")).contains(socket);
    }
}
