package org.shutterline.server.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;

/**
 * Counts what was kept, from the newest on, in pieces: a long reading of the file would keep its log from being emptied.
 * Safe for all threads.
 */
final class Tally implements AutoCloseable {
    /** So many rows at a time. */
    private static final int PIECE = 50_000;
    /** So many rows of the index are looked at most, for each station. */
    private static final int MOST_OF_INDEX = 20_000_000;
    /** The job is not in the index, so that each row is read. */
    private static final int MOST_ROWS = 1_000_000;

    private final Lookups lookups;

    Tally(Database database) throws ArchiveException {
        this.lookups = new Lookups(database);
    }

    /** @param stop asked between the pieces whether nobody waits any more */
    Figures count(FiguresQuery query, List<Integer> stations, BooleanSupplier stop) {
        List<Walk> walks = new ArrayList<>();
        for (int station : stations) {
            Walk walk = new Walk(query.of(station));
            walk.all(stop);
            walks.add(walk);
        }
        return new Figures(
                walks.stream().mapToLong(walk -> walk.ok).sum(),
                walks.stream().mapToLong(walk -> walk.ng).sum(),
                walks.stream().mapToLong(walk -> walk.unknown).sum(),
                walks.stream().mapToLong(walk -> walk.looked).sum(),
                walks.stream().anyMatch(walk -> walk.cut),
                walks.stream()
                        .filter(walk -> walk.cut)
                        .mapToLong(walk -> walk.lowestId)
                        .max()
                        .orElse(0),
                walks.stream()
                        .flatMap(walk -> walk.newest.stream())
                        .sorted(Comparator.comparingLong(Figures.Sample::id).reversed())
                        .limit(query.most())
                        .toList());
    }

    /** What one piece of rows holds. */
    private record Piece(long rows, long lowestId, long latest, long ok, long ng, long unknown) {}

    /** The way down the rows of one station. */
    private final class Walk {
        private final FiguresQuery query;
        private final long from;
        private final long to;
        private final List<Figures.Sample> newest = new ArrayList<>();
        private long ok;
        private long ng;
        private long unknown;
        private long looked;
        private long lowestId = Long.MAX_VALUE;
        private boolean cut;

        Walk(FiguresQuery query) {
            this.query = query;
            this.from = query.from().map(ResultRow::nanos).orElse(Long.MIN_VALUE);
            this.to = query.to().map(ResultRow::nanos).orElse(Long.MAX_VALUE);
        }

        void all(BooleanSupplier stop) {
            long most = query.job().isPresent() ? MOST_ROWS : MOST_OF_INDEX;
            while (!stop.getAsBoolean()) {
                Piece piece = piece(lowestId);
                add(piece, lowestId);
                // a whole piece before the time: what is older is not looked at, whatever the clock was set to then
                if (piece.rows() < PIECE || piece.latest() < from) {
                    return;
                }
                lowestId = piece.lowestId();
                if (looked >= most) {
                    cut = true;
                    return;
                }
            }
            cut = true;
        }

        private void add(Piece piece, long before) {
            looked += piece.rows();
            ok += piece.ok();
            ng += piece.ng();
            unknown += piece.unknown();
            if (newest.size() < query.most() && piece.ok() + piece.ng() + piece.unknown() > 0) {
                newest.addAll(samples(piece.lowestId(), before));
            }
        }

        private Piece piece(long before) {
            String columns = query.job().isPresent() ? "id, time, verdict, job" : "id, time, verdict";
            String ofJob = query.job().isPresent() ? " AND job=?" : "";
            String sql =
                    "SELECT count(*), coalesce(min(id), 0), coalesce(max(time), 0), coalesce(sum(hit AND verdict='OK'), 0),"
                            + " coalesce(sum(hit AND verdict='NG'), 0), coalesce(sum(hit AND verdict='UNKNOWN'), 0) FROM"
                            + " (SELECT id, time, verdict, time>=? AND time<?" + ofJob + " AS hit FROM (SELECT "
                            + columns
                            + " FROM result INDEXED BY result_search WHERE station=? AND id<? ORDER BY id DESC LIMIT "
                            + PIECE
                            + "))";
            return lookups.rows(
                            sql,
                            row -> new Piece(
                                    row.getLong(1),
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)),
                            arguments(query.station().orElseThrow(), before))
                    .get(0);
        }

        private Object[] arguments(Object... last) {
            List<Object> all = new ArrayList<>(List.of(from, to));
            query.job().ifPresent(all::add);
            all.addAll(List.of(last));
            return all.toArray();
        }

        private List<Figures.Sample> samples(long lowest, long before) {
            String ofJob = query.job().isPresent() ? " AND r.job=?" : "";
            String sql = ResultRow.SELECT + "WHERE r.time>=? AND r.time<?" + ofJob
                    + " AND r.station=? AND r.id>=? AND r.id<? ORDER BY r.id DESC LIMIT ?";
            return lookups.rows(
                    sql,
                    row -> sample(ResultRow.detail(row)),
                    arguments(query.station().orElseThrow(), lowest, before, query.most() - newest.size()));
        }
    }

    private static Figures.Sample sample(Detail detail) {
        InspectionResult result = detail.result();
        return new Figures.Sample(
                result.id(),
                result.station(),
                result.job(),
                result.time().toInstant(),
                result.verdict(),
                result.ms(),
                result.values(),
                detail.stages());
    }

    @Override
    public void close() throws SQLException {
        lookups.close();
    }
}
