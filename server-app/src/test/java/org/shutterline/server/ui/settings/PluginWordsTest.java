package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.server.ui.UiWords;

final class PluginWordsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private Path jar(String name, String file, String words) throws IOException {
        Path jar = folder.resolve(name);
        Path at = Files.createDirectories(jar.resolve("META-INF/shutterline")).resolve(file);
        Files.writeString(at, words);
        return jar;
    }

    private static PluginWords of(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            return PluginWords.of(loader, UiWords.LANGUAGES);
        }
    }

    @Test
    void areThoseOfTheLanguageOfTheWindowElseTheUsualOnes() throws IOException {
        jar("a", "words.properties", "tool.stripes=Stripes\nsetting.stripes.wanted=Wanted stripes");
        PluginWords words = of(jar("a", "words_de.properties", "tool.stripes=Streifen, gepr\u00fcft"));

        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(words.find("tool.stripes")).contains("Streifen, gepr\u00fcft");
        assertThat(words.find("setting.stripes.wanted")).contains("Wanted stripes");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
        assertThat(words.find("tool.stripes")).contains("Stripes");
        assertThat(words.find("tool.dots")).isEmpty();
    }

    @Test
    void areOfEveryJar() throws IOException {
        PluginWords words = of(
                jar("a", "words.properties", "tool.stripes=Stripes"), jar("b", "words.properties", "tool.dots=Dots"));

        assertThat(List.of(
                        words.find("tool.stripes").orElse(""),
                        words.find("tool.dots").orElse("")))
                .containsExactly("Stripes", "Dots");
    }

    @Test
    void aDamagedFileTakesNoOthersWithIt() throws IOException {
        PluginWords words =
                of(jar("a", "words.properties", "tool.stripes=\\u12"), jar("b", "words.properties", "tool.dots=Dots"));

        assertThat(words.find("tool.stripes")).isEmpty();
        assertThat(words.find("tool.dots")).contains("Dots");
    }
}
