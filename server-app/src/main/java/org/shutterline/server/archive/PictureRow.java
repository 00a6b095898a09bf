package org.shutterline.server.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.PictureState;

/**
 * What became of a picture after its result was stored.
 *
 * @param id of its result
 * @param file its name below the pictures' folder; empty if there is none
 * @param hash SHA-256 of the file, in hex; empty if there is none
 * @param bytes of the file
 */
record PictureRow(long id, PictureState state, String file, String hash, long bytes) {
    static final String COLUMNS = "SELECT id, state, file, hash, bytes FROM picture ";

    static PictureRow stored(long id, String file, byte[] content) {
        return new PictureRow(id, PictureState.STORED, file, PictureFiles.hash(content), content.length);
    }

    static PictureRow gone(long id, PictureState state) {
        return new PictureRow(id, state, "", "", 0);
    }

    static PictureRow read(ResultSet row) throws SQLException {
        return new PictureRow(
                row.getLong(1),
                PictureState.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5));
    }

    static Optional<PictureRow> find(Lookups lookups, long id) {
        return lookups.rows(COLUMNS + "WHERE id=?", PictureRow::read, id).stream()
                .findFirst();
    }

    static List<PictureRow> storedAbove(Lookups lookups, long id, int most) {
        return lookups.rows(COLUMNS + "WHERE id>? AND state='STORED' ORDER BY id LIMIT ?", PictureRow::read, id, most);
    }

    void write(Ledger ledger) throws SQLException {
        ledger.update(
                "INSERT OR REPLACE INTO picture(id, state, file, hash, bytes) VALUES(?,?,?,?,?)",
                id,
                state.name(),
                file,
                hash,
                bytes);
    }
}
