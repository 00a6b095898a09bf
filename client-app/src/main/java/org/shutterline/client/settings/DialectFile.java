package org.shutterline.client.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.shutterline.protocol.plugin.BadSetting;

/** A file with the settings of a dialect, as {@code settings} of a listener of the server has them. */
public final class DialectFile {
    private static final long MOST_BYTES = 1024 * 1024;

    private DialectFile() {}

    /** @throws BadSetting if it cannot be read or holds something else than keys with values */
    public static Map<String, Object> read(String file) {
        return SettingsText.byKey(file, SettingsText.parse(text(file), file));
    }

    private static String text(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MOST_BYTES) {
                throw new BadSetting(file, "expected settings of at most 1 MiB");
            }
            return Files.readString(path);
        } catch (CharacterCodingException damage) {
            throw new BadSetting(file, "expected text in UTF-8");
        } catch (IOException | InvalidPathException missing) {
            throw new BadSetting(file, "expected a file that can be read");
        }
    }
}
