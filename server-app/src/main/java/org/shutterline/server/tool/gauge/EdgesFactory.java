package org.shutterline.server.tool.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/**
 * The distance between the outermost two straight edges of an upright region: a caliper with fewer settings, under the id
 * and the names of values that jobs have always had.
 */
public final class EdgesFactory implements InspectionToolFactory {
    static final Output DISTANCE = Output.length("distance", 2);
    static final Output FIRST_AT = Output.length("first", 2);
    static final Output SECOND_AT = Output.length("second", 2);

    static final Setting<Direction> DIRECTION = Setting.choice("direction", Direction.class);
    static final Setting<Step> FIRST = Setting.choice("first", Step.class).byDefault(Step.ANY);
    static final Setting<Step> SECOND = Setting.choice("second", Step.class).byDefault(Step.ANY);

    @Override
    public String id() {
        return "edges";
    }

    @Override
    public String title() {
        return "Distance of two edges";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, DIRECTION, FIRST, SECOND, EdgeRule.MIN_STRENGTH, EdgeRule.SMOOTH, EdgeRule.LINES);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DISTANCE, FIRST_AT, SECOND_AT);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        EdgeRule rule = EdgeRule.outermost(options.get(DIRECTION), options.get(FIRST), options.get(SECOND), options);
        return new Caliper(Place.rectangle(options), rule, EdgesFactory::values);
    }

    private static Map<String, Object> values(Gap gap) {
        Point from = gap.middle(gap.first());
        Point to = gap.middle(gap.second().orElseThrow());
        boolean down = gap.direction() == Direction.VERTICAL;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(DISTANCE.name(), gap.width());
        values.put(FIRST_AT.name(), down ? from.y() : from.x());
        values.put(SECOND_AT.name(), down ? to.y() : to.x());
        return values;
    }
}
