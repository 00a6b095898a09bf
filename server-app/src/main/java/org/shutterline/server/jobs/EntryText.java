package org.shutterline.server.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What is written down of one version: who made it and when, and the hashes of its files. */
final class EntryText {
    static final String FILES = "files";

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryText() {}

    /** Empty if it cannot be read. */
    static Optional<JobVersionEntry> read(int number, JsonNode entry) {
        try {
            Origin origin = new Origin(
                    Origin.Way.valueOf(entry.path("way").asText()),
                    entry.path("who").asText(),
                    entry.path("note").asText());
            Instant savedAt = Instant.parse(entry.path("savedAt").asText());
            return Optional.of(new JobVersionEntry(number, entry.path("id").asText(), savedAt, origin));
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    static ObjectNode written(JobVersionEntry entry, JobContent content) {
        ObjectNode written = JSON.createObjectNode();
        written.put("id", entry.id());
        written.put("savedAt", entry.savedAt().toString());
        written.put("way", entry.origin().way().name());
        written.put("who", entry.origin().who());
        written.put("note", entry.origin().note());
        ObjectNode files = written.putObject(FILES);
        content.files().forEach((name, file) -> {
            ObjectNode one = files.putObject(name);
            one.put("sha256", file.sha256());
            one.put("bytes", file.bytes());
        });
        return written;
    }
}
