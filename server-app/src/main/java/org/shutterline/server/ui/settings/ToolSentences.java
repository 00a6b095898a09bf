package org.shutterline.server.ui.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.look.Retelling;
import org.shutterline.look.Retelling.Form;
import org.shutterline.server.ui.UiWords;

/** What tools and the reader of jobs say of what cannot be used, as forms. A key in them is told by the label that it has on the screen. */
final class ToolSentences {
    /** Keys whose label is another tool's too, or stands elsewhere. */
    private static final Map<String, String> LABELS = Map.of(
            "low", "retold.key.low",
            "high", "retold.key.high",
            "warnLow", "retold.key.warnLow",
            "warnHigh", "retold.key.warnHigh",
            "mode", "setting.code.mode");

    /** What a model is refused for, behind its name. */
    private static final Retelling OF_MODELS = new Retelling(
            ToolSentences::word,
            List.of(
                    known("model.large", "is too large: (.*) MB, expected at most (.*) MB"),
                    known("model.damaged", "cannot be read: it is damaged or no ONNX model \\((.*)\\)"),
                    known("model.levels", "takes levels of 0 to 255, expected no mean and no deviation"),
                    known("model.noOutput", "has no output (.*), expected one of (.*)"),
                    known("model.noFloats", "gives no float numbers at its output (.*)"),
                    known("model.numbers", "gives (.*), more than (.*) numbers"),
                    known("model.run", "cannot be run \\((.*)\\)"),
                    known("model.endless", "did not come to an end with one grey picture within (.*) ms"),
                    known("model.score", "gives (.*), expected one score, or a map of scores .*"),
                    known("model.classes", "gives (.*), expected one number for each class"),
                    known("model.boxes", "gives (.*), expected boxes as .*"),
                    known("model.inputs", "has (\\d+) inputs \\((.*)\\), expected one picture"),
                    known("model.noPicture", "takes no picture of float or uint8 numbers"),
                    known("model.takes", "takes (.*), expected one picture as .*"),
                    known("model.largePictures", "takes pictures of (.*) px, expected at most (.*)")));

    private static final Retelling OF_MODELS_KEYED = new Retelling(
            ToolSentences::word,
            ToolSentences::label,
            List.of(
                    known("model.outputs", "has (\\d+) outputs, expected one of (.*) to be named with '(output)'"),
                    known(
                            "model.anySize",
                            "takes pictures of any size, expected (inputWidthPx) and (inputHeightPx) to choose one"),
                    known("model.otherSize", "takes (.*), not the size of (inputWidthPx) and (inputHeightPx)")));

    private static final Retelling KEYED = new Retelling(
            ToolSentences::word,
            ToolSentences::label,
            List.of(
                    known("limitOrder", "(\\w+) is (\\S+) and (\\w+) (\\S+), expected \\w+ not above \\w+"),
                    known("atMostTools", "expected at most (\\d+), as many as there are tools"),
                    known("atMostSetting", "expected at most (\\w+)"),
                    known("eitherText", "expected either this or an (expected) text, not both"),
                    known("eitherSetting", "expected either this or (\\w+), not both"),
                    known("bothSettings", "expected both (\\w+) and (\\w+), or neither"),
                    known("outermost", "(outermost) is of pairs, expected (first), (last) or (strongest)"),
                    known("modeAll", "expected (mode): (all) with a count of more than one")));

    private static final Retelling NESTED = new Retelling(
            ToolSentences::word,
            ToolSentences::nested,
            List.of(
                    known("formula", "at character (\\d+): expected (.*), found (.*)"),
                    known("model", "the model (.+?) ((?:is|has|takes|gives|cannot|did) .*)")));

