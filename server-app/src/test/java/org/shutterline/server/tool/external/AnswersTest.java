package org.shutterline.server.tool.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.spi.program.JsonLine;

/** What a program may answer, and what is made of it. */
final class AnswersTest {
    private static final Answers ANSWERS =
            new Answers(List.of(new Output("width", "mm", 2), new Output("text", "", 0)));

    @Test
    void takesTheDeclaredValuesAndPassesOthersOver() throws Exception {
        Finding found = read("{'verdict': 'OK', 'values': {'width': 3, 'text': 'a\\u0007b', 'other': [1]}}");
        assertThat(found.values()).isEqualTo(Map.of("width", 3.0, "text", "a b", "verdict", "OK", "reason", ""));
        assertThat(found.wrong()).isEmpty();
        assertThat(found.unknown()).isEmpty();
    }

    @Test
    void tellsWhyItIsNotGood() throws Exception {
        assertThat(read("{'verdict': 'NG', 'reason': 'too wide'}").wrong()).contains("too wide");
        assertThat(read("{'verdict': 'NG'}").wrong()).contains("the program says NG");
    }

    @Test
    void keepsTheValuesOfWhatItCannotJudge() throws Exception {
        Finding found = read("{'verdict': 'UNKNOWN', 'reason': 'too dark', 'values': {'width': 1.5}}");
        assertThat(found.unknown()).contains("too dark");
        assertThat(found.values()).containsEntry("width", 1.5);
    }

    @Test
    void drawsWhereTheViewLies() throws Exception {
        Finding found = read("{'verdict': 'OK', 'marks': [{'kind': 'circle', 'points': [[1, 2], [3.5, 2]]}]}");
        assertThat(found.marks())
                .endsWith(new Mark(Overlay.Kind.CIRCLE, List.of(new Point(11, 22), new Point(13.5, 22))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                                                       | a verdict
                    {'verdict': 'ok'}                                                        | a verdict
                    {'verdict': null}                                                        | a verdict
                    {'verdict': 'OK', 'reason': 5}                                           | for reason
                    {'verdict': 'OK', 'values': []}                                          | values
                    {'verdict': 'OK', 'values': {'width': NaN}}                              | a finite number for width
                    {'verdict': 'OK', 'values': {'width': 1e999}}                            | a finite number for width
                    {'verdict': 'OK', 'values': {'width': [1]}}                              | a text
                    {'verdict': 'OK', 'marks': 5}                                            | a list
                    {'verdict': 'OK', 'marks': [5]}                                          | marks
                    {'verdict': 'OK', 'marks': [{'kind': 'sun', 'points': [[1, 2]]}]}        | kind
                    {'verdict': 'OK', 'marks': [{'kind': 'cross', 'points': []}]}            | points
                    {'verdict': 'OK', 'marks': [{'kind': 'circle', 'points': [[1, 2]]}]}     | two points
                    {'verdict': 'OK', 'marks': [{'kind': 'cross', 'points': [[1]]}]}         | points
                    {'verdict': 'OK', 'marks': [{'kind': 'cross', 'points': [[1, Infinity]]}]} | a finite number
                    """)
    void refusesWhatIsNotAsAgreed(String answer, String expected) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("not as agreed")
                .hasMessageContaining(expected);
    }

    private static Finding read(String json) throws Exception {
        Map<String, Object> answer = JsonLine.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        try (TestScene scene = TestScene.blank(100, 100, 5);
                View view = scene.look(Optional.of(Region.upright(10, 20, 30, 40)))) {
            return ANSWERS.read(answer, view);
        }
    }
}
