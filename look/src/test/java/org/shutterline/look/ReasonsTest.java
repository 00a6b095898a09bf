package org.shutterline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static String told(Locale language, String english) {
        Locale.setDefault(Locale.Category.DISPLAY, language);
        return Reasons.told(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hole A too small: 4.84 mm, limit 4.90 mm",
                "Hole A too large: 5.14 mm, limit 5.10 mm",
                "Hole A nearly too small: 4.92 mm",
                "Hole A nearly too large: 5.09 mm",
                "light too small: 12.5 grey, limit 20.0 grey",
                "width not found: no straight edge",
                "width not found: no straight first edge from dark to light",
                "width not found: no straight second edge from light to dark",
                "width not found: only one edge",
                "rim not found: its region is too small for a circle",
                "rim not found: no edge from dark to light on 9 of 24 search lines, at least 20 are wanted",
                "rim not found: no circle: fewer than 20 of 24 edge points lie on one",
                "angle: between top and rim there are no lines, of which an angle would be told",
                "dirt not found: nothing stands out: less than 20 grey of contrast",
                "dirt not found: no dark patch of the wanted size",
                "label not found: best match 0.41, at least 0.70 is wanted",
                "label: the picture is smaller than the template of 40 x 60 px",
                "light: its region is too small: no px is inside",
                "code not found: no code could be read",
                "code: 1 of 2 codes could be read",
                "code: no time for another attempt",
                "code: ABC124, expected ABC123",
                "code: no part name given",
                "lot: L7 is not like L[0-9]{4}",
                "lot: L7, expected it to match L[0-9]{4}",
                "lot not found: no text could be read",
                "lot not found: perhaps L7, but at 40 % only, and at least 60 % is wanted",
                "best before: no date like dd.MM.yyyy in 31/12",
                "best before: date 2026-11-20 is 6 days old, expected today or later",
                "best before: date 2026-11-27 is 1 day ahead, expected at least 30 days ahead",
                "best before: date 2027-11-27 is 366 days ahead, at most 30",
                "gate: too dark: mean 12, at least 40",
                "gate: too bright: mean 250, at most 220",
                "gate: too many px are quite black or quite white: 12.5 %, at most 5.0 %",
                "gate: too little contrast: 3.1, at least 10.0",
                "gate: not sharp: 2.0 %, at least 4.0 %",
                "view: another view than its reference: a swapped camera, a changed light, or something in the way",
                "view: the camera was moved: the picture lies 12 px to the left of its reference view",
                "view: the camera was moved: the picture lies 12 px below its reference view",
                "view: the camera was moved: the picture lies 12 px to the right and 9 px above its reference view",
                "view: the camera was turned: the picture lies 2.5 degrees clockwise against its reference view",
                "view: the reference picture is of another size: teach it again",
                "board: differs from the golden picture at one place, 40 px",
                "board: differs from the golden picture at 3 places, the largest 40 px",
                "board: the picture is too unlike the golden one to be aligned",
                "board: only 40.0 % of what the golden picture shows is in the picture, at least 80.0 % is needed",
                "board: expected 640 x 640 px as the golden picture is, found 800 x 600 px: teach it again",
                "scale: calibrated on pictures of 640 x 480 px, this one is 800 x 600",
                "screws not found: nothing found",
                "screws not found: no screw or nut found",
                "screws: perhaps screw, but only 0.41 sure, and at least 0.60 is wanted",
                "surface: strange by 0.912, at most 0.500",
                "all: 2 of 3 good, at least 3 wanted: not holeA",
                "all: not known of holeA, holeB",
                "ratio: the formula divides by zero",
                "ratio not found: holeA.diameter was not measured",
                "gap not found: holeA was not found",
                "gap: holeA could not be judged",
                "width: not looked for, since plate was not found",
                "width: not measured, since the calibration could not be used",
                "width: not looked for, since the time of the part was over",
                "width: took longer than 50 ms",
                "code: its region reaches beyond the picture: to 1400, 500 in a picture of 1280 x 960",
                "code: its time is over",
                "lot: no time to read the text",
                "gap: its program is not ready yet",
                "gap: its program does not run: exit code 3",
                "gap: its program failed: exit code 3",
                "nothing was found that counts",
                "the job has no tools",
                "no tool of the job counts",
                "the inspection broke"
            })
    void whatTheProgramItselfSaysIsSaidInEveryLanguage(String english) {
        assertThat(told(Locale.ENGLISH, english)).isEqualTo(english);
        assertThat(told(Locale.GERMAN, english))
                .isNotEqualTo(english)
                .doesNotContainPattern("\\b(the|of|is|at|no|not|than|expected|limit|found|to|degrees)\\b");
        assertThat(told(Locale.SIMPLIFIED_CHINESE, english))
                .isNotEqualTo(english)
                .doesNotContainPattern("\\b(the|of|is|at|no|not|than|expected|limit|found|to|degrees)\\b");
    }

    @Test
    void namesAndFiguresStayWhereTheyBelong() {
        assertThat(told(Locale.GERMAN, "no 4: left: no straight edge from dark to light"))
                .isEqualTo("no 4: left: keine gerade Kante von dunkel nach hell");
        assertThat(told(Locale.GERMAN, "light too small: 12.5 grey, limit 20.0 grey"))
                .as("the name of a tool")
                .isEqualTo("light zu klein: 12.5 Grauwerte, Grenze 20.0 Grauwerte");
        assertThat(told(Locale.GERMAN, "Hole A too small: 4.84 mm, limit 4.90 mm"))
                .isEqualTo("Hole A zu klein: 4.84 mm, Grenze 4.90 mm");
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        assertThat(told(Locale.GERMAN, "flange: bent by 3 mm")).isEqualTo("flange: bent by 3 mm");
        assertThat(told(Locale.GERMAN, "")).isEmpty();
    }

    /** A server may be hostile, and this is done on the thread of the window. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsTooLongForAReasonTakesNoTime() {
        String endless = "a too small: b: ".repeat(20_000);
        assertThat(told(Locale.GERMAN, endless)).isEqualTo(endless);
    }

    @Test
    void unitsThatAreWordsAreSaidInTheLanguageOfTheWindow() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(Units.word("grey")).isEqualTo("Grauwerte");
        assertThat(Units.word("mm")).isEqualTo("mm");
        assertThat(Reasons.figure("175.3 grey")).isEqualTo("175.3 Grauwerte");
        assertThat(Reasons.figure("12.03 mm")).isEqualTo("12.03 mm");
    }
}
