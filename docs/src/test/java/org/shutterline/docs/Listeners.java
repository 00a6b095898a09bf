package org.shutterline.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The listeners of {@code src/test/stations/languages}, one for each dialect. */
final class Listeners {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path SETTINGS =
            RealServer.STATIONS.resolve("languages").resolve("settings.yaml");

    private Listeners() {}

    static String address(RealServer server, String dialect) throws IOException {
        return "127.0.0.1:" + server.port(index(dialect));
    }

    private static JsonNode all() throws IOException {
        return YAML.readTree(SETTINGS.toFile()).get("listeners");
    }

    private static int index(String dialect) throws IOException {
        int index = 0;
        while (!all().get(index).get("dialect").asText().equals(dialect)) {
            index++;
        }
        return index;
    }

    /** A file with the settings that the listener has; empty if it has none. */
    static String settings(Path folder, String dialect) throws IOException {
        JsonNode settings = all().get(index(dialect)).get("settings");
        Path file = folder.resolve(dialect + ".yaml");
        if (settings == null) {
            return "";
        }
        Files.writeString(file, YAML.writeValueAsString(settings));
        return file.toString();
    }
}
