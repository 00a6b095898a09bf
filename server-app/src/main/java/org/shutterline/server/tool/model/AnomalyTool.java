package org.shutterline.server.tool.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Asks a model how strange a region is; of a map, where it is strangest. */
final class AnomalyTool implements InspectionTool {
    private final Model model;
    private final Optional<Double> maxScore;

    AnomalyTool(Model model, Optional<Double> maxScore) {
        this.model = model;
        this.maxScore = maxScore;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        try (View view = model.look(scene);
                Canvas canvas = model.canvas(view)) {
            ScoreMap map = ScoreMap.of(model.run(canvas.picture(), scene));
            int highest = map.highest();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(AnomalyFactory.SCORE.name(), map.score(highest));
            Finding finding = map.isOne()
                    ? Finding.of(values, view.marks())
                    : at(strangest(map, highest, view, canvas), values, view, scene);
            return tooHigh(map.score(highest)).map(finding::wrong).orElse(finding);
        }
    }

    private Point strangest(ScoreMap map, int highest, View view, Canvas canvas) {
        Point inView = canvas.inView(
                map.across(highest) * model.input().widthPx(),
                map.down(highest) * model.input().heightPx());
        return view.inPicture(inView.x(), inView.y());
    }

    private static Finding at(Point strangest, Map<String, Object> values, View view, Scene scene) {
        Point inPlane = scene.plane().at(strangest);
        values.put(AnomalyFactory.X.name(), inPlane.x());
        values.put(AnomalyFactory.Y.name(), inPlane.y());
        return Finding.of(values, view.marks()).with(List.of(new Mark(Overlay.Kind.CROSS, List.of(strangest))));
    }

    private Optional<String> tooHigh(double score) {
        return maxScore.filter(most -> score > most)
                .map(most -> String.format(Locale.ROOT, "strange by %.3f, at most %.3f", score, most));
    }

    @Override
    public void close() {
        model.close();
    }
}
