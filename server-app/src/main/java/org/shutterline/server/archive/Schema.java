package org.shutterline.server.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * The tables of the database, as steps from one version to the next: {@code schema/N.sql} beside this class leads from
 * version N - 1 to N. A new file takes all of them, an older one those that it lacks, so both end alike.
 *
 * <p>A step that was shipped is never changed. Whoever adds one raises {@link #VERSION} and keeps a store of the version
 * before as a fixture of the tests.
 */
final class Schema {
    static final int VERSION = 4;

    private Schema() {}

    /** Leads from this version, 0 for an empty file, to {@link #VERSION}; the file has all of it or nothing after a power cut. */
    static void bringUp(Statement statement, int from) throws SQLException {
        if (from == VERSION) {
            return;
        }
        statement.execute("BEGIN IMMEDIATE");
        for (int version = from + 1; version <= VERSION; version++) {
            for (String sql : step(version)) {
                statement.execute(sql);
            }
        }
        statement.execute("PRAGMA user_version=" + VERSION);
        statement.execute("COMMIT");
    }

    /** The statements of one step; each ends with a semicolon at the end of a line. */
    static List<String> step(int version) {
        try (InputStream file = Schema.class.getResourceAsStream("schema/" + version + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("the program lacks the step of its tables to version " + version);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";\\s*(\\n|$)"))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program's own file cannot be read", unreadable);
        }
    }
}
