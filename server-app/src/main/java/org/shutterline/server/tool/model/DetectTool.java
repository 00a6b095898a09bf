package org.shutterline.server.tool.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/** Asks a detector, counts what it found, and draws the boxes. */
final class DetectTool implements InspectionTool {
    private static final int MOST_DRAWN = 50;

    private final Model model;
    private final DetectRule rule;

    DetectTool(Model model, DetectRule rule) {
        this.model = model;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        try (View view = model.look(scene);
                Canvas canvas = model.canvas(view)) {
            List<Box> found = rule.found(model.run(canvas.picture(), scene), model.input());
            if (found.isEmpty()) {
                return nothing(view);
            }
            return Finding.of(values(found, view, canvas, scene), view.marks())
                    .with(found.stream()
                            .limit(MOST_DRAWN)
                            .map(box -> drawn(box, view, canvas))
                            .toList());
        }
    }

    private Finding nothing(View view) {
        if (rule.noneIsFound()) {
            return Finding.of(Map.of(DetectFactory.COUNT.name(), 0.0), view.marks());
        }
        String what = rule.wanted().isEmpty() ? "nothing" : "no " + String.join(" or ", rule.wanted());
        return Finding.missing(what + " found", view.marks());
    }

    private Map<String, Object> values(List<Box> found, View view, Canvas canvas, Scene scene) {
        Box best = found.get(0);
        Point centre = scene.plane()
                .at(inPicture((best.left() + best.right()) / 2, (best.top() + best.bottom()) / 2, view, canvas));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(DetectFactory.COUNT.name(), (double) found.size());
        values.put(DetectFactory.CLASS.name(), rule.labels().of(best.kind()));
        values.put(DetectFactory.SCORE.name(), best.score());
        values.put(DetectFactory.X.name(), centre.x());
        values.put(DetectFactory.Y.name(), centre.y());
        return values;
    }

    private static Mark drawn(Box box, View view, Canvas canvas) {
        List<Point> corners = Stream.of(
                        new Point(box.left(), box.top()),
                        new Point(box.right(), box.top()),
                        new Point(box.right(), box.bottom()),
                        new Point(box.left(), box.bottom()))
                .map(corner -> inPicture(corner.x(), corner.y(), view, canvas))
                .toList();
        return new Mark(Overlay.Kind.POLYGON, corners);
    }

    private static Point inPicture(double x, double y, View view, Canvas canvas) {
        Point inView = canvas.inView(x, y);
        return view.inPicture(inView.x(), inView.y());
    }

    @Override
    public void close() {
        model.close();
    }
}
