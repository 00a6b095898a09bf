package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        assertThat(words.text("row.below", 0.06, "4.90")).isEqualTo("0.06 below 4.90");
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
