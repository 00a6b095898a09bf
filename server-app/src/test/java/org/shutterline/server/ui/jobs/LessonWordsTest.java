package org.shutterline.server.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonWordsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static String told(Locale language, String english) {
        Locale.setDefault(Locale.Category.DISPLAY, language);
        return LessonWords.told(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Learned a template of 152 x 32 px; nothing else in the region looks like it.",
                "Learned a template of 152 x 32 px, but it is ambiguous: at 210, 80 something scores 0.91 too; draw more of"
                        + " it, or make the region smaller.",
                "Golden picture made of one good picture; more would show what may vary.",
                "Golden picture made of 5 good pictures.",
                "The texts differ; expects what is like L[0-9]+",
                "The expected text is LOT 26-47.",
                "Limits from 5 good pictures, with room on both sides",
                "The 5 good pictures score 0.1200 to 0.1400; up to 0.1600 is good.",
                "The colour is L 50.1, a 3.2, b -7.5; its px spread by 1.2, other good parts were not seen. A distance of"
                        + " up to 3.6 is good",
                "The colour is L 50.1, a 3.2, b -7.5; its px spread by 1.2, 5 good parts differ by 0.4. A distance of up"
                        + " to 3.6 is good",
                "This picture is the reference",
                "The first picture is the reference; the others are like it by 97 %",
                "20.000 mm are 400.12 px: 0.04998 mm for each px, good to 0.010 mm in 100 mm.",
                "54 corners in 1 picture lie within 0.040 px (rms): 0.05000 mm for each px in the middle, good to 0.010 mm"
                        + " in 100 mm.",
                "this cannot be taught: it wants a template of at least 8 x 8 px",
                "this cannot be taught: it wants a template with something to see in it; this one is all of one grey",
                "this cannot be taught: it wants a template that fits into the region, found 152 x 32 px",
                "draw a rectangle around what is to be found",
                "there is no picture to learn from",
                "the region is too small: no px is inside",
                "the region is too small: at least 32 x 32 px",
                "picture 3 is not as large as the first one",
                "picture 3 is too unlike the first one to be aligned",
                "say first how long the thing is: knownLengthMm",
                "draw a rectangle across the thing whose length is known, over both its ends",
                "there are no two straight edges along the longer side of what was drawn",
                "say first how large a square of the chessboard is: squareMm",
                "the corners of the chessboard do not lie in a plane",
                "the corners of the chessboard are 1.20 px from where they should be; is it flat and sharp?",
                "no chessboard with 9 x 6 inner corners, all of them to be seen, in picture 2",
                "no code could be read",
                "the codes of these pictures have nothing in common: ABC, 123",
                "there is too little to hold on to: a few crisp things that stay are needed",
                "the pictures are of different sizes",
                "the pictures do not show the same view",
                "no text could be read",
                "the pictures show different texts: L7 and L8; give a regular expression instead",
                "the text is no more than a guess: L7, sure by 40 %, at least 60 % is wanted",
                "there is nothing that it could learn"
            })
    void whatIsLearnedIsToldInTheLanguageOfTheWindow(String english) {
        assertThat(told(Locale.GERMAN, english)).isNotEqualTo(english).doesNotContain("{", " the ", " is ");
        assertThat(told(Locale.SIMPLIFIED_CHINESE, english)).containsPattern("\\p{IsHan}");
    }

    @Test
    void whatStandsInItStays() {
        assertThat(told(Locale.GERMAN, "Expects ABC123")).isEqualTo("erwartet ABC123");
        assertThat(told(Locale.GERMAN, "this cannot be taught: it wants a template of at least 8 x 8 px"))
                .isEqualTo("es braucht eine Vorlage von mindestens 8 x 8 px");
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        assertThat(told(Locale.GERMAN, "My own tool learned something")).isEqualTo("My own tool learned something");
    }
}
