package org.shutterline.server.ui.jobs;

import java.util.List;
import org.shutterline.look.Reasons;
import org.shutterline.look.Retelling;
import org.shutterline.look.Retelling.Form;
import org.shutterline.server.ui.UiWords;

/** What tools say that were taught, or why they could not be, in the language of the window; else as it is. */
final class LessonWords {
    private static final String PX = "(\\d+ x \\d+ px)";

    private static final Retelling PARTS = new Retelling(
            LessonWords::word,
            List.of(
                    Form.of("templateSize", "a template of at least " + PX),
                    Form.of("templateTexture", "a template with something to see in it; this one is all of one grey"),
                    Form.of("templateFits", "a template that fits into the region, found " + PX)));

    private static final Retelling SENTENCES = new Retelling(
            LessonWords::word,
            LessonWords::part,
            List.of(
                    Form.of(
                            "template",
                            "Learned a template of " + PX + "; nothing else in the region looks like it\\."),
                    Form.of(
                            "ambiguous",
                            "Learned a template of " + PX + ", but it is ambiguous: at (\\S+, \\S+) something scores "
                                    + "(\\S+) too; draw more of it, or make the region smaller\\."),
                    Form.of("goldenOne", "Golden picture made of one good picture; more would show what may vary\\."),
                    Form.of("golden", "Golden picture made of (\\d+) good pictures\\."),
                    Form.of("expects", "Expects (.*)"),
                    Form.of("textsDiffer", "The texts differ; expects what is like (.*)"),
                    Form.of("expectsText", "The expected text is (.*)\\."),
                    Form.of("quality", "Limits from (\\d+) good pictures, with room on both sides"),
                    Form.of("anomaly", "The (\\d+) good pictures score (\\S+) to (\\S+); up to (\\S+) is good\\."),
                    Form.of(
                            "colourOne",
                            "The colour is (L \\S+, a \\S+, b \\S+); its px spread by (\\S+), other good parts were not "
                                    + "seen\\. A distance of up to (\\S+) is good"),
                    Form.of(
                            "colour",
                            "The colour is (L \\S+, a \\S+, b \\S+); its px spread by (\\S+), (\\d+) good parts differ by "
                                    + "(\\S+)\\. A distance of up to (\\S+) is good"),
                    Form.of("viewOne", "This picture is the reference"),
                    Form.of("view", "The first picture is the reference; the others are like it by (\\d+) %"),
                    Form.of("length", "(\\S+ mm) are (\\S+ px): (\\S+) mm for each px, good to (\\S+ mm) in 100 mm\\."),
                    Form.of(
                            "board",
                            "(\\d+) corners in (\\d+) pictures? lie within (\\S+) px \\(rms\\): (\\S+) mm for each px in "
                                    + "the middle, good to (\\S+ mm) in 100 mm\\."),
                    Form.of("cannot", "this cannot be taught: it wants (.*)"),
                    Form.of("drawRectangle", "draw a rectangle around what is to be found"),
                    Form.of("noPicture", "there is no picture to learn from"),
                    Form.of("noPx", "the region is too small: no px is inside"),
                    Form.of("smallRegion", "the region is too small: at least " + PX),
                    Form.of("otherSize", "picture (\\d+) is not as large as the first one"),
                    Form.of("unlike", "picture (\\d+) is too unlike the first one to be aligned"),
                    Form.of("sayLength", "say first how long the thing is: knownLengthMm"),
                    Form.of(
                            "drawAcross",
                            "draw a rectangle across the thing whose length is known, over both its ends"),
                    Form.of("noEdges", "there are no two straight edges along the longer side of what was drawn"),
                    Form.of("saySquare", "say first how large a square of the chessboard is: squareMm"),
                    Form.of("noPlane", "the corners of the chessboard do not lie in a plane"),
                    Form.of(
                            "boardOff",
                            "the corners of the chessboard are (\\S+ px) from where they should be; is it flat and "
                                    + "sharp\\?"),
                    Form.of(
                            "noBoard",
                            "no chessboard with (\\d+ x \\d+) inner corners, all of them to be seen, in picture (\\d+)"),
                    Form.of("codesDiffer", "the codes of these pictures have nothing in common: (.*)"),
                    Form.of(
                            "noLandmarks",
                            "there is too little to hold on to: a few crisp things that stay are needed"),
                    Form.of("sizesDiffer", "the pictures are of different sizes"),
                    Form.of("viewsDiffer", "the pictures do not show the same view"),
                    Form.of(
                            "differentTexts",
                            "the pictures show different texts: (.*) and (.*); give a regular expression instead"),
                    Form.of(
                            "guess",
                            "the text is no more than a guess: (.*), sure by (\\d+) %, at least (\\d+) % is wanted"),
                    Form.of("nothing", "there is nothing that it could learn")));

    private LessonWords() {}

    static String told(String english) {
        return SENTENCES.of(english).orElseGet(() -> Reasons.told(english));
    }

    private static String word(String key, Object... parts) {
        return UiWords.text("lesson." + key, parts);
    }

    private static String part(String english) {
        return PARTS.of(english).orElse(english);
    }
}
