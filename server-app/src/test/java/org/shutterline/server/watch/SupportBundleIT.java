package org.shutterline.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What another process than the server packs of it. */
@Timeout(60)
class SupportBundleIT {
    @TempDir
    Path folder;

    private Map<String, String> packed(Path data) throws Exception {
        Path zip = folder.resolve("bundle.zip");
        SupportBundle.ofOther(data, data.resolve("settings.yaml")).write(zip);
        Map<String, String> content = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                content.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    private Path data() throws Exception {
        return Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void aServerThatRunsTellsOfItselfAndLeavesNoFile() throws Exception {
        Path data = data();
        LastRun run = LastRun.begin(data);
        try (SupportTold server = SupportTold.by(data, () -> "{\"product\": \"Shutterline\"}")) {
            assertThat(server).isNotNull();
            Map<String, String> packed = packed(data);
            assertThat(packed.get("status.json")).isEqualTo("{\"product\": \"Shutterline\"}");
            assertThat(packed.get("threads.txt")).contains("\"support\"");
            assertThat(packed.get("system.txt")).startsWith("file.encoding");
        }
        run.end();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aServerWhoseDiskHangsTellsItsThreadsAtLeast() throws Exception {
        Path data = data();
        LastRun.begin(data);
        try (SupportTold server = SupportTold.by(data, () -> {
            throw new IllegalStateException("meant to be");
        })) {
            assertThat(server).isNotNull();
            Map<String, String> told = SupportTold.asked(data, Duration.ofSeconds(3));
            assertThat(told).containsOnlyKeys("threads.txt", "system.txt");
        }
    }

    @Test
    void whereNoneRunsNothingIsSaidInItsName() throws Exception {
        Map<String, String> packed = packed(data());
        assertThat(packed.get("threads.txt")).isEqualTo("(no server runs on this folder)\n");
        assertThat(packed.get("status.json")).contains("\"running\": false");
        assertThat(packed.get("system.txt")).startsWith("(no server runs on this folder; this is of the program");
    }

    @Test
    void ofOneThatCrashedItSaysThatItDidNotTell() throws Exception {
        Path data = data();
        Files.write(data.resolve("running"), List.of("process 4711"));
        Map<String, String> packed = packed(data);
        assertThat(packed.get("threads.txt")).contains("did not tell");
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly("running");
        }
    }
}
