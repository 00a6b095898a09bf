package org.shutterline.look;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shutterline.look.Retelling.Form;

/**
 * Why a part is not OK. A server says it in English, in results and on the wire; this says it in the language of the window.
 * What it does not know, as of tools of somebody's own, it leaves as it is.
 */
public final class Reasons {
    /** Nothing that is longer is a reason; forms are tried at every place of a text, on the thread of the window. */
    private static final int LONGEST = 500;

    private static final String NOT_FOUND = " not found: ";
    private static final String OF = ": ";
    private static final Pattern FIGURE = Pattern.compile("(-?[0-9.]+) (\\S+)");

    /** What stands within a sentence. */
    private static final Retelling PARTS = new Retelling(
            Reasons::word,
            Reasons::part,
            List.of(
                    Form.of("edgeToLight", "edge from dark to light"),
                    Form.of("edgeToDark", "edge from light to dark"),
                    Form.of("edge", "edge"),
                    Form.of("dark", "dark"),
                    Form.of("light", "light"),
                    Form.of("right", "right"),
                    Form.of("left", "left"),
                    Form.of("above", "above"),
                    Form.of("below", "below"),
                    Form.of("clockwise", "clockwise"),
                    Form.of("anticlockwise", "anticlockwise"),
                    Form.of("today", "today"),
                    Form.of("todayOrLater", "today or later"),
                    Form.of("todayOrEarlier", "today or earlier"),
                    Form.of("dayOld", "1 day old"),
                    Form.of("dayAhead", "1 day ahead"),
                    Form.of("daysOld", "(\\d+) days old"),
                    Form.of("daysAhead", "(\\d+) days ahead"),
                    Form.of("atLeast", "at least (\\d+.*)"),
                    Form.of("atMost", "at most (\\d+.*)")));

    /** What is said of a value. */
    private static final Retelling OF_VALUES = new Retelling(
            Reasons::word,
            Reasons::figure,
            List.of(
                    Form.of("nearlyTooSmall", "(.*) nearly too small: (.*)"),
                    Form.of("nearlyTooLarge", "(.*) nearly too large: (.*)"),
                    Form.of("tooSmall", "(.*) too small: (.*), limit (.*)"),
                    Form.of("tooLarge", "(.*) too large: (.*), limit (.*)")));

    /** What tools say in which something else is said, as which edge. */
    private static final Retelling OF_PHRASES = new Retelling(
            Reasons::word,
            Reasons::part,
            List.of(
                    Form.of("noEdge", "no straight (edge.*)"),
                    Form.of("noFirstEdge", "no straight first (edge.*)"),
                    Form.of("noSecondEdge", "no straight second (edge.*)"),
                    Form.of("circleLines", "no (edge.*) on (\\d+) of (\\d+) search lines, at least (\\d+) are wanted"),
                    Form.of("nothingStandsOut", "nothing stands out: less than (\\d+ grey) of contrast"),
                    Form.of("noPatch", "no (dark|light) patch of the wanted size"),
                    Form.of("dateBeyond", "date (\\S+) is (.*), (at most .*|at least .*)"),
                    Form.of("date", "date (\\S+) is (.*), expected (.*)"),
                    Form.of(
                            "movedBoth",
                            "the camera was moved: the picture lies (\\d+) px to the (right|left) and (\\d+) px "
                                    + "(above|below) its reference view"),
                    Form.of(
                            "movedAcross",
                            "the camera was moved: the picture lies (\\d+) px to the (right|left) of its reference view"),
                    Form.of(
                            "movedAlong",
                            "the camera was moved: the picture lies (\\d+) px (above|below) its reference view"),
                    Form.of(
                            "turned",
                            "the camera was turned: the picture lies (.*) degrees (.*) against its reference view")));

