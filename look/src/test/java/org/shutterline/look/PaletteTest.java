package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaletteTest {
    /** Contrast ratios as the design gives them, rounded to a tenth. */
    @ParameterizedTest
    @CsvSource({
        "CONTROL_EDGE, SURFACE, 3.1, 3.4",
        "TEXT, SURFACE, 16.4, 13.4",
        "TEXT_SECOND, SURFACE, 6.4, 7.1",
        "TEXT_SECOND, GROUND, 5.6, 8.0",
        "ON_ACCENT, ACCENT_FILL, 6.1, 4.9",
        "ACCENT_TEXT, SURFACE, 6.1, 7.0",
        "ACCENT_TEXT, ACCENT_TINT, 5.1, 5.6",
        "ON_VERDICT, OK_FILL, 5.3, 4.9",
        "OK_TEXT, SURFACE, 6.1, 8.4",
        "ON_VERDICT, NG_FILL, 5.5, 5.1",
        "NG_TEXT, SURFACE, 6.4, 6.9",
        "ON_UNKNOWN, UNKNOWN_FILL, 9.5, 9.5",
        "UNKNOWN_TEXT, SURFACE, 6.6, 10.3"
    })
    void keepsTheContrastsOfTheDesign(Palette ink, Palette behind, double light, double dark) {
        assertThat(contrast(ink.light(), behind.light())).isCloseTo(light, org.assertj.core.data.Offset.offset(0.1));
        assertThat(contrast(ink.dark(), behind.dark())).isCloseTo(dark, org.assertj.core.data.Offset.offset(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "OK_TEXT, OK_TINT",
        "NG_TEXT, NG_TINT",
        "UNKNOWN_TEXT, UNKNOWN_TINT",
        "OFFLINE_TEXT, OFFLINE_TINT",
        "ACCENT_TEXT, ACCENT_TINT"
    })
    void writesEachStateReadablyOnItsOwnTint(Palette ink, Palette tint) {
        assertThat(contrast(ink.light(), tint.light())).isGreaterThanOrEqualTo(5.05);
        assertThat(contrast(ink.dark(), tint.dark())).isGreaterThanOrEqualTo(5.05);
    }

    @ParameterizedTest
    @CsvSource({
        "OK_ON_PICTURE",
        "NG_ON_PICTURE",
        "UNKNOWN_ON_PICTURE",
        "OFFLINE_ON_PICTURE",
        "BUSY_ON_PICTURE",
        "ON_CHIP"
    })
    void marksStandOutFromTheDarkChipOfAPicture(Palette mark) {
        assertThat(contrast(mark.light(), Palette.CHIP.light())).isGreaterThan(5);
    }

    @Test
    void followsTheThemeWithoutBeingAskedAgain() {
        Color text = Palette.TEXT.colour();
        Theme.LIGHT.install();
        assertThat(text.getRGB()).isEqualTo(0xFF17202B);
        Theme.DARK.install();
        assertThat(text.getRGB()).isEqualTo(0xFFE8ECF1);
        assertThat(text.getRed()).isEqualTo(0xE8);
    }

    @Test
    void namesItsTokensAsVariablesOfTheLookAndFeel() {
        assertThat(Palette.variables(true))
                .containsEntry("@textSecond", "#a3afbc")
                .containsKey("@okOnPicture");
        assertThat(Palette.variables(false)).containsEntry("@ground", "#edf0f4").hasSize(Palette.values().length);
    }

    @Test
    void offlineIsNeverTheFillOfAVerdict() {
        assertThat(List.of(State.OK.fill(), State.NG.fill(), State.UNKNOWN.fill()))
                .doesNotContain(State.OFFLINE.fill());
    }

    /** WCAG 2.1, relative luminance and contrast ratio. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
