package org.shutterline.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Account;
import org.shutterline.server.access.Users;
import org.shutterline.server.archive.Archive;
import org.shutterline.server.archive.KeptStore;
import org.shutterline.server.archive.PictureRules;
import org.shutterline.server.archive.ResultsCopy;

class BackupIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private Path data;
    private Path settings;
    private Path file;

    @BeforeEach
    void make() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        settings = Files.writeString(data.resolve("settings.yaml"), "stations: here\n");
        Files.createDirectories(data.resolve("jobs/.versions/plate/000001/files"));
        Files.writeString(data.resolve("jobs/plate.yaml"), "tools: []\n");
        Files.writeString(data.resolve("jobs/.versions/plate/000001/files/a b.png"), "a file");
        file = folder.resolve("backup.zip");
    }

    private Archive open() throws IOException {
        return Archive.open(data, PictureRules.USUAL, CLOCK);
    }

    private Restore.Done restored() throws IOException {
        Restore.stage(data, file);
        return Restore.finish(data, CLOCK).orElseThrow();
    }

    /** Every file of the store but those that come and go with its being open. */
    private Map<String, String> store() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        data.relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void whatIsRestoredIsAllThatWasThereWhenItWasBackedUp() throws Exception {
        Map<Long, InspectionResult> before;
        try (Archive archive = open()) {
            KeptStore.fill(archive, 5);
            before = KeptStore.results(archive);
            Backup made = Backup.write(data, settings, file, CLOCK);
            assertThat(made.results()).isEqualTo(5);
            assertThat(made.pictures()).isEqualTo(5);
            KeptStore.fill(archive, 3);
        }
        Files.writeString(settings, "stations: other\n");
        Files.delete(data.resolve("jobs/plate.yaml"));
        Restore.Done done = restored();
        assertThat(done.results()).isEqualTo(5);
        assertThat(settings).hasContent("stations: here\n");
        assertThat(data.resolve("jobs/plate.yaml")).exists();
        assertThat(data.resolve("jobs/.versions/plate/000001/files/a b.png")).hasContent("a file");
        assertThat(done.before().resolve("settings.yaml")).hasContent("stations: other\n");
        try (Archive archive = open()) {
            assertThat(KeptStore.results(archive)).isEqualTo(before);
            assertThat(KeptStore.shown(archive)).isEqualTo(5);
            assertThat(archive.health().damage()).isEmpty();
        }
    }

    @Test
    void usersAndTheKeyOfTheServerComeBackForTheirOwnerAlone() throws Exception {
        secrets("first");
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            assertThat(Backup.write(data, settings, file, CLOCK).secrets()).isTrue();
        }
        assertThat(permissions(file)).isEqualTo("rw-------");
        secrets("second");
        Restore.Done done = restored();
        for (String name : BackupNames.SECRETS) {
            assertThat(data.resolve(name)).hasContent("first");
            assertThat(permissions(data.resolve(name))).as(name).isEqualTo("rw-------");
            assertThat(done.before().resolve(name)).hasContent("second");
        }
        assertThat(permissions(data.resolve(BackupNames.SETTINGS)))
                .as("with the passwords of cameras")
                .isEqualTo("rw-------");
    }

    @Test
    void aBackupWithoutUsersAndKeyLeavesThoseThatAreThere() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            assertThat(Backup.write(data, settings, file, CLOCK).secrets()).isFalse();
        }
        secrets("here");
        restored();
        for (String name : BackupNames.SECRETS) {
            assertThat(data.resolve(name)).hasContent("here");
        }
    }

    @Test
    void usersThatAreMissingComeBackWithABackup() throws Exception {
        Secret password = Secret.of("correct horse");
        new Users(data).add("anna", Role.ADMIN, password);
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            assertThat(Backup.write(data, settings, file, CLOCK).secrets()).isTrue();
        }
        Files.delete(data.resolve(Users.FILE));
        Users users = new Users(data);
        assertThatThrownBy(users::all).isInstanceOf(BadSetting.class);
        restored();
        assertThat(users.all()).containsExactly(new Account("anna", Role.ADMIN, false));
    }

    private void secrets(String content) throws IOException {
        Files.createDirectories(data.resolve(BackupNames.TLS));
        for (String name : BackupNames.SECRETS) {
            Files.writeString(data.resolve(name), content);
        }
    }

    private static String permissions(Path path) throws IOException {
        assumeTrue(Files.getFileStore(path).supportsFileAttributeView("posix"), "the system knows owners of files");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theNextIdIsAMillionAboveAllThatTheBackupOrTheOldStoreKnow() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 5);
            Backup.write(data, settings, file, CLOCK);
            KeptStore.fill(archive, 3);
        }
        Restore.Done done = restored();
        // a store at work knows of ids that it may have given, up to a block above the last
        assertThat(done.nextId()).isBetween(8L + 1_000_000, 8L + 1_002_000);
        try (Archive archive = open()) {
            assertThat(archive.nextId()).isEqualTo(done.nextId());
        }
        // the other way round: the store knows less than the backup, or nothing at all
        Files.write(data.resolve("results.db"), new byte[0]);
        assertThat(restored().nextId()).isGreaterThanOrEqualTo(5 + 1_000_000);
    }

    @Test
    void aBackupUnderLoadHoldsAPrefixOfWhatWasAcknowledged() throws Exception {
        List<Long> acknowledged;
        try (Archive archive = open()) {
            AtomicBoolean stop = new AtomicBoolean();
            KeptStore.Load load = KeptStore.load(archive, stop);
            load.awaitDone(200);
            Backup.write(data, settings, file, CLOCK);
            load.awaitDone(50 + load.done());
            stop.set(true);
            acknowledged = load.end();
        }
        restored();
        try (Archive archive = open()) {
            List<Long> back = new ArrayList<>(KeptStore.results(archive).keySet());
            assertThat(back).hasSizeGreaterThanOrEqualTo(200).isEqualTo(acknowledged.subList(0, back.size()));
            assertThat(archive.health().damage()).isEmpty();
        }
    }

    @Test
    void aRestoreThatIsCutOffLeavesTheOldStore() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 2);
            Backup.write(data, settings, file, CLOCK);
            KeptStore.fill(archive, 2);
        }
        Map<String, String> before = store();
        Restore.stage(data, file);
        Files.delete(data.resolve(Restore.STAGED).resolve(Restore.READY));
        assertThat(Restore.finish(data, CLOCK)).isEmpty();
        assertThat(store()).isEqualTo(before);
    }

    /** Cut off between the two moves of each item, wherever that is: the next start has the whole of the restored store. */
    @Test
    void anExchangeThatIsCutOffIsEndedByTheNextStart() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 2);
            Backup.write(data, settings, file, CLOCK);
            KeptStore.fill(archive, 2);
        }
        List<String> items = List.of("jobs", "labelled", "pictures", "settings.yaml", "results.db");
        for (String last : List.of("jobs", "pictures", "results.db")) {
            Restore.stage(data, file);
            Path staged = data.resolve(Restore.STAGED);
            Path before = Files.createDirectories(data.resolve("before-" + last));
            Files.writeString(
                    staged.resolve(Restore.EXCHANGE), before.getFileName().toString());
            Files.delete(staged.resolve(Restore.READY));
            for (String item : items.subList(0, items.indexOf(last) + 1)) {
                if (Files.exists(data.resolve(item))) {
                    Files.move(data.resolve(item), before.resolve(item));
                }
                if (!item.equals(last)) {
                    Files.move(staged.resolve(item), data.resolve(item));
                }
            }
            assertThat(Restore.finish(data, CLOCK)).as("after " + last).isPresent();
            assertThat(staged).doesNotExist();
            assertThat(before.resolve("results.db")).exists();
            try (Archive archive = open()) {
                assertThat(KeptStore.results(archive)).hasSize(2);
                assertThat(KeptStore.shown(archive)).isEqualTo(2);
            }
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsRefusedBeforeAnythingIsWritten() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            Backup.write(data, settings, file, CLOCK);
        }
        byte[] good = Files.readAllBytes(file);
        List<String> names = List.of(
                "../evil",
                "/etc/evil",
                "jobs/../../evil",
                "jobs/..\\..\\evil",
                "C:/evil",
                "jobs/CON",
                "jobs/a\0b",
                "other/file",
                "lock",
                "pictures/2026-11-23/../../../0000000001-1-OK.png");
        for (String name : names) {
            Files.write(file, good);
            changed(entries -> putListed(entries, name));
            assertRefused(name.substring(0, 1));
            assertThat(folder.resolve("evil")).doesNotExist();
        }
    }

    /** An entry more, which the manifest lists as if it belonged there. */
    private static void putListed(Map<String, byte[]> entries, String name) throws IOException {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        entries.put(name, evil);
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = (ObjectNode) json.readTree(entries.get(BackupNames.MANIFEST));
        ObjectNode listed = ((ObjectNode) manifest.get("files")).putObject(name);
        Hashed hashed = Hashed.copy(new ByteArrayInputStream(evil), OutputStream.nullOutputStream(), evil.length);
        listed.put("bytes", hashed.bytes());
        listed.put("sha256", hashed.sha256());
        entries.put(BackupNames.MANIFEST, json.writeValueAsBytes(manifest));
    }

    /** What is done to the entries of a backup. */
    private interface Change {
        void to(Map<String, byte[]> entries) throws IOException;
    }

    private void changed(Change change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        change.to(entries);
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private void assertRefused(String why) throws IOException {
        Map<String, String> before = store();
        assertThatThrownBy(() -> Restore.stage(data, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
        assertThat(store()).isEqualTo(before);
        assertThat(Restore.finish(data, CLOCK)).isEmpty();
    }

    @Test
    void aBackupThatIsDamagedForeignOrMadeToHarmIsRefused() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 2);
            Backup.write(data, settings, file, CLOCK);
        }
        byte[] good = Files.readAllBytes(file);
        Files.writeString(file, "no zip at all");
        assertRefused("is no zip file");
        Files.write(file, java.util.Arrays.copyOf(good, good.length / 2));
        assertRefused("is no zip file");
        Files.write(file, good);
        changed(entries -> entries.remove("manifest.json"));
        assertRefused("manifest.json");
        Files.write(file, good);
        changed(entries -> entries.put("jobs/plate.yaml", "tools: {}\n".getBytes(StandardCharsets.UTF_8)));
        assertRefused("jobs/plate.yaml");
        Files.write(file, good);
        changed(entries -> entries.put("jobs/more.yaml", new byte[3]));
        assertRefused("is not in the manifest");
        Files.write(file, good);
        changed(entries -> entries.keySet().removeIf(name -> name.startsWith("pictures/")));
        assertRefused("is missing");
        Files.write(file, good);
        changed(entries ->
                entries.replaceAll((name, bytes) -> name.startsWith("pictures/") ? new byte[bytes.length] : bytes));
        assertRefused("is damaged");
        Files.write(file, good);
        // 64 MB of zeros that say they are a few bytes
        changed(entries -> entries.put("settings.yaml", new byte[64 << 20]));
        assertRefused("unpacks to more than");
        Files.write(file, good);
        assertThat(Restore.stage(data, file).results()).isEqualTo(2);
    }

    @Test
    void aPictureThatSaysAnotherSizeThanTheResultsIsNotUnpacked() throws Exception {
        String picture = backedUpWithAPicture(new byte[64 << 20]);
        Path unpacked = folder.resolve("unpacked");
        try (BackupFile opened = BackupFile.open(file)) {
            assertThatThrownBy(() -> opened.unpackPicture(new ResultsCopy.Kept(1, picture, "", 1 << 30), unpacked))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("the results say " + (1 << 30));
        }
        assertThat(unpacked).doesNotExist();
    }

    @Test
    void noMoreIsUnpackedOfAPictureThanWasCountedBefore() throws Exception {
        String picture = backedUpWithAPicture(new byte[64 << 20]);
        sayInDirectory(BackupNames.PICTURES + "/" + picture, 10);
        Path unpacked = folder.resolve("unpacked");
        try (BackupFile opened = BackupFile.open(file)) {
            assertThat(opened.bytes()).isLessThan(64 << 20);
            assertThatThrownBy(() -> opened.unpackPicture(new ResultsCopy.Kept(1, picture, "", 64 << 20), unpacked))
                    .hasMessageContaining("the results say");
            assertThatThrownBy(() -> opened.unpackPicture(new ResultsCopy.Kept(1, picture, "", 10), unpacked))
                    .hasMessageContaining("unpacks to more than the 10 bytes");
        }
        assertThat(unpacked.resolve(BackupNames.PICTURES).resolve(picture)).isEmptyFile();
    }

    @Test
    void sizesThatAreTooLargeToAddAreTooLargeForTheDisk() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            Backup.write(data, settings, file, CLOCK);
        }
        changed(entries -> {
            ObjectMapper json = new ObjectMapper();
            ObjectNode manifest = (ObjectNode) json.readTree(entries.get(BackupNames.MANIFEST));
            manifest.get("files").forEach(listed -> ((ObjectNode) listed).put("bytes", Long.MAX_VALUE / 2));
            entries.put(BackupNames.MANIFEST, json.writeValueAsBytes(manifest));
        });
        assertRefused("the disk has room for");
    }

    /** A backup of one result, with this in the place of its picture; gives the name of the picture. */
    private String backedUpWithAPicture(byte[] content) throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 1);
            Backup.write(data, settings, file, CLOCK);
        }
        List<String> pictures = new ArrayList<>();
        changed(entries -> entries.replaceAll((name, bytes) -> {
            if (!name.startsWith(BackupNames.PICTURES + "/")) {
                return bytes;
            }
            pictures.add(name.substring(BackupNames.PICTURES.length() + 1));
            return content;
        }));
        return pictures.get(0);
    }

    /** The directory at the end of the file says from now on that the entry has so many bytes. */
    private void sayInDirectory(String name, int bytes) throws IOException {
        byte[] zip = Files.readAllBytes(file);
        int nameAt = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name);
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(nameAt - 46 + 24, bytes);
        Files.write(file, zip);
    }

    @Test
    void aStoreThatIsRestoredIsItsOwnersAloneWhereverItLies() throws Exception {
        try (Archive archive = open()) {
            KeptStore.fill(archive, 2);
            Backup.write(data, settings, file, CLOCK);
        }
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        permissions(elsewhere);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = elsewhere;
        Files.createDirectories(elsewhere.resolve("jobs"));
        Path before = restored().before();
        try (Stream<Path> all = Files.walk(elsewhere)) {
            for (Path path : all.filter(path -> !path.equals(elsewhere) && !path.equals(before.resolve("jobs")))
                    .toList()) {
                assertThat(permissions(path)).as(path.toString()).endsWith("------");
            }
        }
        assertThat(elsewhere.resolve("pictures")).isNotEmptyDirectory();
    }

    @Test
    void aBackupInWhatIsCopiedIsRefused() {
        assertThatThrownBy(() -> Backup.write(data, settings, data.resolve("jobs/backup.zip"), CLOCK))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("lies in what is to be copied");
        assertThatThrownBy(() -> Backup.write(data, settings, file, CLOCK)).hasMessageContaining("no results file");
        assertThat(file).doesNotExist();
    }
}
