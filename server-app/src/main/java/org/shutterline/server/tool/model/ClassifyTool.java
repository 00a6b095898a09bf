package org.shutterline.server.tool.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Asks a classifier, and compares its answer with the class that is good. */
final class ClassifyTool implements InspectionTool {
    private final Model model;
    private final ClassifyRule rule;

    ClassifyTool(Model model, ClassifyRule rule) {
        this.model = model;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        try (View view = model.look(scene);
                Canvas canvas = model.canvas(view)) {
            return judged(rule.best(model.run(canvas.picture(), scene)), view.marks());
        }
    }

    private Finding judged(ClassifyRule.Best best, List<Mark> marks) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(ClassifyFactory.CLASS.name(), best.name());
        values.put(ClassifyFactory.SCORE.name(), best.score());
        if (best.score() < rule.minScore()) {
            return Finding.unknown(
                    String.format(
                            Locale.ROOT,
                            "perhaps %s, but only %.2f sure, and at least %.2f is wanted",
                            best.name(),
                            best.score(),
                            rule.minScore()),
                    values,
                    marks);
        }
        Optional<String> expected = rule.expected();
        Finding finding = Finding.of(values, marks)
                .expecting(expected.map(name -> Map.of(ClassifyFactory.CLASS.name(), name))
                        .orElse(Map.of()));
        return expected.filter(name -> !name.equals(best.name()))
                .map(name -> finding.wrong(best.name() + ", expected " + name))
                .orElse(finding);
    }

    @Override
    public void close() {
        model.close();
    }
}
