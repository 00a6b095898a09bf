package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server says how it is, on the wire and as one file, and after a crash says that it was one. */
@Timeout(120)
final class StatusIT {
    private static final String SECRET = "open-sesame";

    @TempDir
    Path folder;

    @Test
    void tellsAllOfItselfAndAfterACrashThatItWasOne() throws Exception {
        Path data = folder.resolve("data");
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            talk.trigger("T1");
            JsonNode status = Vitals.status(talk);
            assertThat(status.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "re",
                            "status",
                            "product",
                            "version",
                            "protocol",
                            "java",
                            "system",
                            "started",
                            "uptimeMs",
                            "afterCrash",
                            "stations",
                            "faults",
                            "storage",
                            "latency",
                            "limits",
                            "process");
            assertThat(status.get("re").asText()).isEqualTo("STATUS");
            assertThat(status.get("stations").get(0).get("triggers").asInt()).isEqualTo(1);
            assertThat(status.get("latency").get(0).get("p50").asDouble()).isPositive();
            assertThat(status.get("storage").get("safe").asBoolean()).isTrue();
            assertThat(status.get("storage").get("bookLines").asLong()).isPositive();
            assertThat(status.get("storage").get("freeBytes").asLong()).isPositive();
            assertThat(status.get("limits").get("lineBytes").asInt()).isZero();
            assertThat(status.get("faults")).isEmpty();
            assertThat(status.get("afterCrash").asBoolean()).isFalse();
            assertThat(talk.ask("STATUS1")).startsWith("ER,STATUS1,03");
            server.kill();
        }
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            assertThat(Vitals.status(talk).get("afterCrash").asBoolean()).isTrue();
            assertThat(server.errors()).contains("ended without being stopped");
            server.askToStop();
            assertThat(server.exitCode()).isZero();
        }
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            assertThat(Vitals.status(talk).get("afterCrash").asBoolean()).isFalse();
            assertThat(server.errors()).doesNotContain("ended without being stopped");
        }
    }

    @Test
    void packsItIntoOneFileWithoutSecrets() throws Exception {
        Path data = folder.resolve("data");
        RealServer.copy(RealServer.STATIONS.resolve("quick"), data);
        Files.writeString(data.resolve("users.yaml"), "anna: " + SECRET + "\n");
        Files.writeString(
                data.resolve("settings.yaml"),
                "  - number: 2\n    job: plate\n    camera:\n      driver: http\n      settings: {address: \"http://anna:"
                        + SECRET + "@127.0.0.1:9/x.jpg\", user: anna, password: \"" + SECRET + "\"}\n",
                StandardOpenOption.APPEND);
        moveStationsUp(data.resolve("settings.yaml"));
        Path zip = folder.resolve("bundle.zip");
        try (RealServer server = RealServer.station("quick", data);
                Talk talk = server.talk()) {
            talk.ask("LOGIN,anna," + SECRET);
            bundle(data, zip);
            server.askToStop();
            assertThat(server.exitCode()).isZero();
        }
        Map<String, String> packed = content(zip);
        assertThat(packed.keySet())
                .contains(
                        "status.json",
                        "settings.yaml",
                        "jobs/plate.yaml",
                        "logs/server.log",
                        "threads.txt",
                        "system.txt",
                        "files.txt");
        assertThat(Json.read(packed.get("status.json").strip()).get("product").asText())
                .isEqualTo("Shutterline");
        assertThat(packed.get("threads.txt"))
                .as("of the server, and not of the command")
                .contains("\"archive\"", "\"watchdog\"");
        assertThat(packed.get("files.txt")).doesNotContain("support.");
        assertThat(packed.get("settings.yaml")).contains("driver: http").contains("***");
        assertThat(packed.get("files.txt")).contains("users.yaml");
        assertThat(packed.values()).allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        bundle(data, zip);
        assertThat(content(zip).get("status.json")).contains("\"running\": false");
        assertThat(content(zip).get("threads.txt")).isEqualTo("(no server runs on this folder)\n");
    }

    /** The new station goes where the stations stand. */
    private static void moveStationsUp(Path settings) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        int pictures = lines.indexOf("pictures:");
        List<String> tail = new ArrayList<>(lines.subList(pictures, pictures + 2));
        lines.subList(pictures, pictures + 2).clear();
        lines.addAll(tail);
        Files.write(settings, lines);
    }

    private static void bundle(Path data, Path zip) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        RealServer.JAR.toString(),
                        "--data",
                        data.toString(),
                        "--support-bundle",
                        zip.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
    }

    private static Map<String, String> content(Path zip) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                content.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }
}
