package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.archive.AuditRow;
import org.shutterline.server.archive.AuditTrail;
import org.shutterline.server.archive.KeptStore;
import org.shutterline.server.archive.Trouble;
import picocli.CommandLine;

/** Backup, restore and the look through everything, as whoever calls the program sees them. */
class StoreOptionsIT {
    @TempDir
    Path folder;

    private Path data;
    private Path file;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void station() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("station.zip");
        Files.createDirectory(data.resolve("jobs"));
        Files.writeString(data.resolve("jobs/nothing.yaml"), "tools: []");
        Files.writeString(data.resolve("settings.yaml"), """
                listeners: [{dialect: plain, port: 0}]
                stations: [{number: 1, job: nothing, camera: {driver: simulated, settings: {widthPx: 320, heightPx: 240}}}]
                """);
        try (Server server = start()) {
            KeptStore.fill(server.archive(), 3);
        }
    }

    private Server start() throws Exception {
        return Server.start(new Wishes(data, Optional.empty(), false, Optional.empty(), false), traffic -> {});
    }

    private int run(String... arguments) throws Exception {
        out.reset();
        err.reset();
        StoreOptions options = CommandLine.populateCommand(new StoreOptions(), arguments);
        assertThat(options.isGiven()).isTrue();
        return options.run(
                data,
                data.resolve("settings.yaml"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void backsUpAndLooksThroughEverythingWhileTheServerRunsAndRestoresWhenItDoesNot() throws Exception {
        try (Server server = start()) {
            assertThat(run("--backup", file.toString())).as(said()).isZero();
            assertThat(said()).contains("3 results, 3 pictures");
            assertThat(run("--verify")).as(said()).isZero();
            assertThat(said()).contains("sound");
            KeptStore.fill(server.archive(), 2);
            assertThatThrownBy(() -> run("--restore", file.toString()))
                    .isInstanceOf(NotToBeHad.class)
                    .hasMessageContaining("in use");
        }
        assertThat(run("--restore", file.toString())).as(said()).isZero();
        assertThat(said()).contains("3 results are back").contains("before-restore-");
        try (Server server = start()) {
            assertThat(KeptStore.results(server.archive())).hasSize(3);
            assertThat(server.archive().nextId()).isGreaterThanOrEqualTo(1_000_005);
        }
        assertTheBooksTellOfTheRestore("command line");
    }

    @Test
    void aBackupIsInTheBooksWhereNoServerKeepsThem() throws Exception {
        assertThat(run("--backup", file.toString())).as(said()).isZero();
        assertThat(said()).doesNotContain("books");
        assertThat(deeds()).contains("backup to station.zip");
        try (Server server = start()) {
            assertThat(server.readyLines()).isNotEmpty();
            assertThat(run("--backup", file.toString())).as(said()).isZero();
            assertThat(said()).contains("not in the books: a server runs on " + data);
        }
    }

    private List<String> deeds() throws Exception {
        List<String> deeds = new ArrayList<>();
        try (AuditTrail trail = AuditTrail.open(data)) {
            trail.each(row -> deeds.add(row.deed()));
        }
        return deeds;
    }

    /** Where the backup ends the books go on, and name the end of those that were there before. */
    private void assertTheBooksTellOfTheRestore(String from) throws Exception {
        Path before = theOnlyFolder("before-restore-");
        String last;
        try (AuditTrail old = AuditTrail.open(before)) {
            last = old.verify().lines() + " with " + old.verify().hash();
        }
        List<AuditRow> told = new ArrayList<>();
        try (AuditTrail books = AuditTrail.open(data)) {
            assertThat(books.verify().broken()).isEmpty();
            books.each(row -> {
                if (row.deed().startsWith("a backup of 3 results was restored")) {
                    told.add(row);
                }
            });
        }
        assertThat(told).hasSize(1);
        assertThat(told.get(0).from()).isEqualTo(from);
        assertThat(told.get(0).deed()).endsWith("is in " + before.getFileName() + ", its books end at line " + last);
    }

    private Path theOnlyFolder(String start) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(path -> path.getFileName().toString().startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aBackupThatWasCheckedWhileItRanIsTakenInByTheNextStart() throws Exception {
        try (Server server = start()) {
            run("--backup", file.toString());
            KeptStore.fill(server.archive(), 1);
            assertThat(server.desk().storage().stage(file).results()).isEqualTo(3);
            KeptStore.fill(server.archive(), 1);
        }
        try (Server server = start()) {
            assertThat(KeptStore.results(server.archive())).hasSize(3);
            assertThat(server.archive().nextId()).isGreaterThanOrEqualTo(1_000_005);
        }
        assertTheBooksTellOfTheRestore("server");
    }

    @Test
    void aFileThatIsNoBackupIsRefusedInWords() throws Exception {
        Files.writeString(file, "no backup");
        assertThat(run("--restore", file.toString())).isEqualTo(1);
        assertThat(said()).contains("station.zip").contains("no zip file");
        assertThat(run("--restore", folder.resolve("gone.zip").toString())).isEqualTo(1);
        assertThat(said()).contains("no such file");
        assertThat(data.resolve("restore.new")).doesNotExist();
    }

    @Test
    void namesWhatIsDamagedInPicturesJobsAndSettingsAndTheStationGoesOn() throws Exception {
        flip(theOnly(data.resolve("pictures"), ".png"));
        flip(theOnly(data.resolve("jobs/.versions"), ".yaml"));
        assertThat(run("--verify")).isEqualTo(1);
        assertThat(said())
                .contains("the picture ")
                .contains("job nothing, version 1")
                .contains("2 damaged");
        try (Server server = start()) {
            KeptStore.fill(server.archive(), 1);
            await().untilAsserted(() -> assertThat(server.archive().health().damage())
                    .extracting(Trouble::why)
                    .anyMatch(why -> why.contains("the picture "))
                    .anyMatch(why -> why.contains("job nothing, version 1")));
        }
        Files.writeString(data.resolve("settings.yaml"), "listeners: [{dialect: plain, port: seven}]");
        assertThat(run("--verify")).isEqualTo(1);
        assertThat(said()).contains("settings.yaml.listeners[0].port");
    }

    private static Path theOnly(Path below, String end) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(path -> path.toString().endsWith(end))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void flip(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 2;
        Files.write(path, bytes);
    }
}
