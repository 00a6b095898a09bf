package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The camera and the tool of the manual, in a jar of their own beside the server's, on a real station. */
final class ExamplePluginsIT {
    private static final Path CLASSES = Path.of("target", "test-classes");
    private static final Path SERVICES = Path.of("src", "test", "plugin");

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path jar = folder.resolve("example-plugins.jar");
        pack(jar);
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("plugins"), data);
        server = RealServer.begun(data, List.of(RealServer.JAR.toString(), jar.toString()), "--port", "0");
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPictureOfTheExampleCameraIsJudgedByTheExampleTool() throws IOException {
        try (Talk talk = server.talk()) {
            List<String> reply = talk.trigger("T1");

            assertThat(reply.subList(0, 2)).containsExactly("T1", "OK");
            assertThat(Double.parseDouble(reply.get(4))).isGreaterThan(5);
            assertThat(reply.get(5)).isEqualTo("0.000");
        }
    }

    @Test
    void whatTheCameraSaysOfItsPictureIsKept() throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);

            assertThat(talk.ask("DETAIL," + id)).contains("\"notes\":{\"number\":\"");
        }
    }

    private static void pack(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path root : List.of(CLASSES, SERVICES)) {
                for (Path path : filesOf(root)) {
                    out.putNextEntry(new JarEntry(root.relativize(path).toString()));
                    Files.copy(path, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static List<Path> filesOf(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        Path inside = root.relativize(file);
                        return inside.startsWith("com") || inside.startsWith("META-INF");
                    })
                    .toList();
        }
    }
}
