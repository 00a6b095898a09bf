package org.shutterline.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.shutterline.server.archive.AuditCheck;
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

    /**
     * Looks through a file that was written so, wherever it was kept. That lines are missing at its end cannot be seen: keep
     * the last hash elsewhere.
     *
     * @throws IOException if it cannot be read, or holds something else; names the line
     */
    static AuditCheck.Found verify(Path file) throws IOException {
        AuditCheck check = new AuditCheck();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                check.take(row(line, file + ", line " + number));
            }
        }
        return check.ended();
    }

    private static AuditRow row(String line, String place) throws IOException {
        try {
            JsonNode read = JSON.readTree(line);
            return new AuditRow(
                    read.required("number").longValue(),
                    Instant.parse(text(read, "at")),
                    text(read, "who"),
                    text(read, "from"),
                    text(read, "deed"),
                    text(read, "outcome"),
                    text(read, "hash"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException other) {
            throw new IOException(place + ": expected a line that --export-audit wrote", other);
        }
    }

    private static String text(JsonNode line, String key) {
        return line.required(key).textValue();
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
