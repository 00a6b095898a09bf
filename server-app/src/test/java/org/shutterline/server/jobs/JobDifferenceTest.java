package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobDifferenceTest {
    private static final String JOB = """
            tools:
              - id: holeA
                tool: blobs
                title: hole A
                settings: {region: {x: 10, y: 20, width: 30, height: 40}, threshold: 90}
                limits: {diameter: {low: 4.9, high: 5.1}}
              - id: light
                tool: brightness
                settings: {region: {centreX: 50, centreY: 50, radius: 9}}
            outputs:
              - {name: grey, value: light.mean}
              - {value: holeA.diameter, decimals: 2}
            """;

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    high: 5.1          | high: 5.12                | hole A: high limit of diameter 5.10 → 5.12
                    low: 4.9, high     | high                      | hole A: low limit of diameter 4.9 removed
                    high: 5.1          | high: 5.1, warnHigh: 5    | hole A: high warning of diameter 5 added
                    x: 10              | x: 11                     | hole A: region moved
                    height: 40         | height: 40, angle: 5      | hole A: region turned
                    height: 40         | height: 41                | hole A: region of another size
                    radius: 9          | innerRadius: 8, outerRadius: 9 | light: region of another shape
                    threshold: 90      | threshold: 91             | hole A: threshold 90 → 91
                    , threshold: 90    |                           | hole A: threshold 90 removed
                    threshold: 90      | threshold: 90, polarity: dark | hole A: polarity set to dark
                    title: hole A      | title: the hole           | the hole: title hole A → the hole
                    tool: blobs        | tool: edges               | hole A: kind of tool blobs → edges
                    title: hole A      | {title: hole A, timeLimitMs: 9} | hole A: time limit (ms) set to 9
                    grey               | gray                      | output gray added (light.mean)
                    light.mean         | light.clipped             | output grey: {value: light.mean} → {value: light.clipped}
                    decimals: 2        | decimals: 3               | output holeA.diameter: {value: holeA.diameter, decimals: 2} → {value: holeA.diameter, decimals: 3}
                    """)
    void saysWhatDiffers(String what, String instead, String said) {
        String with = instead == null
                ? ""
                : instead.replace("{title: hole A, ", "title: hole A\n    ").replace("9}", "9");
        String changed = JOB.replace(what, with);
        assertThat(changed).isNotEqualTo(JOB);
        assertThat(words(content(JOB), content(changed))).contains(said);
    }

    @Test
    void saysThatNothingDiffersOfTheSameContent() {
        assertThat(words(
                        content(JOB),
                        content("# remark\n" + JOB.replace("5.1}", "5.10}")).named("other")))
                .isEmpty();
    }

    @Test
    void tellsToolsThatCameWentAndMoved() {
        JobContent one = content("tools: [{id: a, tool: x}, {id: b, tool: y}, {id: c, tool: z}]");
        JobContent two = content("tools: [{id: c, tool: z}, {id: a, tool: x}, {id: d, tool: w, title: the new}]");
        assertThat(words(one, two))
                .containsExactly("tool the new added (w)", "tool b removed (y)", "tools in another order: c, a, d");
        JobContent renamed = content("tools: [{id: a, tool: x}, {id: bb, tool: y}, {id: c, tool: z}]");
        assertThat(words(one, renamed)).containsExactly("tool bb: its id b → bb");
    }

    @Test
    void tellsFilesThatCameWentAndWereReplaced() {
        JobContent one = content(JOB).withFile("a.png", Jobs.file("1")).withFile("b.png", Jobs.file("2"));
        JobContent two = content(JOB).withFile("b.png", Jobs.file("3")).withFile("c.png", Jobs.file("4"));
        assertThat(words(one, two)).containsExactly("b.png replaced", "c.png added", "a.png removed");
    }

    @Test
    void alwaysSaysSomethingWhenIdsDiffer() {
        JobContent two = content(JOB.replace("outputs:", "outputs:\n  - {name: grey, value: light.mean}"));
        assertThat(words(content(JOB), two)).isNotEmpty();
        assertThat(words(content("tools: []"), content("tools: 5"))).isNotEmpty();
        assertThat(words(content("tools: []"), content("tools: []\nextra: {a: [1]}")))
                .containsExactly("extra set to {a: [1]}");
    }

    @Test
    void namesToolAndKeyForTheWindow() {
        JobChange change = JobDifference.between(content(JOB), content(JOB.replace("5.1}", "5.12}")))
                .changes()
                .get(0);
        assertThat(change)
                .isEqualTo(new JobChange(
                        JobChange.Kind.LIMIT_CHANGED, "holeA", "hole A", "limits.diameter.high", "5.10", "5.12"));
    }

    @ParameterizedTest
    @EnumSource(JobChange.Kind.class)
    void hasWordsForEveryKindOfChangeInEveryLanguage(JobChange.Kind kind) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.CHINESE)) {
            for (String tool : List.of("", "hole A")) {
                JobChange change = new JobChange(kind, tool, tool, "key", "1", "2");
                assertThat(new JobDifference(List.of(change)).words(language).get(0))
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void everyLanguageHasEveryWordWithTheSamePlaces(String suffix) throws IOException {
        Properties english = properties("");
        Properties other = properties(suffix);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties properties(String suffix) throws IOException {
        Properties words = new Properties();
        try (var stream = JobDifference.class.getResourceAsStream("messages" + suffix + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static List<String> words(JobContent one, JobContent two) {
        return JobDifference.between(one, two).words(Locale.ENGLISH);
    }

    private static JobContent content(String yaml) {
        return JobContent.of("plate", Jobs.tree(yaml), Map.of());
    }
}
