package org.shutterline.server.camera.video;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** A web server that nobody here wrote (busybox), whose page is an endless row of JPEG pictures that GStreamer makes. */
final class ForeignMjpegServer implements AutoCloseable {
    private static final String PAGE = """
            #!/bin/sh
            printf 'Content-Type: multipart/x-mixed-replace; boundary=frame\\r\\n\\r\\n'
            exec gst-launch-1.0 -q videotestsrc is-live=true horizontal-speed=4 \\
              ! video/x-raw,width=320,height=240,framerate=25/1 ! jpegenc ! multipartmux boundary=frame ! fdsink fd=1
            """;

    private final int port;
    private final Process process;

    /** @param port a free one */
    ForeignMjpegServer(Path folder, int port) throws IOException {
        this.port = port;
        Path pages = Files.createDirectories(folder.resolve("pages/cgi-bin"));
        Files.writeString(pages.resolve("live"), PAGE);
        Files.setPosixFilePermissions(pages.resolve("live"), PosixFilePermissions.fromString("rwx------"));
        process = new ProcessBuilder(
                        "busybox",
                        "httpd",
                        "-f",
                        "-p",
                        "127.0.0.1:" + port,
                        "-h",
                        pages.getParent().toString())
                .inheritIO()
                .start();
        await().pollInterval(Duration.ofMillis(10)).until(() -> !process.isAlive() || answers());
    }

    /** Whether what it needs is installed. */
    static boolean isInstalled() {
        return List.of("/usr/bin/busybox", "/usr/bin/gst-launch-1.0").stream()
                .map(Path::of)
                .allMatch(Files::isExecutable);
    }

    String address() {
        return "http://127.0.0.1:" + port + "/cgi-bin/live";
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As when its plug is pulled. */
    @Override
    public void close() {
        List<ProcessHandle> pages = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        pages.forEach(ProcessHandle::destroyForcibly);
    }
}
