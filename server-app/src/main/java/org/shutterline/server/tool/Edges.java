package org.shutterline.server.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;
import org.shutterline.server.spi.View;

/**
 * Finds the outermost two edges on many search lines, lays a straight line through each, and measures at right angles to
 * them, so that a part that lies a little turned is not measured too wide.
 */
final class Edges implements InspectionTool {
    private final Place place;
    private final EdgeRule rule;

    Edges(Place place, EdgeRule rule) {
        this.place = place;
        this.rule = rule;
    }

    @Override
    public Finding inspect(Scene scene) throws ToolException {
        scene.checkTime();
        try (View view = place.in(scene)) {
            return measure(scene, view);
        }
    }

    private Finding measure(Scene scene, View view) throws ToolException {
        List<Point> first = new ArrayList<>();
        List<Point> second = new ArrayList<>();
        int lines = collect(scene, view, first, second);
        int least = Math.max(1, (lines + 1) / 2);
        Optional<StraightEdge> from = StraightEdge.through(first, least);
        Optional<StraightEdge> to = StraightEdge.through(second, least);
        if (from.isEmpty()) {
            return missing("no straight first " + rule.first().words(), view);
        }
        if (to.isEmpty()) {
            return missing("no straight second " + rule.second().words(), view);
        }
        return found(from.get(), to.get(), view);
    }

    /** @return on how many lines it looked */
    private int collect(Scene scene, View view, List<Point> first, List<Point> second) throws ToolException {
        Strips strips = strips(view);
        int lines = Math.min(rule.lines(), strips.across());
        for (int i = 0; i < lines; i++) {
            scene.checkTime();
            int from = (int) ((long) i * strips.across() / lines);
            int to = (int) ((long) (i + 1) * strips.across() / lines);
            SearchLine line = new SearchLine(strips.profile(from, to), rule.smoothPx());
            double across = (from + to) / 2.0;
            line.fromStart(rule.first(), rule.minStrength()).ifPresent(at -> first.add(new Point(across, at)));
            line.fromEnd(rule.second(), rule.minStrength()).ifPresent(at -> second.add(new Point(across, at)));
        }
        return lines;
    }

    /** The region's pixels, laid so that a row is a search line. */
    private Strips strips(View view) {
        try (Mats mats = new Mats()) {
            Mat laid = view.grey();
            if (rule.direction() == Direction.VERTICAL) {
                laid = mats.empty();
                Core.transpose(view.grey(), laid);
            }
            byte[] levels = new byte[laid.rows() * laid.cols()];
            laid.get(0, 0, levels);
            return new Strips(levels, laid.cols());
        }
    }

    private Finding found(StraightEdge from, StraightEdge to, View view) {
        boolean vertical = rule.direction() == Direction.VERTICAL;
        double middle = (vertical ? view.widthPx() : view.heightPx()) / 2.0;
        double slope = (from.slope() + to.slope()) / 2;
        double distance = (to.at(middle) - from.at(middle)) / Math.hypot(1, slope);
        if (distance < 0.5) {
            return missing("only one edge", view);
        }
        Point start = inPicture(middle, from.at(middle), view);
        Point end = inPicture(middle, to.at(middle), view);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(EdgesFactory.DISTANCE.name(), distance);
        values.put(EdgesFactory.FIRST_AT.name(), vertical ? start.y() : start.x());
        values.put(EdgesFactory.SECOND_AT.name(), vertical ? end.y() : end.x());
        return Finding.of(values, view.marks())
                .with(List.of(line(from, view), line(to, view), distance(from, middle, slope, distance, view)));
    }

    private Mark line(StraightEdge edge, View view) {
        double across = rule.direction() == Direction.VERTICAL ? view.widthPx() : view.heightPx();
        return new Mark(
                Overlay.Kind.LINE, List.of(inPicture(0, edge.at(0), view), inPicture(across, edge.at(across), view)));
    }

    /** From the first edge at right angles to the second, through the middle of the region. */
    private Mark distance(StraightEdge from, double middle, double slope, double distance, View view) {
        double along = distance / Math.hypot(1, slope);
        double start = middle + slope * along / 2;
        return new Mark(
                Overlay.Kind.DISTANCE,
                List.of(
                        inPicture(start, from.at(start), view),
                        inPicture(start - slope * along, from.at(start) + along, view)));
    }

    private Point inPicture(double across, double along, View view) {
        return rule.direction() == Direction.VERTICAL ? view.inPicture(across, along) : view.inPicture(along, across);
    }

    private static Finding missing(String why, View view) {
        return Finding.missing(why, view.marks());
    }
}
