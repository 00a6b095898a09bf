package org.shutterline.server.ui.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.shutterline.server.ui.UiWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words that plugins bring in their own jars: {@code META-INF/shutterline/words.properties}, and {@code words_de.properties}
 * for a language, in UTF-8, by the keys of this program's own words. They are read once.
 */
final class PluginWords {
    private static final Logger LOG = LoggerFactory.getLogger(PluginWords.class);
    private static final String FILE = "META-INF/shutterline/words";

    /** By the language; the empty one is for languages that a plugin has no words in. */
    private final Map<String, Map<String, String>> words = new HashMap<>();

    private PluginWords() {}

    /** Those of all jars that this loader knows. A file that cannot be read is told in the log and left out. */
    static PluginWords of(ClassLoader jars, List<Locale> languages) {
        PluginWords all = new PluginWords();
        all.words.put("", read(jars, FILE + ".properties"));
        for (Locale language : languages) {
            String code = language.getLanguage();
            all.words.put(code, read(jars, FILE + "_" + code + ".properties"));
        }
        return all;
    }

    static PluginWords installed() {
        return of(PluginWords.class.getClassLoader(), UiWords.LANGUAGES);
    }

    /** In the language of the window, else in the plugin's own. */
    Optional<String> find(String key) {
        String language = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        return Optional.ofNullable(words.getOrDefault(language, Map.of()).get(key))
                .or(() -> Optional.ofNullable(words.getOrDefault("", Map.of()).get(key)))
                .filter(word -> !word.isBlank());
    }

    private static Map<String, String> read(ClassLoader jars, String name) {
        Map<String, String> read = new HashMap<>();
        try {
            for (URL file : Collections.list(jars.getResources(name))) {
                add(file, read);
            }
        } catch (IOException unreadable) {
            LOG.warn("words of plugins cannot be found: {}", unreadable.toString());
        }
        return read;
    }

    private static void add(URL file, Map<String, String> read) {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            words.load(text);
            words.forEach((key, word) -> read.putIfAbsent((String) key, (String) word));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("the words of a plugin in {} cannot be read: {}", file, unreadable.toString());
        }
    }
}
