package org.shutterline.server.jobs;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobReader;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.settings.YamlFile;

/** Files that come from others: settings, jobs, packages of jobs. Each is good, or refused in words; the first byte says which. */
class FilesFuzz {
    private static final PackageLimits SMALL = new PackageLimits(20, 1 << 16, 1 << 18, 1 << 16, 100_000);
    private static final Plugins PLUGINS = Plugins.installed();
    private static final String SETTINGS = """
            listeners:
              - {dialect: plain, port: 7501, settings: {lineEnd: cr}}
            stations:
              - number: 1
                job: a
                deadlineMs: 500
                camera: {driver: simulated, settings: {seed: 7}}
            limits: {connections: 20, writeMs: 900}
            pictures: {keep: none}
            """;

    static Stream<byte[]> seeds() throws IOException {
        Path packed = Files.createTempFile("seed", ".shutterjob");
        try {
            JobPackage.export(Jobs.light("plate", 200), packed, Jobs.tools());
            return Stream.of(
                    beginningWith(0, SETTINGS.getBytes(StandardCharsets.UTF_8)),
                    beginningWith(1, Jobs.LIGHT.getBytes(StandardCharsets.UTF_8)),
                    beginningWith(2, Files.readAllBytes(packed)));
        } catch (JobRefused refused) {
            throw new IllegalStateException(refused);
        } finally {
            Files.delete(packed);
        }
    }

    private static byte[] beginningWith(int first, byte[] content) {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) first;
        System.arraycopy(content, 0, seed, 1, content.length);
        return seed;
    }

    @MethodSource("seeds")
    @DictionaryEntries({
        "listeners:",
        "stations:",
        "camera:",
        "driver:",
        "limits:",
        "pictures:",
        "jobs:",
        "tools:",
        "outputs:",
        "settings:",
        "region:",
        "template:",
        "../",
        "*a",
        "&a",
        "!!",
        "PK\u0001\u0002",
        "PK\u0003\u0004",
        "PK\u0005\u0006",
        "job.yaml",
        "manifest.yaml",
        "1e999",
        "0x7fffffff",
        "~"
    })
    @FuzzTest
    void isGoodOrRefusedInWords(byte[] written) throws IOException {
        if (written.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(written, 1, written.length);
        switch (Math.floorMod(written[0], 3)) {
            case 0 -> withFile(content, FilesFuzz::settings);
            case 1 -> job(content);
            default -> withFile(content, FilesFuzz::packaged);
        }
    }

    /** Does something with a file. */
    private interface Deed {
        void with(Path file) throws IOException;
    }

    private static void withFile(byte[] content, Deed deed) throws IOException {
        Path file = Files.createTempFile("fuzz", ".any");
        try {
            Files.write(file, content);
            deed.with(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void settings(Path file) {
        try {
            ServerSettings.read(file, PLUGINS);
        } catch (BadSetting refused) {
            inWords(refused.getMessage());
        }
    }

    private static void job(byte[] content) {
        try {
            Map<String, Object> tree = YamlFile.parse(content, "job.yaml");
            JobReader.read("job", "job.yaml", tree, "", FilesFuzz::noFile, PLUGINS.tools(), Isolation.NONE);
        } catch (BadSetting refused) {
            inWords(refused.getMessage());
        }
    }

    private static Path noFile(String name, String place) {
        throw new BadSetting(place, "expected no file");
    }

    private static void packaged(Path file) throws IOException {
        try (JobPackage good = JobPackage.open(file, "brought", PLUGINS.tools(), AllowedPrograms.NONE, SMALL)) {
            good.content();
        } catch (JobRefused refused) {
            inWords(refused.getMessage());
        }
    }

    private static void inWords(String message) {
        if (message == null
                || message.isBlank()
                || message.chars().anyMatch(character -> character == 0 || character == 0x1b)) {
            throw new AssertionError("a refusal that nobody can read: " + message);
        }
    }
}
