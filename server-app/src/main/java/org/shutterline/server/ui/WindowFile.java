package org.shutterline.server.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.shutterline.look.Theme;
import org.shutterline.server.settings.SafeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file {@code window.yaml} of the data folder. What is wrong in it is as if it were not there: it holds no work of anyone. */
final class WindowFile {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Path file;

    WindowFile(Path data) {
        this.file = data.resolve("window.yaml");
    }

    WindowMemory read() {
        try {
            return Files.exists(file) ? memory(YAML.readTree(Files.readString(file))) : WindowMemory.FRESH;
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("window.yaml is not used: {}", unreadable.getMessage());
            return WindowMemory.FRESH;
        }
    }

    private static WindowMemory memory(JsonNode read) {
        JsonNode at = read.path("bounds");
        Optional<Rectangle> bounds = at.size() == 4
                ? Optional.of(new Rectangle(
                        at.path(0).asInt(),
                        at.path(1).asInt(),
                        at.path(2).asInt(),
                        at.path(3).asInt()))
                : Optional.empty();
        Optional<Locale> language = read.hasNonNull("language")
                ? Optional.of(Locale.forLanguageTag(read.path("language").asText()))
                : Optional.empty();
        return new WindowMemory(bounds, read.path("maximised").asBoolean(), theme(read), language);
    }

    private static Theme theme(JsonNode read) {
        String name = read.path("theme").asText("").toUpperCase(Locale.ROOT);
        for (Theme theme : Theme.values()) {
            if (theme.name().equals(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    /** Blocks for the time of a write to the disk. */
    void write(WindowMemory memory) {
        try {
            SafeFile.write(file, YAML.writeValueAsBytes(tree(memory)));
        } catch (IOException notWritten) {
            LOG.warn("window.yaml was not written: {}", notWritten.getMessage());
        }
    }

    private static JsonNode tree(WindowMemory memory) throws JsonProcessingException {
        ObjectNode tree = YAML.createObjectNode();
        memory.bounds()
                .ifPresent(bounds -> tree.putArray("bounds")
                        .add(bounds.x)
                        .add(bounds.y)
                        .add(bounds.width)
                        .add(bounds.height));
        tree.put("maximised", memory.maximised());
        tree.put("theme", memory.theme().name().toLowerCase(Locale.ROOT));
        memory.language().ifPresent(language -> tree.put("language", language.toLanguageTag()));
        return tree;
    }
}
