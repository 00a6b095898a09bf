package org.shutterline.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that reads. Callers take turns, in the order in which they came; they never hold up whoever writes. Safe for all threads. */
final class Lookups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);

    private final Database database;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Fair, so that those who ask without end do not keep the thread of pictures from its upkeep. */
    private final Lock turn = new ReentrantLock(true);

    Lookups(Database database) throws ArchiveException {
        this.database = database;
        this.connection = database.openToRead();
    }

    /**
     * All rows of an answer, in its order.
     *
     * @param arguments numbers or texts
     * @throws UncheckedIOException with an {@link ArchiveException} if the file cannot be read
     */
    <R> List<R> rows(String sql, RowReader<R> reader, Object... arguments) {
        turn.lock();
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<R> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException | IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(database.explained("cannot be read", e));
        } finally {
            turn.unlock();
        }
    }

    /** The same without the rows that cannot be read, which are told as damage: one of them must not hide the others. */
    <R> List<R> readable(String sql, RowReader<R> reader, Object... arguments) {
        return rows(sql, row -> attempt(reader, row), arguments).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A row as it reads; empty if it cannot be read, which is told as damage. */
    <R> Optional<R> attempt(RowReader<R> reader, ResultSet row) throws SQLException {
        try {
            return Optional.of(reader.read(row));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("{}", database.explained("cannot be read", unreadable).getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            connection.close();
        } finally {
            turn.unlock();
        }
    }

    /** Makes one thing of one row. */
    interface RowReader<R> {
        R read(ResultSet row) throws SQLException, IOException;
    }
}
