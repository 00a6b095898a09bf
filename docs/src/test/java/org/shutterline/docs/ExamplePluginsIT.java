package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.sharpness.SharpnessToolFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionToolFactory;

/**
 * The camera and the tool of the manual, made into jars by the very lines of its pages ({@code build=NAME}), dropped into a
 * folder, on a real station, with which the talks of those pages ({@code settings=plugins}) are held.
 */
final class ExamplePluginsIT {
    private static final Path SOURCES = Path.of("src", "test", "java", "com", "example");
    private static final Path META = Path.of("src", "test", "plugin", "META-INF");
    private static final Path SERVICES = META.resolve("services");
    private static final Path WORDS = META.resolve("shutterline");
    private static final Map<String, String> KINDS =
            Map.of("sharpness", "InspectionToolFactory", "testcard", "CameraFactory");

    @TempDir
    static Path folder;

    private static RealServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (String name : KINDS.keySet()) {
            Files.copy(built(name), plugins.resolve(name + ".jar"));
        }
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("plugins"), data);
        server = RealServer.begun(
                data, List.of(RealServer.JAR.toString(), plugins.resolve("*").toString()), "--port", "0");
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Manual.Fence> transcripts() throws IOException {
        return Manual.fences().stream()
                .filter(fence -> fence.language().equals("wire"))
                .filter(fence -> fence.value("settings").equals(Optional.of("plugins")));
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void isWhatTheServerSays(Manual.Fence fence) throws IOException {
        try (Transcript transcript = new Transcript(List.of(server.port()))) {
            assertThat(transcript.play(fence)).isPositive();
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"words.properties", "words_de.properties"})
    void theExampleToolHasAllItsWordsInItsJar(String file) throws IOException {
        InspectionToolFactory tool = new SharpnessToolFactory();
        Stream<String> settings = tool.settings().stream()
                .map(Setting::key)
                .filter(key -> !key.equals("region"))
                .flatMap(key -> Stream.of("setting.sharpness." + key, "explain.sharpness." + key));
        Stream<String> outputs = tool.outputs().stream().map(output -> "output.sharpness." + output.name());
        try (JarFile jar = new JarFile(folder.resolve("sharpness/sharpness.jar").toFile());
                InputStream entry = jar.getInputStream(jar.getEntry("META-INF/shutterline/" + file))) {
            Properties words = new Properties();
            words.load(new InputStreamReader(entry, StandardCharsets.UTF_8));

            assertThat(words.stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(Stream.of(Stream.of("tool.sharpness"), settings, outputs)
                            .flatMap(keys -> keys)
                            .toList());
        }
    }

    @Test
    void whatTheCameraSaysOfItsPictureIsKept() throws IOException {
        try (Talk talk = server.talk()) {
            String id = talk.trigger("T1").get(2);

            assertThat(talk.ask("DETAIL," + id)).contains("\"notes\":{\"number\":\"");
        }
    }

    /** In a folder with the sources, the one line of the plugin and the server's jar, as the page wants it. */
    private static Path built(String name) throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(work.resolve("com/example"));
        RealServer.copy(SOURCES.resolve(name), work.resolve("com/example").resolve(name));
        String service = "org.shutterline.server.spi." + KINDS.get(name);
        Path services = Files.createDirectories(work.resolve("META-INF/services"));
        Files.copy(SERVICES.resolve(service), services.resolve(service));
        RealServer.copy(WORDS, work.resolve("META-INF/shutterline"));
        Files.createSymbolicLink(
                work.resolve("shutterline-server.jar"),
                RealServer.JAR.toAbsolutePath().normalize());
        Manual.Fence lines = Manual.fences().stream()
                .filter(fence -> fence.value("build").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", String.join("\n", lines.lines()));
        shell.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (old, jdk) -> jdk + File.pathSeparator + old);
        File said = work.resolve("said.txt").toFile();
        Process process = shell.directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said.toPath())).isZero();
        return work.resolve(name + ".jar");
    }
}
