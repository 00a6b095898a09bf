package org.shutterline.docs;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.shutterline.docs.faults.Oracle;

/** The files of pictures: as they are fetched, and as the archive says that they are. */
final class KeptPictures {
    private KeptPictures() {}

    /** Tells both of each result, once all pictures are written; the station keeps them as PNG, and passes those on as they are. */
    static void tell(Talk talk, Path data, List<Long> ids, Oracle oracle) throws IOException {
        await().until(() ->
                Vitals.status(talk).get("storage").get("waitingPictures").asInt() == 0);
        for (long id : ids) {
            List<String> head = talk.askFields("IMAGE," + id + ",png");
            oracle.fetched(id, sha256(talk.bytes(Integer.parseInt(head.get(6)))));
        }
        // what was written is noted a moment later
        await().until(() -> hashes(data), kept -> kept.keySet().containsAll(ids))
                .forEach(oracle::kept);
    }

    private static Map<Long, String> hashes(Path data) throws SQLException {
        Map<Long, String> kept = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("results.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, hash FROM picture WHERE hash IS NOT NULL")) {
            while (rows.next()) {
                kept.put(rows.getLong(1), rows.getString(2));
            }
        }
        return kept;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
