package org.shutterline.server.archive;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
            + " origin, job, job_version, picture, measured, more, late) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    static final String SELECT = "SELECT r.id, r.station, r.time, r.zone, r.ms, r.verdict, r.code, r.reason, r.part,"
            + " r.once, r.origin, r.job, r.job_version, coalesce(p.state, r.picture), r.measured, r.more, r.late"
            + " FROM result r LEFT JOIN picture p ON p.id = r.id ";

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
        InspectionResult result = detail.result();
        insert.setLong(1, result.id());
        insert.setInt(2, result.station());
        insert.setLong(3, nanos(result.time().toInstant()));
        insert.setInt(4, result.time().getOffset().getTotalSeconds());
        insert.setDouble(5, result.ms());
        insert.setString(6, result.verdict().name());
        if (result.code().isPresent()) {
            insert.setInt(7, result.code().get().number());
        } else {
            insert.setNull(7, Types.INTEGER);
        }
        insert.setString(8, result.reason());
        text(insert, 9, result.part());
        text(insert, 10, result.once());
        insert.setString(11, result.origin().name());
        insert.setString(12, result.job());
        insert.setString(13, detail.jobVersion());
        insert.setString(14, result.picture().name());
        insert.setString(15, measured);
        insert.setString(16, more);
        text(insert, 17, detail.late().isEmpty() ? Optional.empty() : Optional.of(ResultJson.late(detail.late())));
        insert.executeUpdate();
    }

    static InspectionResult result(ResultSet row) throws SQLException, IOException {
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
                PictureState.valueOf(row.getString(14)));
    }

    static Detail detail(ResultSet row) throws SQLException, IOException {
        ResultJsonReader more = ResultJsonReader.read(row.getString(16));
        String late = row.getString(17);
        return new Detail(
                result(row),
                row.getString(13),
                more.overlays,
                more.stages,
                more.notes,
                ResultJsonReader.read(late == null ? "{}" : late).values);
    }

    /** Since 1970; times beyond the year 2262, which a wrong clock may tell, become the last that fits. */
    static long nanos(Instant time) {
        long most = Long.MAX_VALUE / NANOS - 1;
        long seconds = Math.max(-most, Math.min(most, time.getEpochSecond()));
        return seconds * NANOS + time.getNano();
    }

    private static void text(PreparedStatement insert, int column, Optional<String> text) throws SQLException {
        insert.setString(column, text.orElse(null));
    }
}