    /** What tools say in which only figures stand, and names and texts that are nobody's to change. */
    private static final Retelling OF_NAMES = new Retelling(
            Reasons::word,
            List.of(
                    Form.of("oneEdge", "only one edge"),
                    Form.of("circleSmall", "its region is too small for a circle"),
                    Form.of("noCircle", "no circle: fewer than (\\d+) of (\\d+) edge points lie on one"),
                    Form.of("noLines", "between (.*) and (.*) there are no lines, of which an angle would be told"),
                    Form.of("noMatch", "best match (.*), at least (.*) is wanted"),
                    Form.of("smallPicture", "the picture is smaller than the template of (.*) px"),
                    Form.of("noInside", "its region is too small: no px is inside"),
                    Form.of("noCode", "no code could be read"),
                    Form.of("someCodes", "(\\d+) of (\\d+) codes could be read"),
                    Form.of("noTime", "no time for another attempt"),
                    Form.of("slowPattern", "the pattern takes too long with this text"),
                    Form.of("noText", "no text could be read"),
                    Form.of("perhapsText", "perhaps (.*), but at (.*) % only, and at least (.*) % is wanted"),
                    Form.of("perhapsClass", "perhaps (.*), but only (.*) sure, and at least (.*) is wanted"),
                    Form.of("noPart", "no part name given"),
                    Form.of("noDate", "no date like (.*) in (.*)"),
                    Form.of("noMatchOfText", "(.*), expected it to match (.*)"),
                    Form.of("notLike", "(.*) is not like (.*)"),
                    Form.of("tooDark", "too dark: mean (.*), at least (.*)"),
                    Form.of("tooBright", "too bright: mean (.*), at most (.*)"),
                    Form.of("clipped", "too many px are quite black or quite white: (.*), at most (.*)"),
                    Form.of("flat", "too little contrast: (.*), at least (.*)"),
                    Form.of("blurred", "not sharp: (.*), at least (.*)"),
                    Form.of("otherView", "another view than its reference: a swapped camera, .*"),
                    Form.of("otherSize", "the reference picture is of another size: teach it again"),
                    Form.of("oneDifference", "differs from the golden picture at one place, (\\d+) px"),
                    Form.of("differences", "differs from the golden picture at (\\d+) places, the largest (\\d+) px"),
                    Form.of("unlikeGolden", "the picture is too unlike the golden one to be aligned"),
                    Form.of(
                            "littleOfGolden",
                            "only (.*) % of what the golden picture shows is in the picture, at least (.*) % is needed"),
                    Form.of("goldenSize", "expected (.*) px as the golden picture is, found (.*) px: teach it again"),
                    Form.of("calibratedOn", "calibrated on pictures of (.*) px, this one is (.*)"),
                    Form.of("strange", "strange by (.*), at most (.*)"),
                    Form.of("someGood", "(\\d+) of (\\d+) good, at least (\\d+) wanted: not (.*)"),
                    Form.of("notKnownOf", "not known of (.*)"),
                    Form.of("dividesByZero", "the formula divides by zero"),
                    Form.of("afterMissing", "not looked for, since (.*) was not found"),
                    Form.of("afterCalibration", "not measured, since the calibration could not be used"),
                    Form.of("timeOver", "not looked for, since the time of the part was over"),
                    Form.of("tookLonger", "took longer than (\\d+) ms"),
                    Form.of("nothingCounts", "nothing was found that counts"),
                    Form.of("beyond", "its region reaches beyond the picture: to (.*) in a picture of (.*)"),
                    Form.of("itsTimeOver", "its time is over"),
                    Form.of("noTimeForText", "no time to read the text"),
                    Form.of("programNotReady", "its program is not ready yet.*"),
                    Form.of("programNotRunning", "its program does not run: (.*)"),
                    Form.of("programFailed", "its program failed: (.*)"),
                    Form.of("noTools", "the job has no tools"),
                    Form.of("noToolCounts", "no tool of the job counts"),
                    Form.of("broke", "the inspection broke"),
                    Form.of("wasNotMeasured", "(.*) was not measured"),
                    Form.of("wasNotFound", "(.*) was not found"),
                    Form.of("couldNotBeJudged", "(.*) could not be judged"),
                    Form.of("nothingFound", "nothing found"),
                    Form.of("noneFound", "no (.*) found"),
                    Form.of("notExpected", "(.*), expected (.*)")));

    private Reasons() {}

    /** In the language of the window, as far as it is known. */
    public static String told(String english) {
        return english.length() > LONGEST ? english : known(english);
    }

    private static String known(String english) {
        return OF_VALUES
                .of(english)
                .or(() -> notFound(english))
                .or(() -> ofOneTool(english))
                .or(() -> ofTool(english))
                .orElse(english);
    }

    /** A figure with its unit, where that is a word. */
    static String figure(String english) {
        Matcher figure = FIGURE.matcher(english);
        return figure.matches() ? figure.group(1) + " " + Units.word(figure.group(2)) : english;
    }

    private static Optional<String> notFound(String english) {
        int at = english.indexOf(NOT_FOUND);
        return at <= 0
                ? Optional.empty()
                : Optional.of(
                        word("notFound", english.substring(0, at), told(english.substring(at + NOT_FOUND.length()))));
    }

    /** The title of a tool is the technician's, and may hold what stands between it and the reason, too. */
    private static Optional<String> ofOneTool(String english) {
        for (int at = english.indexOf(OF); at > 0; at = english.indexOf(OF, at + 1)) {
            Optional<String> why = ofTool(english.substring(at + OF.length()));
            if (why.isPresent()) {
                return Optional.of(word("ofTool", english.substring(0, at), why.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofTool(String english) {
        return OF_PHRASES.of(english).or(() -> OF_NAMES.of(english));
    }

    private static String word(String key, Object... parts) {
        return LookWords.text("reason." + key, parts);
    }

    private static String part(String english) {
        return PARTS.of(english).orElseGet(() -> figure(english));
    }
}
