package org.shutterline.server.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.station.StationMemory;

/**
 * What stations know again after a restart. Their counters are counted from the rows: a total up to some id, written now
 * and then, and the rows above it. So a trigger writes no counter, and none can differ from what was kept.
 *
 * <p>Thread {@code archive}.
 */
final class Memories {
    private static final int TOTAL_AFTER = 1_000;
    /** What the check sum of a row covers. */
    private static final String COVERED = "s.station, s.job, s.job_version, s.online, s.ok, s.ng, s.unknown, s.refused,"
            + " s.reset_id, s.counted_to";

    private final Map<Integer, Integer> sinceTotal = new HashMap<>();

    /** A result of this station is committed. Whether the total should be written again. */
    boolean counted(int station) {
        int now = sinceTotal.merge(station, 1, Integer::sum);
        if (now < TOTAL_AFTER) {
            return false;
        }
        sinceTotal.put(station, 0);
        return true;
    }

    /** Counts the rows above the total into it. */
    static void total(Ledger ledger, int station) throws SQLException {
        ledger.update(
                "UPDATE station SET (ok, ng, unknown, counted_to) = (SELECT station.ok + total(r.verdict='OK'),"
                        + " station.ng + total(r.verdict='NG'), station.unknown + total(r.verdict='UNKNOWN'),"
                        + " coalesce(max(r.id), station.counted_to) FROM result r"
                        + " WHERE r.station=station.station AND r.id>station.counted_to) WHERE station=?",
                station);
        seal(ledger, station);
    }

    static void remember(Ledger ledger, StationMemory memory) throws SQLException {
        long before = ledger.number("SELECT reset_id FROM station WHERE station=?", memory.station());
        ledger.update(
                "INSERT INTO station(station, job, job_version, online, refused, reset_id, counted_to, ok, ng, unknown)"
                        + " VALUES(?,?,?,?,?,?,?,0,0,0) ON CONFLICT(station) DO UPDATE SET job=excluded.job,"
                        + " job_version=excluded.job_version, online=excluded.online, refused=excluded.refused",
                memory.station(),
                memory.job(),
                memory.version(),
                memory.online() ? 1 : 0,
                memory.refused(),
                memory.resetId(),
                memory.resetId());
        if (before != memory.resetId()) {
            ledger.update(
                    "UPDATE station SET reset_id=?, counted_to=?, ok=0, ng=0, unknown=0 WHERE station=?",
                    memory.resetId(),
                    memory.resetId(),
                    memory.station());
        }
        seal(ledger, memory.station());
    }

    static void refused(Ledger ledger, int station, long refused) throws SQLException {
        ledger.update("UPDATE station SET refused=? WHERE station=?", refused, station);
        seal(ledger, station);
    }

    /** Writes the check sum over the row as it is now. */
    private static void seal(Ledger ledger, int station) throws SQLException {
        Optional<Long> sum =
                ledger.row("SELECT " + COVERED + " FROM station s WHERE s.station=?", Memories::sum, station);
        if (sum.isPresent()) {
            ledger.update("UPDATE station SET sum=? WHERE station=?", sum.get(), station);
        }
    }

    private static long sum(ResultSet row) throws SQLException {
        Object[] values = new Object[10];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(i + 1);
        }
        return RowSum.of(values);
    }

    static Optional<StationMemory> recall(Lookups lookups, int station) {
        return lookups
                .rows(
                        "SELECT " + COVERED
                                + ", total(r.verdict='OK'), total(r.verdict='NG'), total(r.verdict='UNKNOWN'),"
                                + " s.sum FROM station s LEFT JOIN result r ON r.station=s.station AND r.id>s.counted_to"
                                + " WHERE s.station=? GROUP BY s.station",
                        Memories::memory,
                        station)
                .stream()
                .findFirst();
    }

    private static StationMemory memory(ResultSet row) throws SQLException, DamagedRow {
        if (row.getObject(14) != null && row.getLong(14) != sum(row)) {
            throw new DamagedRow("what is known of station " + row.getInt(1));
        }
        return new StationMemory(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4) == 1,
                row.getLong(5) + row.getLong(11),
                row.getLong(6) + row.getLong(12),
                row.getLong(7) + row.getLong(13),
                row.getLong(8),
                row.getLong(9));
    }
}
