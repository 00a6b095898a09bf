package org.shutterline.server.archive;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The books as they stand in the results file: read from it beside the server that writes them, and looked through. */
public final class AuditTrail implements AutoCloseable {
    private static final int PAGE = 1_000;
    private static final String INSERT =
            "INSERT INTO audit(number, time, who, source, deed, outcome, hash)" + " VALUES(?, ?, ?, ?, ?, ?, ?)";
    private static final String LAST = "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1";

    private final Lookups lookups;
    /** A store of an earlier version that no server has opened since has none. */
    private final boolean hasBooks;

    AuditTrail(Lookups lookups) {
        this.lookups = lookups;
        this.hasBooks = !lookups.rows("SELECT 1 FROM sqlite_master WHERE type='table' AND name='audit'", row -> 1)
                .isEmpty();
    }

    /**
     * @param dataDir the folder of the results
     * @throws ArchiveException if there are none, or they cannot be read
     */
    public static AuditTrail open(Path dataDir) throws ArchiveException {
        Database database = new Database(dataDir, new Damages(Clock.systemUTC()));
        database.checkIsOurs();
        return new AuditTrail(new Lookups(database));
    }

    /** All of them, in their order. Blocks on the disk. */
    public void each(Consumer<AuditRow> taker) {
        each(taker, () -> true);
    }

    /** @return whether that were all */
    private boolean each(Consumer<AuditRow> taker, BooleanSupplier goesOn) {
        List<AuditRow> page = after(0);
        while (!page.isEmpty()) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            page.forEach(taker);
            page = after(page.get(page.size() - 1).number());
        }
        return true;
    }

    private List<AuditRow> after(long number) {
        return hasBooks ? page(number) : List.of();
    }

    private List<AuditRow> page(long number) {
        return lookups.rows(
                "SELECT number, time, who, source, deed, outcome, hash FROM audit WHERE number > ?"
                        + " ORDER BY number LIMIT " + PAGE,
                AuditTrail::row,
                number);
    }

    /**
     * Looks through all of them. Blocks on the disk.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public AuditCheck.Found verify() {
        return verify(() -> true).orElseThrow();
    }

    /**
     * The same, as long as it goes on.
     *
     * @param goesOn asked between two pages; may wait
     * @return empty if it did not come to the end
     */
    Optional<AuditCheck.Found> verify(BooleanSupplier goesOn) {
        // whoever is at work writes more meanwhile
        long before = given();
        AuditCheck check = new AuditCheck();
        return each(check::take, goesOn) ? Optional.of(check.ended(before, given())) : Optional.empty();
    }

    /** The number of the last line that was ever written, though it may be gone. */
    private long given() {
        return hasBooks ? given(lookups) : 0;
    }

    static long given(Lookups lookups) {
        return lookups.rows("SELECT seq FROM sqlite_sequence WHERE name='audit'", row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Writes one more, as part of a transaction. */
    static void append(Ledger ledger, AuditRow fresh) throws SQLException {
        long number = 1;
        String before = AuditRow.BEGINNING;
        PreparedStatement last = ledger.prepared(LAST);
        try (ResultSet row = last.executeQuery()) {
            if (row.next()) {
                number = row.getLong(1) + 1;
                before = row.getString(2);
            }
        }
        AuditRow row = new AuditRow(number, fresh.at(), fresh.who(), fresh.from(), fresh.deed(), fresh.outcome(), "");
        ledger.update(
                INSERT,
                number,
                row.at().toEpochMilli(),
                row.who(),
                row.from(),
                row.deed(),
                row.outcome(),
                row.hashAfter(before));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }

    @Override
    public void close() throws ArchiveException {
        try {
            lookups.close();
        } catch (SQLException e) {
            throw new ArchiveException("the results file was not closed: " + e.getMessage(), e);
        }
    }
}
