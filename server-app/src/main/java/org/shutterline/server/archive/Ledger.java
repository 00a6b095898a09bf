package org.shutterline.server.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The connection that writes, with its prepared statements. Used by the thread {@code archive} alone. */
final class Ledger implements AutoCloseable {
    private final Connection connection;
    private final Statement plain;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final PreparedStatement insert;

    Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        this.plain = connection.createStatement();
        this.insert = prepared(ResultRow.INSERT);
    }

    Connection connection() {
        return connection;
    }

    void insert(ResultRow row) throws SQLException {
        row.insert(insert);
    }

    void execute(String sql) throws SQLException {
        if (plain.execute(sql)) {
            // an answer that is left open would keep the next transaction from ending
            plain.getResultSet().close();
        }
    }

    /** Runs one statement; arguments are numbers, texts or null. */
    int update(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, arguments);
        return statement.executeUpdate();
    }

    long number(String sql, Object... arguments) throws SQLException {
        return row(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    /** The first row of an answer, if it has one. */
    <R> Optional<R> row(String sql, Reader<R> reader, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, arguments);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Makes one thing of one row. */
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
