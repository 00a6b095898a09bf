package org.shutterline.server.jobs;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.PictureRules;
import org.shutterline.server.backup.Backup;
import org.shutterline.server.backup.Restore;
import org.shutterline.server.flight.FlightRecord;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Isolation;
import org.shutterline.server.settings.JobReader;
import org.shutterline.server.settings.Plugins;
import org.shutterline.server.settings.ServerSettings;
import org.shutterline.server.settings.YamlFile;

/**
 * Files that come from others: settings, jobs, packages of jobs, flight records, backups. Each is good, or refused in words;
 * the first byte says which.
 */
class FilesFuzz {
    private static final PackageLimits SMALL = new PackageLimits(20, 1 << 16, 1 << 18, 1 << 16, 100_000);
    private static final Plugins PLUGINS = Plugins.installed();
    private static final Path STORE = store();
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

    private static Path store() {
        try {
            return Files.createTempDirectory("store");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    static Stream<byte[]> seeds() throws IOException {
        Path packed = Files.createTempFile("seed", ".shutterjob");
        try {
            JobPackage.export(Jobs.light("plate", 200), packed, Jobs.tools());
            byte[] job = Files.readAllBytes(packed);
            return Stream.of(
                    beginningWith(0, SETTINGS.getBytes(StandardCharsets.UTF_8)),
                    beginningWith(1, Jobs.LIGHT.getBytes(StandardCharsets.UTF_8)),
                    beginningWith(2, job),
                    beginningWith(3, flight(job)),
                    beginningWith(4, backup()));
        } catch (JobRefused refused) {
            throw new IllegalStateException(refused);
        } finally {
            Files.delete(packed);
        }
    }

    private static byte[] flight(byte[] job) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "record.json", "{}".getBytes(StandardCharsets.UTF_8));
            put(zip, "picture.png", new byte[8]);
            put(zip, "wire.json", "[]".getBytes(StandardCharsets.UTF_8));
            put(zip, "job.shutterjob", job);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] backup() throws IOException {
        Path data = Files.createTempDirectory("seed");
        Path file = data.resolve("seed.zip");
        Path settings = Files.writeString(data.resolve("settings.yaml"), SETTINGS);
        Archive.open(data, PictureRules.USUAL, Clock.systemUTC()).close();
        Backup.write(data, settings, file, Clock.systemUTC());
        return Files.readAllBytes(file);
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
        "record.json",
        "picture.png",
        "wire.json",
        "job.shutterjob",
        "manifest.json",
        "results.db",
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
        switch (Math.floorMod(written[0], 5)) {
            case 0 -> withFile(content, FilesFuzz::settings);
            case 1 -> job(content);
            case 2 -> withFile(content, FilesFuzz::packaged);
            case 3 -> withFile(content, FilesFuzz::flown);
            default -> withFile(content, FilesFuzz::backedUp);
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

    private static void flown(Path file) {
        try (FlightRecord good = FlightRecord.open(file, PLUGINS.tools(), AllowedPrograms.NONE)) {
            good.picture();
        } catch (JobRefused | BadSetting | IOException refused) {
            inWords(refused.getMessage());
        }
    }

    private static void backedUp(Path file) throws IOException {
        try {
            Restore.stage(STORE, file);
        } catch (IOException refused) {
            inWords(refused.getMessage());
        } finally {
            Restore.giveUp(STORE);
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
