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
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Scene;
import org.shutterline.server.spi.ToolException;

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
        Region region = place.in(scene);
        List<Point> first = new ArrayList<>();
        List<Point> second = new ArrayList<>();
        int lines = collect(scene, region, first, second);
        int least = Math.max(1, (lines + 1) / 2);
        Optional<StraightEdge> from = StraightEdge.through(first, least);
        Optional<StraightEdge> to = StraightEdge.through(second, least);
        if (from.isEmpty()) {
            return missing("no straight first " + rule.first().words(), region);
        }
        if (to.isEmpty()) {
            return missing("no straight second " + rule.second().words(), region);
        }
        return found(from.get(), to.get(), region);
    }

    /** @return on how many lines it looked */
    private int collect(Scene scene, Region region, List<Point> first, List<Point> second) throws ToolException {
        Strips strips = strips(scene, region);
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
    private Strips strips(Scene scene, Region region) throws ToolException {
        try (Mats mats = new Mats()) {
            Mat grey = mats.hold(scene.grey(region));
            Mat laid = grey;
            if (rule.direction() == Direction.VERTICAL) {
                laid = mats.empty();
                Core.transpose(grey, laid);
            }
            byte[] levels = new byte[laid.rows() * laid.cols()];
            laid.get(0, 0, levels);
            return new Strips(levels, laid.cols());
        }
    }

    private Finding found(StraightEdge from, StraightEdge to, Region region) {
        boolean vertical = rule.direction() == Direction.VERTICAL;
        double middle = (vertical ? region.width() : region.height()) / 2.0;
        double slope = (from.slope() + to.slope()) / 2;
        double distance = (to.at(middle) - from.at(middle)) / Math.hypot(1, slope);
        if (distance < 0.5) {
            return missing("only one edge", region);
        }
        double start = vertical ? region.y() : region.x();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(EdgesFactory.DISTANCE.name(), distance);
        values.put(EdgesFactory.FIRST_AT.name(), start + from.at(middle));
        values.put(EdgesFactory.SECOND_AT.name(), start + to.at(middle));
        return Finding.of(
                values,
                List.of(
                        Mark.region(region),
                        line(from, region),
                        line(to, region),
                        distance(from, middle, slope, distance, region)));
    }

    private Mark line(StraightEdge edge, Region region) {
        double across = rule.direction() == Direction.VERTICAL ? region.width() : region.height();
        return new Mark(
                Overlay.Kind.LINE,
                List.of(inPicture(0, edge.at(0), region), inPicture(across, edge.at(across), region)));
    }

    /** From the first edge at right angles to the second, through the middle of the region. */
    private Mark distance(StraightEdge from, double middle, double slope, double distance, Region region) {
        double along = distance / Math.hypot(1, slope);
        double start = middle + slope * along / 2;
        return new Mark(
                Overlay.Kind.DISTANCE,
                List.of(
                        inPicture(start, from.at(start), region),
                        inPicture(start - slope * along, from.at(start) + along, region)));
    }

    private Point inPicture(double across, double along, Region region) {
        return rule.direction() == Direction.VERTICAL
                ? new Point(region.x() + across, region.y() + along)
                : new Point(region.x() + along, region.y() + across);
    }

    private static Finding missing(String why, Region region) {
        return Finding.missing(why, List.of(Mark.region(region)));
    }
}
