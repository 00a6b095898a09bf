package org.shutterline.server.tool.logic;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

/** Reckons. A yes counts as 1, a no as 0. */
final class Formula implements InspectionTool {
    private final Expression expression;

    Formula(Expression expression) {
        this.expression = expression;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try {
            double value = expression.value(name -> number(scene, name));
            return Double.isFinite(value)
                    ? Finding.of(Map.of(FormulaFactory.VALUE.name(), value), List.of())
                    : Finding.unknown("the formula divides by zero", Map.of(), List.of());
        } catch (MissingValue missing) {
            String tool = missing.name().substring(0, missing.name().indexOf('.'));
            return scene.verdict(tool).filter(Verdict.UNKNOWN::equals).isPresent()
                    ? Finding.unknown(tool + " could not be judged", Map.of(), List.of())
                    : Finding.missing(missing.name() + " was not measured", List.of());
        }
    }

    private static double number(Scene scene, String name) throws MissingValue {
        Object value = scene.value(name).orElseThrow(() -> new MissingValue(name));
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        throw new MissingValue(name);
    }
}
