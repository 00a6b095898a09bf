package org.shutterline.server.tool.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Overlay;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.Finding;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Mark;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Scene;

/** How far a point that an earlier tool found is from another point, or from a line. */
public final class DistanceFactory implements InspectionToolFactory {
    /** What is measured to. */
    enum Kind {
        /** The other's x and y. */
        POINT,
        /** The line through the other's x and y at its angle: at right angles to it. */
        LINE
    }

    static final Output DISTANCE = Output.length("distance", 2);
    /** To the right of the first. */
    static final Output ACROSS = Output.length("dx", 2);
    /** Below the first. */
    static final Output DOWN = Output.length("dy", 2);

    static final Setting<String> FROM = Feature.setting("from");
    static final Setting<String> TO = Feature.setting("to");
    static final Setting<Kind> KIND = Setting.choice("toA", Kind.class).byDefault(Kind.POINT);

    @Override
    public String id() {
        return "distance";
    }

    @Override
    public String title() {
        return "Distance of two features";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FROM, TO, KIND);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DISTANCE, ACROSS, DOWN);
    }

    @Override
    public List<String> refersTo(Options options) {
        boolean line = options.get(KIND) == Kind.LINE;
        return Stream.concat(
                        new Feature(options.get(FROM)).needs(false).stream(),
                        new Feature(options.get(TO)).needs(line).stream())
                .toList();
    }

    @Override
    public boolean judges(Options options) {
        return false;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Relation.Measure measure = options.get(KIND) == Kind.LINE ? DistanceFactory::toLine : DistanceFactory::toPoint;
        return new Relation(new Feature(options.get(FROM)), new Feature(options.get(TO)), measure);
    }

    private static Optional<Finding> toPoint(Scene scene, Feature from, Feature to) {
        return to.point(scene).map(end -> found(scene, from.point(scene).orElseThrow(), end));
    }

    private static Optional<Finding> toLine(Scene scene, Feature from, Feature to) {
        Point start = from.point(scene).orElseThrow();
        return to.line(scene).map(line -> found(scene, start, line.foot(start)));
    }

    private static Finding found(Scene scene, Point from, Point to) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(DISTANCE.name(), from.distanceTo(to));
        values.put(ACROSS.name(), to.x() - from.x());
        values.put(DOWN.name(), to.y() - from.y());
        List<Point> ends = List.of(Relation.drawn(scene, from), Relation.drawn(scene, to));
        return Finding.of(values, List.of(new Mark(Overlay.Kind.DISTANCE, ends)));
    }
}
