package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;

class UpgradeIT {
    private static final int FIRST_WITH_BOOKS = 4;

    @TempDir
    Path folder;

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.VERSION);
    }

    private Archive open() throws Exception {
        return Archive.open(folder, PictureRules.USUAL, Clock.systemUTC());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aStoreOfEachVersionIsTakenOnWithAllThatItHolds(int version) throws Exception {
        assertThat(StoreFixture.unpack(version, folder))
                .as("there is a store of version " + version + " among the resources of the tests, see StoreFixture")
                .isTrue();
        assertThat(DatabaseHeader.read(folder.resolve(Database.FILE)).version()).isEqualTo(version);
        for (int start = 0; start < 2; start++) {
            try (Archive archive = open()) {
                for (Detail kept : StoreFixture.details()) {
                    long id = kept.result().id();
                    assertThat(archive.detail(id)).contains(withPicture(kept));
                    assertThat(archive.picture(id, PictureFormat.PNG, PictureView.SOURCE))
                            .isInstanceOf(PictureAnswer.Found.class);
                }
                assertThat(archive.recall(1)).contains(StoreFixture.memory(version == 1 ? "" : "v1"));
                assertThat(archive.nextId()).isEqualTo(4 + start);
                assertThat(archive.health().damage()).isEmpty();
            }
        }
        try (AuditTrail books = AuditTrail.open(folder)) {
            assertThat(books.verify().broken()).isEmpty();
            assertThat(books.verify().lines()).isEqualTo(version < FIRST_WITH_BOOKS ? 0 : 1);
        }
        assertThat(tables()).isEqualTo(tablesOfANewFile());
    }

    private static Detail withPicture(Detail kept) {
        return new Detail(
                kept.result().withPicture(PictureState.STORED),
                kept.jobVersion(),
                kept.overlays(),
                kept.stages(),
                kept.notes(),
                kept.late());
    }

    private List<String> tables() throws Exception {
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT m.type || m.name || coalesce(c.name, '') FROM sqlite_master m"
                        + " LEFT JOIN pragma_table_info(m.name) c ORDER BY 1")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private List<String> tablesOfANewFile() throws Exception {
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        Archive.open(fresh, PictureRules.USUAL, Clock.systemUTC()).close();
        folder = fresh;
        return tables();
    }

    private static Connection connect(Path folder) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
    }

    @Test
    void aStoreOfANewerProgramIsRefusedAndLeftAsItIs() throws Exception {
        open().close();
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            statement.execute("PRAGMA user_version=" + (Schema.VERSION + 1));
        }
        byte[] before = Files.readAllBytes(folder.resolve(Database.FILE));
        assertThatThrownBy(this::open)
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("has version " + (Schema.VERSION + 1))
                .hasMessageContaining("a newer Shutterline wrote it");
        assertThat(Files.readAllBytes(folder.resolve(Database.FILE))).isEqualTo(before);
    }

    @Test
    void anUpgradeThatIsCutOffLeavesTheOldStore() throws Exception {
        assertThat(StoreFixture.unpack(1, folder)).isTrue();
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            // the last step will not find what it makes room for
            statement.execute("ALTER TABLE mark RENAME TO gone");
        }
        assertThatThrownBy(this::open).isInstanceOf(ArchiveException.class);
        try (Connection connection = connect(folder);
                Statement statement = connection.createStatement()) {
            assertThat(Database.number(statement, "PRAGMA user_version")).isEqualTo(1);
            assertThat(Database.number(
                            statement, "SELECT count(*) FROM pragma_table_info('station') WHERE name='job_version'"))
                    .isZero();
        }
    }
}
