package org.shutterline.server.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.shutterline.protocol.plugin.BadSetting;

/** Reads YAML into plain maps and lists; what may stand in them is checked by others. */
final class YamlFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private YamlFile() {}

    /**
     * @param place how messages call the file
     * @throws BadSetting if it is missing, too large, or no YAML map; names the line where there is one
     */
    static Map<String, Object> read(Path file, String place) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadSetting(place, "larger than 1 MiB, expected a file of settings");
            }
            return parse(Files.readString(file), place);
        } catch (NoSuchFileException missing) {
            throw new BadSetting(place, "no such file");
        } catch (IOException unreadable) {
            throw new BadSetting(place, "cannot be read: " + unreadable.getMessage());
        }
    }

    static Map<String, Object> parse(String text, String place) {
        try {
            Object read = YAML.readValue(text, Object.class);
            if (read instanceof Map<?, ?>) {
                return Groups.stringKeys((Map<?, ?>) read);
            }
            throw new BadSetting(place, "expected 'key: value' lines");
        } catch (JsonProcessingException wrong) {
            String line = wrong.getLocation() == null
                    ? ""
                    : ", line " + wrong.getLocation().getLineNr();
            throw new BadSetting(
                    place + line, wrong.getOriginalMessage().lines().findFirst().orElse("no YAML"));
        }
    }
}
