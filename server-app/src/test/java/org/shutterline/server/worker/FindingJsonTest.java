package org.shutterline.server.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.program.JsonLine;

final class FindingJsonTest {
    private static final List<Mark> MARKS = List.of(
            new Mark(Overlay.Kind.REGION, List.of(new Point(0, 0), new Point(1 / 3.0, 5), new Point(7, 1e-7))),
            new Mark(Overlay.Kind.CROSS, List.of(new Point(-4, Math.PI))));

    @Test
    void keepsEveryDigitAndType() throws Exception {
        same(Finding.of(Map.of("a", 0.1 + 0.2, "b", 3.0, "c", "\u00e4\n,", "d", true, "e", Double.MIN_VALUE), MARKS));
    }

    @Test
    void keepsWhyItIsNotOk() throws Exception {
        same(Finding.missing("no edge", MARKS));
        same(Finding.unknown("too dark", Map.of("mean", 3.5), MARKS));
        same(Finding.of(Map.of("text", "A"), MARKS).wrong("A, expected B").expecting(Map.of("text", "B")));
    }

    @Test
    void keepsThePose() throws Exception {
        same(Finding.of(Map.of(), List.of()).at(Pose.of(new Point(3, 4), new Point(10, 20), 33.3, 1.01)));
    }

    @Test
    void tellsFailures() {
        assertThatThrownBy(() -> FindingJson.read(FindingJson.failed(1, "its time is over")))
                .isInstanceOf(ToolException.class)
                .hasMessage("its time is over");
    }

    @Test
    void refusesWhatIsNoFinding() {
        List<Map<String, Object>> odd = Arrays.asList(
                Map.of("values", 1, "marks", List.of(), "expected", Map.of()),
                Map.of("values", Map.of(), "marks", List.of(Map.of("kind", "SUN", "points", List.of()))),
                Map.of("values", Map.of(), "marks", List.of(), "expected", Map.of(), "pose", List.of(1)));
        for (Map<String, Object> json : odd) {
            assertThatThrownBy(() -> FindingJson.read(json)).isInstanceOf(ToolException.class);
        }
        assertThatThrownBy(() -> FindingJson.read(Map.of())).isInstanceOf(ToolException.class);
    }

    private static void same(Finding finding) throws Exception {
        byte[] line = JsonLine.write(FindingJson.write(7, finding));
        Map<String, Object> read = JsonLine.read(line);
        assertThat(read).containsEntry("picture", 7);
        assertThat(FindingJson.read(read)).isEqualTo(finding);
    }
}
