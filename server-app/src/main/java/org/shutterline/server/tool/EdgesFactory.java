package org.shutterline.server.tool;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** The distance between two straight edges: a width, a gap. */
public final class EdgesFactory implements InspectionToolFactory {
    static final Output DISTANCE = new Output("distance", "px", 2);
    static final Output FIRST_AT = new Output("first", "px", 2);
    static final Output SECOND_AT = new Output("second", "px", 2);

    static final Setting<Direction> DIRECTION = Setting.choice("direction", Direction.class);
    static final Setting<Step> FIRST = Setting.choice("first", Step.class).byDefault(Step.ANY);
    static final Setting<Step> SECOND = Setting.choice("second", Step.class).byDefault(Step.ANY);
    static final Setting<Double> MIN_STRENGTH =
            Setting.number("minStrength", 0.5, 255).byDefault(8.0).unit("grey per px");
    static final Setting<Double> SMOOTH =
            Setting.number("smoothPx", 0.5, 20).byDefault(2.0).unit("px");
    static final Setting<Integer> LINES = Setting.whole("lines", 1, 200).byDefault(24);

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
        return List.of(Place.REGION, DIRECTION, FIRST, SECOND, MIN_STRENGTH, SMOOTH, LINES);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DISTANCE, FIRST_AT, SECOND_AT);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        return new Edges(Place.read(options), EdgeRule.read(options));
    }
}
