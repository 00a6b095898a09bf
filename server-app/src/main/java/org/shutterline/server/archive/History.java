package org.shutterline.server.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;

/** Finds what was kept. Every look-up walks an index; none depends on how much was kept. Safe for all threads. */
final class History implements AutoCloseable {
    private final Lookups quick;
    // a search over millions of rows must not hold up a peer that asks for one result
    private final Lookups slow;

    History(Database database) throws ArchiveException {
        this.quick = new Lookups(database);
        this.slow = new Lookups(database);
    }

    Optional<InspectionResult> find(long id) {
        return quick.rows(ResultRow.SELECT + "WHERE r.id=?", ResultRow::result, id).stream()
                .findFirst();
    }

    Optional<Detail> detail(long id) {
        return quick.rows(ResultRow.SELECT + "WHERE r.id=?", ResultRow::detail, id).stream()
                .findFirst();
    }

    List<InspectionResult> newest(int station, int most) {
        return quick.readable(
                ResultRow.SELECT + "WHERE r.station=? ORDER BY r.id DESC LIMIT ?", ResultRow::result, station, most);
    }

    /** Where the last cannot be read that is told: the one before it is another part. */
    Optional<InspectionResult> last(int station) {
        return quick
                .rows(ResultRow.SELECT + "WHERE r.station=? ORDER BY r.id DESC LIMIT 1", ResultRow::result, station)
                .stream()
                .findFirst();
    }

    /** A row that cannot be read is left out, and others come in its place: fewer than {@code most} are all that there are. */
    List<InspectionResult> since(int station, long after, int most) {
        List<InspectionResult> readable = new ArrayList<>();
        long last = after;
        int missing = most;
        boolean more = true;
        while (more && missing > 0) {
            List<Since> page = quick.rows(
                    ResultRow.SELECT + "WHERE r.station=? AND r.id>? ORDER BY r.id LIMIT ?",
                    row -> new Since(row.getLong(1), quick.attempt(ResultRow::result, row)),
                    station,
                    last,
                    missing);
            page.forEach(row -> row.result().ifPresent(readable::add));
            more = page.size() == missing;
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
            missing = most - readable.size();
        }
        return readable;
    }

    private record Since(long id, Optional<InspectionResult> result) {}

    List<InspectionResult> search(HistoryQuery query) {
        List<Long> ids = new ArrayList<>();
        List<Integer> stations =
                query.station().isPresent() ? List.of(query.station().getAsInt()) : stations();
        for (int station : stations) {
            ids.addAll(ids(query, station));
        }
        return ids.stream()
                .sorted(Comparator.reverseOrder())
                .limit(query.most())
                .flatMap(id -> quick.readable(ResultRow.SELECT + "WHERE r.id=?", ResultRow::result, id).stream())
                .toList();
    }

    /** The numbers of all stations that have a result. */
    List<Integer> stations() {
        return slow.rows(
                "WITH RECURSIVE s(n) AS (SELECT min(station) FROM result UNION ALL"
                        + " SELECT (SELECT min(station) FROM result WHERE station>n) FROM s WHERE n IS NOT NULL)"
                        + " SELECT n FROM s WHERE n IS NOT NULL",
                row -> row.getInt(1));
    }

    /** Walks the index of one station from its newest result down, without touching the rows. */
    private List<Long> ids(HistoryQuery query, int station) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT id FROM result INDEXED BY result_search WHERE station=?");
        arguments.add(station);
        query.beforeId().ifPresent(id -> and(sql, arguments, " AND id<?", id));
        query.from().ifPresent(time -> and(sql, arguments, " AND time>=?", ResultRow.nanos(time)));
        query.to().ifPresent(time -> and(sql, arguments, " AND time<?", ResultRow.nanos(time)));
        if (!query.verdicts().isEmpty()) {
            sql.append(query.verdicts().stream()
                    .map(Enum::name)
                    .sorted()
                    .collect(Collectors.joining("','", " AND verdict IN ('", "')")));
        }
        if (!query.part().isEmpty()) {
            and(sql, arguments, " AND part LIKE ? ESCAPE '\\'", "%" + literally(query.part()) + "%");
        }
        and(sql, arguments, " ORDER BY id DESC LIMIT ?", query.most());
        return slow.rows(sql.toString(), row -> row.getLong(1), arguments.toArray());
    }

    private static void and(StringBuilder sql, List<Object> arguments, String condition, Object argument) {
        sql.append(condition);
        arguments.add(argument);
    }

    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @Override
    public void close() throws java.sql.SQLException {
        quick.close();
        slow.close();
    }
}
