package org.shutterline.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.plugin.BadSetting;

class YamlTextTest {
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "yes",
            "No",
            "null",
            "~",
            "5",
            "5.0",
            "1e3",
            "0x1F",
            "1_000",
            "12:30:00",
            "2026-03-04",
            "a: b",
            "a #b",
            "#",
            "- a",
            "*a",
            "&a",
            "!a",
            "%",
            "@",
            "`",
            "'",
            "\"",
            "\\",
            "[a]",
            "{a}",
            "a,b",
            "?",
            "? a",
            ":",
            "a:",
            "\t",
            "\n",
            "a\nb",
            "\r",
            "\u0000",
            "\u0085",
            "\u2028",
            "\ufeff",
            "größe",
            "孔",
            "😀",
            "a ",
            " a",
            "...",
            "---",
            ".5",
            ".inf",
            ".nan",
            "+1",
            "-",
            "|",
            ">",
            "<<",
            "=",
            "holeA.diameter",
            "^[A-Z]{2}\\d+$",
            "true",
            "on",
            "y",
            "a  b",
            "x".repeat(300));

    @Test
    void readsBackEqualWhateverItHolds() {
        Random random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            Map<String, Object> tree = map(random, 4);
            byte[] text = YamlText.of(tree).getBytes(StandardCharsets.UTF_8);
            assertThat(YamlFile.parse(text, "test"))
                    .as(new String(text, StandardCharsets.UTF_8))
                    .isEqualTo(tree);
        }
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            map.put(word(random), value(random, depth - 1));
        }
        return map;
    }

    private static Object value(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0:
                return random.nextInt();
            case 1:
                return random.nextInt(10);
            case 2:
                return random.nextLong() | 1L << 40;
            case 3:
                return new double[] {random.nextGaussian(), 5.0, 1e-9, 1e300, -0.0, 0.1, 6.10, 1e7}[random.nextInt(8)];
            case 4:
                return random.nextBoolean();
            case 7:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                return list;
            case 8:
                return map(random, depth);
            default:
                return word(random);
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    @Test
    void writesShortGroupsInOneLine() {
        String text = """
                tools:
                  - id: holeA
                    tool: blobs
                    title: hole A
                    settings: {region: {x: 181, y: 237, width: 210, height: 220}, threshold: 90, polarity: dark}
                    limits: {diameter: {low: 156.8, high: 163.2}}
                  - {id: light, tool: brightness}
                outputs:
                  - {name: hole A, value: holeA.diameter, decimals: 2}
                """;
        assertThat(YamlText.of(YamlFile.parse(text.getBytes(StandardCharsets.UTF_8), "test")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1, 1]\nb: *x",
                "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
                "a: &a {<<: *a}",
                "a: 1\n---\nb: 2",
                "a: !!binary aGFsbG8=",
                "a: 1\na: 2",
                "- a",
                "a: [1",
                "a:\n\t- b",
                "just a text"
            })
    void takesNoYamlThatIsMoreThanItLooks(String yaml) {
        assertThatThrownBy(() -> YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8), "jobs/plate.yaml"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("jobs/plate.yaml");
    }

    @Test
    void aRefusalWritesOutWhatCannotBeSeen() {
        assertThatThrownBy(() -> YamlFile.parse("\0npic: *".getBytes(StandardCharsets.UTF_8), "settings.yaml"))
                .isInstanceOf(BadSetting.class)
                .hasMessageNotContaining("\0");
        assertThat(new BadSetting("jobs/a.yaml", "expected a name, found '\u001b[2J\nERROR'"))
                .hasMessage("jobs/a.yaml: expected a name, found '\\u001b[2J\\u000aERROR'");
    }

    @Test
    void takesNeitherBottomlessNorHugeYaml() {
        for (String deep : List.of("[", "{a: ", "- ", "? ")) {
            assertThatThrownBy(() ->
                            YamlFile.parse(("a: \n  " + deep.repeat(50_000)).getBytes(StandardCharsets.UTF_8), "x"))
                    .isInstanceOf(BadSetting.class);
        }
        assertThatThrownBy(() -> YamlFile.parse(new byte[YamlFile.MOST_BYTES + 1], "x"))
                .hasMessageContaining("larger than 1 MiB");
        assertThatThrownBy(() -> YamlFile.parse(new byte[] {'a', ':', (byte) 0xff}, "x"))
                .hasMessageContaining("UTF-8");
    }
}
