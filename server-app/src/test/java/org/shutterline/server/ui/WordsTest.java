package org.shutterline.server.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.server.monitor.LogPlace;
import org.shutterline.server.net.Limit;

class WordsTest {
    private static Properties words(String suffix) throws IOException {
        Properties words = new Properties();
        try (var stream = WordsTest.class.getResourceAsStream("messages" + suffix + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void everyLanguageHasEveryWordWithTheSamePlaces(String suffix) throws IOException {
        Properties english = words("");
        Properties other = words(suffix);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void everyLimitHasItsWord() throws IOException {
        assertThat(words("").stringPropertyNames())
                .filteredOn(key -> key.startsWith("log.limit."))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Limit.values())
                        .map(limit -> "log.limit." + limit.id())
                        .toList());
    }

    @Test
    void everyPlaceOfALineOfTheLogHasItsWord() throws IOException {
        assertThat(words("").stringPropertyNames())
                .filteredOn(key -> key.startsWith("log.place."))
                .containsExactlyInAnyOrderElementsOf(Stream.of(LogPlace.values())
                        .map(place -> "log.place." + place)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void noWordShoutsOrPleads(String suffix) throws IOException {
        for (Object word : words(suffix).values()) {
            assertThat((String) word).doesNotContain("!").doesNotContainIgnoringCase("please");
        }
    }
}
