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

/** The angle between two lines that earlier tools found, or of the way from one point to another. */
public final class AngleFactory implements InspectionToolFactory {
    /** Between what. */
    enum Kind {
        /** Two lines: from the first clockwise to the second, 0 to 180 degrees. */
        LINES,
        /** The way from the first point to the second against the x axis, clockwise, above -180 to 180 degrees. */
        POINTS
    }

    static final Output ANGLE = new Output("angle", "deg", 2);
    /** Of the two lines, or of the way and the x axis, whichever way they run: 0 (parallel) to 90 degrees. */
    static final Output SMALLEST = new Output("smallest", "deg", 2);

    static final Setting<String> FROM = Feature.setting("from");
    static final Setting<String> TO = Feature.setting("to");
    static final Setting<Kind> KIND = Setting.choice("between", Kind.class).byDefault(Kind.LINES);

    @Override
    public String id() {
        return "angle";
    }

    @Override
    public String title() {
        return "Angle of two features";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(FROM, TO, KIND);
    }

    @Override
    public List<Output> outputs() {
        return List.of(ANGLE, SMALLEST);
    }

    @Override
    public List<String> refersTo(Options options) {
        boolean lines = options.get(KIND) == Kind.LINES;
        return Stream.of(FROM, TO)
                .flatMap(setting -> new Feature(options.get(setting)).needs(lines).stream())
                .toList();
    }

    @Override
    public boolean judges(Options options) {
        return false;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Relation.Measure measure = options.get(KIND) == Kind.LINES ? AngleFactory::ofLines : AngleFactory::ofPoints;
        return new Relation(new Feature(options.get(FROM)), new Feature(options.get(TO)), measure);
    }

    private static Optional<Finding> ofLines(Scene scene, Feature from, Feature to) {
        return from.line(scene)
                .flatMap(one -> to.line(scene).map(other -> {
                    double turn = Math.IEEEremainder(other.angleDeg() - one.angleDeg(), 180);
                    return found(scene, turn < 0 ? turn + 180 : turn, one.on(), other.on());
                }));
    }

    private static Optional<Finding> ofPoints(Scene scene, Feature from, Feature to) {
        Point start = from.point(scene).orElseThrow();
        return to.point(scene)
                .map(end ->
                        found(scene, Math.toDegrees(Math.atan2(end.y() - start.y(), end.x() - start.x())), start, end));
    }

    private static Finding found(Scene scene, double angleDeg, Point from, Point to) {
        List<Point> ends = List.of(Relation.drawn(scene, from), Relation.drawn(scene, to));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(ANGLE.name(), angleDeg);
        values.put(SMALLEST.name(), Math.abs(Math.IEEEremainder(angleDeg, 180)));
        return Finding.of(values, List.of(new Mark(Overlay.Kind.LINE, ends)));
    }
}
