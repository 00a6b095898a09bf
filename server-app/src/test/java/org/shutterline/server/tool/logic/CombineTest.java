package org.shutterline.server.tool.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.TestScene;

class CombineTest {
    private static final CombineFactory FACTORY = new CombineFactory();

    @Test
    void wantsAll() throws Exception {
        assertThat(inspect(Map.of(), "OK", "OK", "OK").wrong()).isEmpty();
        assertThat(inspect(Map.of(), "OK", "OK", "OK").values()).containsEntry("good", 3.0);
        assertThat(inspect(Map.of(), "OK", "NG", "OK").wrong()).contains("2 of 3 good, at least 3 wanted: not b");
        assertThat(inspect(Map.of(), "OK", "NG", "UNKNOWN").wrong()).isPresent();
    }

    @Test
    void wantsOne() throws Exception {
        Map<String, Object> any = Map.of("mode", "any");
        assertThat(inspect(any, "NG", "OK", "UNKNOWN").wrong()).isEmpty();
        assertThat(inspect(any, "NG", "OK", "UNKNOWN").unknown()).isEmpty();
        assertThat(inspect(any, "NG", "NG", "NG").wrong()).contains("0 of 3 good, at least 1 wanted: not a, b, c");
    }

    @Test
    void wantsSoMany() throws Exception {
        Map<String, Object> two = Map.of("mode", "at-least", "count", 2);
        assertThat(inspect(two, "NG", "OK", "OK").wrong()).isEmpty();
        assertThat(inspect(two, "NG", "OK", "UNKNOWN").unknown()).contains("not known of c");
        assertThat(inspect(two, "NG", "NG", "UNKNOWN").wrong()).isPresent();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> create(Map.of("mode", "at-least", "count", 4)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("at most 3");
        assertThatThrownBy(() -> create(Map.of("mode", "at-least")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("count");
        assertThatThrownBy(() -> create(Map.of("of", List.of("a", "a")))).isInstanceOf(BadSetting.class);
    }

    private static Finding inspect(Map<String, Object> changes, String a, String b, String c) throws Exception {
        Map<String, Verdict> verdicts =
                Map.of("a", Verdict.valueOf(a), "b", Verdict.valueOf(b), "c", Verdict.valueOf(c));
        try (InspectionTool tool = create(changes);
                TestScene scene = TestScene.blank(10, 10, 0).after(Map.of(), verdicts)) {
            return tool.inspect(scene);
        }
    }

    private static InspectionTool create(Map<String, Object> changes) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("of", List.of("a", "b", "c"));
        raw.putAll(changes);
        return FACTORY.create(Options.checked("test", raw, FACTORY.settings()), (name, place) -> Path.of(name));
    }
}
