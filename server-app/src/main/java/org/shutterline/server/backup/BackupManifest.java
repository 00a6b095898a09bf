package org.shutterline.server.backup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param made when, in ISO 8601
 * @param results how many are in it
 * @param pictures how many are in it; each is named with its hash by the results
 * @param files all other entries by name
 */
record BackupManifest(String made, long results, long pictures, Map<String, Listed> files) {
    private static final int FORMAT = 1;
    private static final String OF = "Shutterline backup";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @param sha256 in hex digits */
    record Listed(long bytes, String sha256) {}

    byte[] written() throws IOException {
        ObjectNode written = JSON.createObjectNode();
        written.put("format", FORMAT);
        written.put("of", OF);
        written.put("made", made);
        written.put("results", results);
        written.put("pictures", pictures);
        ObjectNode listed = written.putObject("files");
        files.forEach((entry, file) -> {
            ObjectNode one = listed.putObject(entry);
            one.put("bytes", file.bytes());
            one.put("sha256", file.sha256());
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(written);
    }

    static BackupManifest read(byte[] json) throws BackupRefused {
        try {
            JsonNode read = JSON.readTree(json);
            if (!OF.equals(read.path("of").asText()) || !read.path("files").isObject()) {
                throw new BackupRefused(BackupNames.MANIFEST + " is not of a backup of Shutterline");
            }
            if (read.path("format").asInt() != FORMAT) {
                throw new BackupRefused(BackupNames.MANIFEST + " has format " + read.path("format") + ", expected "
                        + FORMAT + ": another version of this program made it");
            }
            Map<String, Listed> files = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> file : read.path("files").properties()) {
                long bytes = file.getValue().path("bytes").asLong(-1);
                if (bytes < 0) {
                    throw new BackupRefused(BackupNames.MANIFEST + " does not say how long "
                            + BackupNames.visible(file.getKey()) + " is");
                }
                files.put(
                        file.getKey(),
                        new Listed(bytes, file.getValue().path("sha256").asText()));
            }
            return new BackupManifest(
                    read.path("made").asText(),
                    read.path("results").asLong(),
                    read.path("pictures").asLong(),
                    files);
        } catch (JacksonException damaged) {
            throw new BackupRefused(BackupNames.MANIFEST + " cannot be read: " + damaged.getOriginalMessage());
        } catch (IOException impossible) {
            throw new BackupRefused(BackupNames.MANIFEST + " cannot be read: " + impossible.getMessage(), impossible);
        }
    }
}
