package org.shutterline.server.jobs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an exported job says of itself.
 *
 * @param name of the job
 * @param version its id where it was exported
 * @param files all other entries by name, with length and hash
 */
record Manifest(String name, String version, Map<String, Listed> files) {
    static final String ENTRY = "manifest.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @param sha256 in hex digits */
    record Listed(long bytes, String sha256) {}

    byte[] written() throws IOException {
        ObjectNode written = JSON.createObjectNode();
        written.put("format", FORMAT);
        written.put("program", "Shutterline");
        written.put("name", name);
        written.put("version", version);
        ObjectNode listed = written.putObject("files");
        files.forEach((entry, file) -> {
            ObjectNode one = listed.putObject(entry);
            one.put("bytes", file.bytes());
            one.put("sha256", file.sha256());
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(written);
    }

    /** @param label how messages call the file in which it is */
    static Manifest read(byte[] json, String label) throws JobRefused {
        String what = label + ", " + ENTRY;
        try {
            JsonNode read = JSON.readTree(json);
            if (!read.path("format").isInt() || !read.path("files").isObject()) {
                throw new JobRefused(what, "is not of an exported job, expected a format and files");
            }
            if (read.path("format").intValue() != FORMAT) {
                throw new JobRefused(
                        what,
                        "format " + read.path("format").intValue() + ", expected " + FORMAT
                                + ": it was made by another version of this program");
            }
            Map<String, Listed> files = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> file : read.path("files").properties()) {
                files.put(file.getKey(), listed(file.getValue(), label + ", " + Visible.of(file.getKey())));
            }
            return new Manifest(name(read, what), read.path("version").asText(), files);
        } catch (JacksonException damaged) {
            throw new JobRefused(what, "is damaged, expected JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes were read", impossible);
        }
    }

    private static String name(JsonNode read, String what) throws JobRefused {
        String name = read.path("name").asText();
        Optional<String> whyNot = JobName.whyNot(name);
        if (whyNot.isPresent()) {
            throw new JobRefused(what, "the job is called '" + Visible.of(name) + "', " + whyNot.get());
        }
        return name;
    }

    private static Listed listed(JsonNode file, String what) throws JobRefused {
        String sha256 = file.path("sha256").asText();
        long bytes = file.path("bytes").asLong(-1);
        if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new JobRefused(what, "the manifest lists it without length and hash");
        }
        return new Listed(bytes, sha256);
    }
}
