package org.shutterline.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.server.archive.AuditRow;
import org.shutterline.server.archive.AuditTrail;

/** The books as a file for others: one JSON object a line, with the hash that ties it to the line before. */
final class AuditExport {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditExport() {}

    /** @return how many lines */
    static long write(AuditTrail trail, Path file) throws IOException {
        AtomicLong lines = new AtomicLong();
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            trail.each(row -> {
                append(writer, row);
                lines.incrementAndGet();
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return lines.get();
    }

    private static void append(BufferedWriter writer, AuditRow row) {
        ObjectNode line = JSON.createObjectNode()
                .put("number", row.number())
                .put("at", row.at().toString())
                .put("who", row.who())
                .put("from", row.from())
                .put("deed", row.deed())
                .put("outcome", row.outcome())
                .put("hash", row.hash());
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