    private static final Retelling PLAIN = new Retelling(
            ToolSentences::word,
            List.of(
                    known("earlierNone", "expected the id of an earlier tool, of which there is none, found '(.*)'"),
                    known("earlierOneOf", "expected the id of an earlier tool, one of (.*), found '(.*)'"),
                    known(
                            "fixtureNone",
                            "expected the id of an earlier tool that finds how the part lies, of which there is none, found '(.*)'"),
                    known(
                            "fixtureOneOf",
                            "expected the id of an earlier tool that finds how the part lies: (.*), found '(.*)'"),
                    known("noOutput", "tool (.*) has no output '(.*)', expected one of (.*)"),
                    known(
                            "beforeCalibration",
                            "(\\S+) is in px, since (\\S+) runs before the calibration; expected a tool that runs after it"),
                    known(
                            "isolatedOthers",
                            "expected false for a tool that takes something from other tools, here (.*): a worker sees the picture alone"),
                    known("isolatedCalibrates", "expected false for a tool that calibrates: .*"),
                    known("isolatedMm", "expected false for a tool that measures in mm: (\\S+) is in mm .*"),
                    known("twice", "'(.*)' is there twice, expected different ids"),
                    known("noTool", "no \\w+ with the id '(.*)', expected one of (.*)"),
                    known("noSetting", "no such setting, expected one of (.*)"),
                    known("regexBut", "expected a regular expression, but: (.*) at character (\\d+)"),
                    known("notCalibrated", "not calibrated yet, expected .*, or teach it from a known length"),
                    known("notTaughtBoard", "not calibrated yet, expected to be taught from a chessboard"),
                    known("noGolden", "no golden picture yet: .*"),
                    known("nothingLeft", "nothing is left of it to look at"),
                    known("pictureSize", "expected a picture as large as the golden one, (.*), found (.*)"),
                    known("pictureBut", "expected a picture, but of (.*?): (.*)"),
                    known("landmarks", "expected a picture with more to hold on to: a few crisp things that stay"),
                    known("labelsLarge", "expected a text of one label a line, (.*) is too large for that"),
                    known("labelsUnread", "expected a text of one label a line, (.*) cannot be read"),
                    known("classes", "the model knows (.*) classes, found (.*) labels"),
                    known("labelsEmpty", "expected labels that are not empty"),
                    known("notZero", "expected numbers that are not 0"),
                    known("dateFormat", "expected a format of a date such as (.*), (.*) or (.*), found '(.*)'"),
                    known("notStarted", "expected a program that can be started, found (.*?): (.*)"),
                    known("noFile", "expected the name of a file in (?:the folder .*|the job's folder), found '(.*)'"),
                    known("notSaved", "the file '(.*)' is not saved yet"),
                    known("notAside", "the file '(.*)' cannot be put aside: (.*)"),
                    known("fileName", "a file of it cannot be called '(.*)'"),
                    known("setUpLate", "expected to be set up within (.*), and did not come back"),
                    known("setUpLeft", "expected to be set up, and nobody waited for it any more"),
                    known("workerMakes", "expected that its worker process makes the tool, but (.*)"),
                    known("workerStarts", "expected that a worker process can be started: (.*)"),
                    known("noTextLibrary", "the library that reads text is missing for this machine \\((.*)\\)"),
                    known("textDataUnusable", "the trained data of the text reader cannot be used"),
                    known("textDataMissing", "the trained data of the text reader is missing"),
                    known("noModelLibrary", "the library for learned models is missing for this machine \\((.*)\\)")));

    /** What may stand somewhere, the special before the general. */
    static final List<Form> PHRASES = List.of(
            known("region", "\\{x, y, width, height}.*"),
            known("aRectangle", "a rectangle"),
            known("toolId", "the id of an earlier tool"),
            known("toolIds", "a list of the ids of earlier tools"),
            known("grey", "a grey from (\\d+) to (\\d+), otsu or local"),
            known("shortRegex", "a regular expression of at most (\\d+) characters"),
            known("labColour", "a colour \\[L, a, b].*"),
            known("group", "a group of keys and values"),
            known("numbers", "a list of (\\d+) numbers"),
            known("oneOrThree", "a list of one number or of three"),
            known("ownValues", "a list of different values .*"),
            known("classNames", "a list of labels"),
            known("codeKinds", "a list of (.*) \\(microqr cannot be read\\)"),
            known("command", "a list of texts, the program and its arguments"),
            known("texts", "a list of texts"),
            known("operator", "an operator \\+ - \\* / or the end"),
            known("fewerTerms", "no more than (\\d+) terms"),
            known("fewerBrackets", "fewer brackets and signs"),
            known("bracket", "'\\)'"),
            known("term", "a number, a value such as holeA\\.diameter, or '\\('"),
            known("theEnd", "the end"));

    private ToolSentences() {}

    static Form known(String key, String english) {
        return Form.of(key, english);
    }

    private static String word(String key, Object... parts) {
        return UiWords.text("retold." + key, parts);
    }

    /** Empty if no tool of ours says so. */
    static Optional<String> of(String said) {
        return KEYED.of(said).or(() -> NESTED.of(said)).or(() -> PLAIN.of(said));
    }

    private static String nested(String part) {
        return OF_MODELS_KEYED.of(part).or(() -> OF_MODELS.of(part)).orElseGet(() -> Retold.phrase(part));
    }

    /** As the screen calls a setting or a choice of this key. */
    private static String label(String part) {
        String key = LABELS.getOrDefault(part, "setting." + part);
        return ToolWords.word(key).or(() -> ToolWords.word("choice." + part)).orElse(part);
    }
}
