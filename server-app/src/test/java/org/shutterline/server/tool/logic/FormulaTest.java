package org.shutterline.server.tool.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.TestScene;
import org.shutterline.server.spi.ToolException;

class FormulaTest {
    private static final FormulaFactory FACTORY = new FormulaFactory();
    private static final Map<String, Object> VALUES =
            Map.of("holeA.diameter", 12.5, "hole-b.diameter", 10.0, "2nd.x", 3.0, "there.ok", true, "code.text", "A1");

    @ParameterizedTest
    @CsvSource({
        "holeA.diameter - hole-b.diameter, 2.5",
        "holeA.diameter-hole-b.diameter, 2.5",
        "2 * (holeA.diameter + hole-b.diameter) / 9, 5",
        "1 + 2 * 3 - 4 / 2, 5",
        "8 / 4 / 2, 1",
        "-(1 - 2.5) * -2, -3",
        "[2nd.x] * 1e2, 300",
        "there.ok * 7, 7"
    })
    void reckons(String formula, double wanted) throws Exception {
        assertThat(inspect(formula, Map.of()).values()).containsEntry("value", wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 +| at character 4: expected a number, a value such as holeA.diameter, or '(', found the end",
                "(1 + 2| at character 7: expected ')', found the end",
                "holeA.diameter holeB.x| at character 16: expected an operator + - * / or the end, found 'holeB.x'",
                "holeA| at character 1: expected a number",
                "1 + * 2| at character 5: expected a number"
            })
    void saysWhereAFormulaIsWrong(String formula, String why) {
        assertThatThrownBy(() -> create(formula))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.expression")
                .hasMessageContaining(why);
    }

    @Test
    void refusesASumThatIsTooLong() {
        assertThatThrownBy(() -> create("1" + "+1".repeat(100_000)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("500 terms");
    }

    @Test
    void refusesBracketsWithoutEnd() {
        assertThatThrownBy(() -> create("(".repeat(100_000)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("fewer brackets");
    }

    @Test
    void isMissingWhatWasNotMeasured() throws Exception {
        assertThat(inspect("holeC.diameter + 1", Map.of("holeC", Verdict.NG)).missing())
                .contains("holeC.diameter was not measured");
        assertThat(inspect("code.text + 1", Map.of()).missing()).contains("code.text was not measured");
        assertThat(inspect("holeC.diameter + 1", Map.of("holeC", Verdict.UNKNOWN))
                        .unknown())
                .contains("holeC could not be judged");
        assertThat(inspect("1 / (holeA.diameter - 12.5)", Map.of()).unknown()).contains("the formula divides by zero");
    }

    @Test
    void saysWhatItTakesFromOthersAndInWhichUnitItTells() {
        Options options = options(Map.of("expression", "a.x + b.y * a.x", "unit", "mm", "decimals", 1));
        assertThat(FACTORY.refersTo(options)).containsExactly("a.x", "b.y");
        assertThat(FACTORY.outputs(options)).containsExactly(new Output("value", "mm", 1));
    }

    @Test
    void endsWhenItsTimeIsOver() throws Exception {
        try (InspectionTool tool = create("1");
                TestScene scene = TestScene.blank(10, 10, 0);
                TestScene late = scene.withNanosLeft(-1)) {
            assertThatThrownBy(() -> tool.inspect(late)).isInstanceOf(ToolException.class);
        }
    }

    private static Finding inspect(String formula, Map<String, Verdict> verdicts) throws Exception {
        try (InspectionTool tool = create(formula);
                TestScene scene = TestScene.blank(10, 10, 0).after(VALUES, verdicts)) {
            return tool.inspect(scene);
        }
    }

    private static InspectionTool create(String formula) {
        return FACTORY.create(options(Map.of("expression", formula)), (name, place) -> Path.of(name));
    }

    private static Options options(Map<String, Object> raw) {
        return Options.checked("test", raw, FACTORY.settings());
    }
}
