package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The books: chained, complete, and a changed byte is found. */
class AuditTrailIT {
    private static final Instant AT = Instant.parse("2026-11-26T08:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void linesAreKeptInTheirOrderAndTieToEachOther() throws Exception {
        write(3);
        write(2);
        List<AuditRow> rows = rows();
        assertThat(rows).extracting(AuditRow::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rows.get(0))
                .isEqualTo(new AuditRow(
                        1,
                        AT,
                        "anna",
                        "10.0.4.17:40001",
                        "SET station 1 a.b=1",
                        "done",
                        rows.get(0).hash()));
        assertThat(verify().broken()).isEmpty();
        assertThat(verify().lines()).isEqualTo(5);
        assertThat(verify().hash()).isEqualTo(rows.get(4).hash());
    }

    @Test
    void anEmptyBookIsSound() throws Exception {
        write(0);
        assertThat(verify().broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit SET who='bert' WHERE number=3|line 3",
                "UPDATE audit SET source='10.0.4.18:40001' WHERE number=3|line 3",
                "UPDATE audit SET deed='SET station 1 a.b=4' WHERE number=3|line 3",
                "UPDATE audit SET outcome='dona' WHERE number=3|line 3",
                "UPDATE audit SET time=time+1 WHERE number=3|line 3",
                "UPDATE audit SET hash=replace(hash, substr(hash, 1, 1), 'x') WHERE number=3|line 3",
                "UPDATE audit SET who='annaS', deed='ET station 1 a.b=3' WHERE number=3|line 3",
                "UPDATE audit SET number=9 WHERE number=2;UPDATE audit SET number=2 WHERE number=3;"
                        + "UPDATE audit SET number=3 WHERE number=9|line 2",
                "DELETE FROM audit WHERE number=3|line 3 is missing",
                "DELETE FROM audit WHERE number IN (2, 3)|lines 2 to 3 are missing",
                "DELETE FROM audit WHERE number=1|line 1 is missing",
                "DELETE FROM audit WHERE number=5|line 5 is missing",
                "DELETE FROM audit|lines 1 to 5 are missing",
                "DELETE FROM sqlite_sequence|line 5 is there, and 0 is kept as the last number that was given",
                "UPDATE sqlite_sequence SET seq=3|line 5 is there, and 3 is kept as the last number"
            })
    void whateverIsChangedOrTakenOutIsFoundAndNamed(String sql, String found) throws Exception {
        write(5);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                Statement statement = other.createStatement()) {
            for (String one : sql.split(";")) {
                statement.execute(one);
            }
        }
        assertThat(Verification.of(folder).damage()).anyMatch(why -> why.contains("were changed: " + found));
        assertThat(verify().broken()).hasValueSatisfying(why -> assertThat(why).startsWith(found));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStoreOfAVersionWithoutBooksGetsThem(int version) throws Exception {
        assertThat(StoreFixture.unpack(version, folder)).isTrue();
        write(1);
        assertThat(rows()).hasSize(1);
    }

    private void write(int lines) throws Exception {
        List<Optional<String>> written = new CopyOnWriteArrayList<>();
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC())) {
            for (int i = 1; i <= lines; i++) {
                archive.audit(AT, "anna", "10.0.4.17:40001", "SET station 1 a.b=" + i, "done", written::add);
            }
            await().until(() -> written.size() == lines);
        }
        assertThat(written).allMatch(Optional::isEmpty);
    }

    private List<AuditRow> rows() throws Exception {
        try (AuditTrail trail = AuditTrail.open(folder)) {
            List<AuditRow> rows = new ArrayList<>();
            trail.each(rows::add);
            return rows;
        }
    }

    private AuditCheck.Found verify() throws Exception {
        try (AuditTrail trail = AuditTrail.open(folder)) {
            return trail.verify();
        }
    }
}
