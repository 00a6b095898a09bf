package org.shutterline.server.tool.gauge;

import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** A circle fitted to the rim of a hole, a pin or a disc, in a ring or a circle. */
public final class CircleFactory implements InspectionToolFactory {
    /** Where a search line begins. */
    enum Way {
        /** In the middle. */
        OUTWARD,
        /** At the rim of the region. */
        INWARD
    }

    static final Output DIAMETER = Output.length("diameter", 2);
    static final Output X = Output.length("x", 2);
    static final Output Y = Output.length("y", 2);
    /** From the innermost to the outermost of the rim's points that count. */
    static final Output ROUNDNESS = Output.length("roundness", 2);
    /** Of the search lines whose point counts. */
    static final Output SHARE = new Output("share", "%", 0);

    static final Setting<Way> DIRECTION = Setting.choice("direction", Way.class).byDefault(Way.OUTWARD);
    static final Setting<Step> EDGE = Setting.choice("edge", Step.class).byDefault(Step.ANY);
    static final Setting<Choice> CHOICE = Setting.choice("choice", Choice.class).byDefault(Choice.STRONGEST);
    static final Setting<Integer> LINES = Setting.whole("lines", 8, 360).byDefault(72);
    static final Setting<Double> OUTLIER =
            Setting.number("outlierPx", 0.1, 50).byDefault(1.5).unit("px");
    static final Setting<Double> MIN_SHARE =
            Setting.number("minShare", 10, 100).byDefault(50.0).unit("%");

    @Override
    public String id() {
        return "circle";
    }

    @Override
    public String title() {
        return "Circle";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Place.REGION,
                DIRECTION,
                EDGE,
                CHOICE,
                EdgeRule.MIN_STRENGTH,
                EdgeRule.SMOOTH,
                LINES,
                OUTLIER,
                MIN_SHARE);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DIAMETER, X, Y, ROUNDNESS, SHARE);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        if (options.get(CHOICE) == Choice.OUTERMOST) {
            throw new BadSetting(options.placeOf(CHOICE), "outermost is of pairs, expected first, last or strongest");
        }
        Vision.load();
        return new CircleTool(Place.read(options), CircleRule.read(options));
    }
}
