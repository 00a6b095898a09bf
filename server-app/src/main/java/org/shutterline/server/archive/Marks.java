package org.shutterline.server.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Single numbers that the database keeps by name, each with a check sum. Thread {@code archive}, and before it starts. */
final class Marks {
    /** Lies above all ids that may have been given. */
    static final String IDS = "ids";
    /** Up to this result every picture's end is known. */
    static final String PICTURES = "pictures";
    /** What {@link AgeClock} told last. */
    static final String CLOCK = "clock";

    private Marks() {}

    static void write(Ledger ledger, String name, long value) throws SQLException {
        ledger.update(
                "INSERT INTO mark(name, value, sum) VALUES(?,?,?)"
                        + " ON CONFLICT(name) DO UPDATE SET value=excluded.value, sum=excluded.sum",
                name,
                value,
                RowSum.of(name, value));
    }

    /** Empty, and told, if it does not read as it was written. */
    static OptionalLong read(Ledger ledger, String name, Damages damages) throws SQLException {
        Optional<OptionalLong> found =
                ledger.row("SELECT value, sum FROM mark WHERE name=?", row -> whole(row, name), name);
        if (found.isEmpty() || found.get().isEmpty()) {
            damages.found("the mark '" + name + "' of the results file " + Database.FILE
                    + " does not read as it was written; it begins anew");
            return OptionalLong.empty();
        }
        return found.get();
    }

    private static OptionalLong whole(ResultSet row, String name) throws SQLException {
        long value = row.getLong(1);
        boolean whole = value >= 0 && (row.getObject(2) == null || row.getLong(2) == RowSum.of(name, value));
        return whole ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
