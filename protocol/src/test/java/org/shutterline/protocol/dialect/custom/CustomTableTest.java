package org.shutterline.protocol.dialect.custom;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;

/** What is wrong in a table is told with its row and what was expected there. */
class CustomTableTest {
    private static final Map<String, Object> GOOD = Map.of("in", "T", "do", "trigger", "result", "{judgement}");

    private static Arguments row(String where, String expected, Object... pairs) {
        return Arguments.of(where, expected, List.of(GOOD, of(pairs)), Map.of());
    }

    private static Arguments setting(String where, String expected, Object... pairs) {
        return Arguments.of(where, expected, List.of(GOOD), of(pairs));
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                row("test.rows[1].when", "no such setting, expected one of in, regex", "in", "A", "when", "x"),
                row("test.rows[1].do", "missing", "in", "A", "result", "x"),
                row("test.rows[1].do", "expected one of trigger, last", "in", "A", "do", "fly", "result", "x"),
                row("test.rows[1].in", "either a text or a regular", "do", "say", "result", "x"),
                row("test.rows[1].in", "either a text", "in", "A", "regex", "A", "do", "say", "result", "x"),
                row("test.rows[1].in", "blank", "in", " ", "do", "say", "result", "x"),
                row("test.rows[1].in", "a text between two parts", "in", "A{part}{x}", "do", "trigger", "result", "x"),
                row("test.rows[1].in", "each once", "in", "A{part},{part}", "do", "trigger", "result", "x"),
                row("test.rows[1].in", "expected {name}", "in", "A{part", "do", "trigger", "result", "x"),
                row("test.rows[1].in", "expected }} for a brace", "in", "A}", "do", "trigger", "result", "x"),
                row(
                        "test.rows[1].in",
                        "no part named 'judgement'",
                        "in",
                        "A{judgement}",
                        "do",
                        "trigger",
                        "result",
                        "x"),
                row("test.rows[1].in", "no part named 'part'", "in", "A{part}", "do", "say", "result", "x"),
                row("test.rows[1].regex", "expected a regular expression", "regex", "(", "do", "say", "result", "x"),
                row("test.rows[1].do", "expected {job} in the line", "in", "A", "do", "change-job", "result", "x"),
                row(
                        "test.rows[1].job",
                        "expected nothing",
                        "in",
                        "A{job}",
                        "do",
                        "change-job",
                        "job",
                        "b",
                        "result",
                        "x"),
                row("test.rows[1].job", "expected nothing", "in", "A", "do", "say", "job", "b", "result", "x"),
                row("test.rows[1].result", "missing, expected what is answered", "in", "A", "do", "trigger"),
                row("test.rows[1].result", "found '{value:}'", "in", "A", "do", "trigger", "result", "{value:}"),
                row("test.rows[1].result", "expected one of {id}", "in", "A", "do", "trigger", "result", "{color}"),
                row("test.rows[1].result", "{name|width}", "in", "A", "do", "trigger", "result", "{id|wide}"),
                row("test.rows[1].result", "no control", "in", "A", "do", "say", "result", "a\nb"),
                row("test.rows[1].accepted", "only where a trigger", "in", "A", "do", "say", "accepted", "x"),
                row(
                        "test.rows[1].accepted",
                        "found '{judgement}'",
                        "in",
                        "A",
                        "do",
                        "trigger",
                        "accepted",
                        "{judgement}"),
                row(
                        "test.rows[1].accepted",
                        "instead of the word for OK",
                        "in",
                        "A",
                        "do",
                        "trigger",
                        "accepted",
                        "OK"),
                row(
                        "test.rows[1].result",
                        "instead of the word for OK",
                        "in",
                        "A",
                        "do",
                        "trigger",
                        "result",
                        "OK {id}"),
                row(
                        "test.rows[1].result",
                        "room for every judgement",
                        "in",
                        "A",
                        "do",
                        "last",
                        "result",
                        "{judgement|2}"),
                row(
                        "test.rows[1].refused",
                        "instead of the word",
                        "in",
                        "A",
                        "do",
                        "say",
                        "result",
                        "x",
                        "refused",
                        "OK"),
                row("test.rows[1].refused", "what is said", "in", "A", "do", "say", "result", "x", "refused", ""),
                row("test.rows[1]", "row [0] takes 'T'", "in", "T", "do", "say", "result", "x"),
                setting("test.refused", "expected one of {code}, {text}, found '{id}'", "refused", "{id}"),
                setting("test.pushed", "instead of the word for OK", "pushed", "OK"),
                setting("test.rows", "instead of the word for OK", "resultPrefix", "OK "),
                setting("test.rows", "instead of the word for OK", "resultFields", List.of("text:OK")),
                setting("test.rows", "not blank", "okWord", ""),
                setting("test.okWord", "another word than ngWord", "okWord", "NG"),
                setting("test.rows", "a list of rows", "rows", List.of()),
                setting("test.rows", "a list of rows", "rows", List.of("T")));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String where, String expected, List<Map<String, Object>> rows, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("rows", rows));
        settings.putAll(more);
        CustomDialect dialect = new CustomDialect();
        assertThatThrownBy(() -> dialect.server(Options.checked("test", settings, dialect.settings()), Role.ADMIN))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith(where + ": ")
                .hasMessageContaining(expected);
    }
}
