package org.shutterline.server.tool.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Pose;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;
import org.shutterline.server.tool.Place;

/** Says where a template lies, and so how the part does. */
final class Pattern implements InspectionTool {
    private static final double SLACK = 0.01;

    private final Place place;
    private final Template template;
    private final PatternRule rule;
    private final Search search;

    Pattern(Place place, Template template, PatternRule rule) {
        this.place = place;
        this.template = template;
        this.rule = rule;
        this.search = new Search(template, rule);
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            Mat grey = view.grey();
            double visible = Math.max(rule.minVisible(), 0);
            if (rule.uprightDeg() == 0
                    && !rule.turns()
                    && (grey.cols() < visible * template.widthPx() || grey.rows() < visible * template.heightPx())) {
                throw new ToolException("the picture is smaller than the template of " + template.widthPx() + " x "
                        + template.heightPx() + " px");
            }
            List<Guess> best = search.in(scene, view);
            List<Guess> good = best.stream()
                    .filter(guess -> guess.score() >= rule.minScore())
                    .toList();
            return good.isEmpty() ? missing(best, view) : found(good, view, scene);
        }
    }

    @Override
    public void close() {
        template.close();
    }

    private Finding missing(List<Guess> best, View view) {
        double score = best.isEmpty() ? 0 : Math.max(0, best.get(0).score());
        return Finding.missing(
                String.format(Locale.ROOT, "best match %.2f, at least %.2f is wanted", score, rule.minScore()),
                view.marks());
    }

    private Finding found(List<Guess> good, View view, Scene scene) {
        Guess best = good.get(0);
        Point centre = inPicture(best, view);
        Point at = scene.plane().at(centre);
        double turn = Math.IEEEremainder(scene.pose().turnDeg() + best.pose().turnDeg() - rule.uprightDeg(), 360);
        double scale = best.pose().scale();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(PatternFactory.SCORE.name(), Math.max(0, Math.min(1, best.score())));
        values.put(PatternFactory.X.name(), at.x());
        values.put(PatternFactory.Y.name(), at.y());
        values.put(PatternFactory.ANGLE.name(), turn);
        values.put(PatternFactory.SCALE.name(), scale);
        values.put(PatternFactory.COUNT.name(), (double) good.size());
        Finding finding = Finding.of(values, view.marks()).with(marks(good, view));
        return rule.taught()
                .map(taught -> finding.at(Pose.of(taught, centre, turn, scale)))
                .orElse(finding);
    }

    private List<Mark> marks(List<Guess> good, View view) {
        List<Mark> marks = new ArrayList<>();
        for (Guess guess : good) {
            marks.add(new Mark(Overlay.Kind.POLYGON, frame(guess, view)));
        }
        marks.add(new Mark(
                Overlay.Kind.CROSS,
                good.stream().map(guess -> inPicture(guess, view)).toList()));
        return marks;
    }

    private List<Point> frame(Guess guess, View view) {
        List<Point> frame = new ArrayList<>();
        for (int[] corner : new int[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
            Point p = guess.pose().at(new Point(corner[0] * template.widthPx(), corner[1] * template.heightPx()));
            frame.add(view.inPicture(inside(p.x(), view.widthPx()), inside(p.y(), view.heightPx())));
        }
        return frame;
    }

    /** What lies outside is not drawn outside. */
    private static double inside(double at, int size) {
        return Math.max(-SLACK, Math.min(size + SLACK, at));
    }

    private Point inPicture(Guess guess, View view) {
        Point centre = guess.centre(template);
        return view.inPicture(centre.x(), centre.y());
    }
}
