package org.shutterline.server.archive;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Origin;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.Verdict;

/** A result as a row of the table, ready to be written: its JSON is made by whoever hands it in, not while others wait. */
final class ResultRow {
    static final String INSERT = "INSERT INTO result(id, station, time, zone, ms, verdict, code, reason, part, once,"
            + " origin, job, job_version, picture, measured, more, late, sum, late_sum)"
            + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    static final String SELECT = "SELECT r.id, r.station, r.time, r.zone, r.ms, r.verdict, r.code, r.reason, r.part,"
            + " r.once, r.origin, r.job, r.job_version, r.picture, r.measured, r.more, r.late, r.sum, r.late_sum,"
            + " coalesce(p.state, r.picture) FROM result r LEFT JOIN picture p ON p.id = r.id ";

    /** The columns of both that the check sum of a row covers, from the first on. */
    private static final int COVERED = 16;

    private static final int SUM = 18;
    private static final int LATE_SUM = 19;
    private static final int PICTURE = 20;

    private static final long NANOS = 1_000_000_000L;

    private final Detail detail;
    private final String measured;
    private final String more;

    ResultRow(Detail detail) {
        this.detail = detail;
        this.measured = ResultJson.measured(detail.result());
        this.more = ResultJson.more(detail);
    }

    InspectionResult result() {
        return detail.result();
    }

    void insert(PreparedStatement insert) throws SQLException {
        Object[] values = values();
        for (int i = 0; i < COVERED; i++) {
            insert.setObject(i + 1, values[i]);
        }
        String late = detail.late().isEmpty() ? null : ResultJson.late(detail.late());
        insert.setString(17, late);
        insert.setLong(SUM, RowSum.of(values));
        insert.setObject(LATE_SUM, late == null ? null : RowSum.of(late));
        insert.executeUpdate();
    }

    private Object[] values() {
        InspectionResult result = detail.result();
        return new Object[] {
            result.id(),
            result.station(),
            nanos(result.time().toInstant()),
            result.time().getOffset().getTotalSeconds(),
            result.ms(),
            result.verdict().name(),
            result.code().map(Code::number).orElse(null),
            result.reason(),
            result.part().orElse(null),
            result.once().orElse(null),
            result.origin().name(),
            result.job(),
            detail.jobVersion(),
            result.picture().name(),
            measured,
            more
        };
    }

    /** @throws DamagedRow if it is not as it was written, what came late included */
    static void checkAll(ResultSet row) throws SQLException, DamagedRow {
        check(row);
        late(row);
    }

    /** @throws DamagedRow if it is not as it was written */
    private static void check(ResultSet row) throws SQLException, DamagedRow {
        Object[] values = new Object[COVERED];
        for (int i = 0; i < COVERED; i++) {
            values[i] = row.getObject(i + 1);
        }
        if (row.getObject(SUM) != null && row.getLong(SUM) != RowSum.of(values)) {
            throw new DamagedRow("result " + row.getLong(1));
        }
    }

    static InspectionResult result(ResultSet row) throws SQLException, IOException {
        check(row);
        ResultJsonReader measured = ResultJsonReader.read(row.getString(15));
        int code = row.getInt(7);
        Instant time = Instant.ofEpochSecond(0, row.getLong(3));
        return new InspectionResult(
                row.getLong(1),
                row.getInt(2),
                row.getString(12),
                OffsetDateTime.ofInstant(time, ZoneOffset.ofTotalSeconds(row.getInt(4))),
                row.getDouble(5),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                measured.keys,
                Origin.valueOf(row.getString(11)),
                Verdict.valueOf(row.getString(6)),
                Code.numbered(code),
                row.getString(8),
                measured.values,
                PictureState.valueOf(row.getString(PICTURE)));
    }

    static Detail detail(ResultSet row) throws SQLException, IOException {
        ResultJsonReader more = ResultJsonReader.read(row.getString(16));
        return new Detail(
                result(row),
                row.getString(13),
                more.overlays,
                more.stages,
                more.notes,
                ResultJsonReader.read(late(row)).values);
    }

    /** The values that came late, as JSON. */
    private static String late(ResultSet row) throws SQLException, DamagedRow {
        String late = row.getString(17);
        if (late == null) {
            return "{}";
        }
        if (row.getObject(LATE_SUM) != null && row.getLong(LATE_SUM) != RowSum.of(late)) {
            throw new DamagedRow("what came late of result " + row.getLong(1));
        }
        return late;
    }

    /** Since 1970; times beyond the year 2262, which a wrong clock may tell, become the last that fits. */
    static long nanos(Instant time) {
        long most = Long.MAX_VALUE / NANOS - 1;
        long seconds = Math.max(-most, Math.min(most, time.getEpochSecond()));
        return seconds * NANOS + time.getNano();
    }
}
