package org.shutterline.server.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.server.settings.StepSettings;
import org.shutterline.server.spi.InspectionToolFactory;

/** Whatever keeps a tool from being used is said in the language of the window. */
final class ToolSentencesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/shutterline/server");
    private static final List<String> PLACES = List.of(
            "tool",
            "settings/JobReader.java",
            "settings/References.java",
            "jobs/JobContent.java",
            "station/SetUp.java",
            "worker/IsolatedKind.java",
            "worker/WorkerLoop.java");
    /** Where a sentence begins; what stands before it in the brackets is the place that it is about. */
    private static final Pattern SAID =
            Pattern.compile("\\b(?:new BadSetting|refused|new Foreign|new BadFormula|expected)\\(");

    /** Of these all words come from elsewhere in these sources. */
    private static final List<String> PUT_TOGETHER =
            List.of("the model 7 7", "expected 7", "at character 7: expected 7, found 7");

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void asItWas() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    /** Each that stands in the sources, with 7 for what is put into it. */
    static List<String> sentences() throws IOException {
        List<String> found = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(place))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String source = Files.readString(file);
                    Matcher said = SAID.matcher(source);
                    while (said.find()) {
                        Written written = new Written(source, said.end());
                        String sentence = written.sentence();
                        if (written.hasWords()) {
                            found.add(whole(behind(said.group(), sentence)));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String behind(String call, String sentence) {
        if (call.startsWith("refused") || call.startsWith("new Foreign")) {
            return "the model 7 " + sentence;
        }
        return call.startsWith("expected") ? "at character 7: expected " + sentence + ", found the end" : sentence;
    }

    /** With a word where more than a name or a number is put in. */
    private static String whole(String sentence) {
        return sentence.replaceFirst("^7(?=takes|calibrates|measures)", "expected false for a tool that ")
                .replace("how the part lies7", "how the part lies: 7")
                .replace("an earlier tool, 7", "an earlier tool, one of 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void everyOneInTheSourcesHasAForm(String language) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));

        Stream<String> told = sentences().stream().filter(said -> !PUT_TOGETHER.contains(said));
        assertThat(told).hasSizeGreaterThan(60).allSatisfy(said -> {
            String words = Retold.trouble(said);
            assertThat(words).isNotEqualTo(said);
            assertThat(words.toLowerCase(Locale.ROOT)).doesNotContain("expected", "found", " of ", "tool", "{");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void whatEverySettingOfAToolExpectsIsSaidInTheLanguageOfTheWindow(String language) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));

        assertThat(Catalog.installed("tool", InspectionToolFactory.class).all().stream()
                        .flatMap(kind -> kind.settings().stream())
                        .map(setting -> setting.expected()))
                .isNotEmpty()
                .allSatisfy(expected -> assertThat(Retold.phrase(expected))
                        .isNotEqualTo(expected)
                        .doesNotContain(" of ", "list", "number"));
        assertThat(Retold.phrase(StepSettings.LOW.expected())).isNotEqualTo(StepSettings.LOW.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "low is 5.0 and high 4.0, expected low not above high"
                        + "|\u201euntere Grenze\u201c ist 5.0 und \u201eobere Grenze\u201c 4.0; das erste darf nicht \u00fcber dem zweiten liegen",
                "expected at most maxAreaPx | H\u00f6chstens so viel wie \u201eGr\u00f6\u00dfte Fl\u00e4che\u201c",
                "expected the id of an earlier tool, one of blobs, blobs2, found \"holeA\""
                        + "|Keine fr\u00fchere Pr\u00fcfung hat die Kennung \u201eholeA\u201c. Es gibt blobs, blobs2",
                "expected the id of an earlier tool, of which there is none, found \"holeA\""
                        + "|Davor steht keine Pr\u00fcfung, also auch keine mit der Kennung \u201eholeA\u201c",
                "expected the id of an earlier tool that finds how the part lies, of which there is none, found \"a\""
                        + "|Mit \u201ea\u201c kann sie sich nicht bewegen: Keine fr\u00fchere Pr\u00fcfung findet die Lage des Teils",
                "the model a b.onnx has 2 outputs, expected one of boxes, output to be named with \"output\""
                        + "|Das Modell a b.onnx hat 2 Ausg\u00e4nge: Nennen Sie bei \u201eModellausgang\u201c einen von boxes, output",
                "at character 3: expected an operator + - * / or the end, found \"diameter\""
                        + "|Bei Zeichen 3: Erwartet wird ein Rechenzeichen + - * / oder das Ende; gefunden: \"diameter\"",
                "expected mode: all with a count of more than one"
                        + "|Mehr als eines braucht \u201eLiest\u201c: \u201eAlle\u201c"
            })
    void keysAreToldByTheirLabels(String said, String german) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertThat(Retold.trouble(said.replace('"', '\''))).isEqualTo(german.replace('"', '\''));
    }

    /** What libraries and processes say, which the sources put together elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "the library that reads text is missing for this machine (Linux, riscv)",
                "the trained data of the text reader cannot be used",
                "the trained data of the text reader is missing",
                "the library for learned models is missing for this machine (Linux, riscv)",
                "expected to be set up within 20 s, and did not come back",
                "expected to be set up, and nobody waited for it any more",
                "expected a template that fits into the region, found 90 x 90 px",
                "expected false for a tool that takes something from other tools, here a: a worker sees the picture alone",
                "no such setting, expected one of region, threshold",
                "no tool with the id 'blob', expected one of blobs, circle",
                "missing, expected {x, y, width, height}"
            })
    void soIsWhatIsPutTogether(String said) {
        for (String language : List.of("de", "zh")) {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
            assertThat(Retold.trouble(said)).isNotEqualTo(said).doesNotContain("expected", "missing", "within");
        }
    }

    /** The last argument of a call, as it is put together in a source. */
    private static final class Written {
        private final String source;
        private int at;
        private boolean words;

        Written(String source, int at) {
            this.source = source;
            this.at = at;
        }

        boolean hasWords() {
            return words;
        }

        String sentence() {
            StringBuilder sentence = new StringBuilder();
            boolean put = false;
            for (int depth = 0; depth >= 0; at++) {
                char next = source.charAt(at);
                if (next == '"') {
                    String text = text();
                    if (depth == 0) {
                        sentence.append(put ? "7" : "").append(text);
                        words |= text.contains(" ");
                        put = false;
                    }
                } else if (next == '\'') {
                    at = source.indexOf('\'', at + 2);
                    put = true;
                } else if (next == '(' || next == '[' || next == '{') {
                    depth++;
                    put = true;
                } else if (next == ')' || next == ']' || next == '}') {
                    depth--;
                } else if (next == ',' && depth == 0) {
                    sentence.setLength(0);
                    words = false;
                    put = false;
                } else if (!Character.isWhitespace(next) && next != '+') {
                    put = true;
                }
            }
            return sentence.append(put ? "7" : "").toString();
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            for (at++; source.charAt(at) != '"'; at++) {
                if (source.charAt(at) == '\\') {
                    at++;
                }
                text.append(source.charAt(at));
            }
            return text.toString();
        }
    }
}
