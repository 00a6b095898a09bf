package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {
    private final Words words = Words.of(WordsTest.class);

    @BeforeEach
    @AfterEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void failsLoudlyForAMissingKey() {
        assertThatThrownBy(() -> words.text("no.such.key")).isInstanceOf(MissingResourceException.class);
        assertThat(words.has("no.such.key")).isFalse();
    }

    @Test
    void fillsInItsArgumentsWithNumbersAsOnTheWire() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMANY);
        assertThat(words.text("row.below", 0.06, "4.90")).isEqualTo("0.06 unter 4.90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void hasEveryKeyInEveryLanguage(String language) throws IOException {
        assertThat(keys("messages_" + language)).isNotEmpty().isEqualTo(keys("messages"));
    }

    @Test
    void speaksAnotherLanguageAtOnceAndEnglishWhereThereIsNone() {
        Words.speak(Locale.GERMANY);
        assertThat(words.text("row.below", "0.06", "4.90")).isEqualTo("0.06 unter 4.90");
        Words.speak(Locale.FRANCE);
        assertThat(words.text("row.below", "0.06", "4.90")).isEqualTo("0.06 below 4.90");
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(bundle + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    @Test
    void labelsAgainWhenTheLanguageChanges() {
        JPanel panel = new JPanel();
        JLabel label = new JLabel();
        panel.add(label);
        Words.follow(label, () -> label.setText(label.getLocale().getLanguage()));
        Words.speak(panel, Locale.GERMAN);
        assertThat(label.getText()).isEqualTo("de");
        Words.speak(panel, Locale.CHINESE);
        assertThat(label.getText()).isEqualTo("zh");
    }
}
