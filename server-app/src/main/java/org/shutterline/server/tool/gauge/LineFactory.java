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

/** A straight line fitted to an edge that crosses the region, searched from its left side to its right. */
public final class LineFactory implements InspectionToolFactory {
    /** Clockwise against the x axis, above -45 to 135 degrees. */
    static final Output ANGLE = new Output("angle", "deg", 2);

    static final Output X = Output.length("x", 2);
    static final Output Y = Output.length("y", 2);
    /** How far the points that count scatter across the line, from one side to the other. */
    static final Output STRAIGHTNESS = Output.length("straightness", 2);
    /** Of the search lines whose point counts. */
    static final Output SHARE = new Output("share", "%", 0);

    static final Setting<Step> EDGE = Setting.choice("edge", Step.class).byDefault(Step.ANY);
    static final Setting<Choice> CHOICE = Setting.choice("choice", Choice.class).byDefault(Choice.STRONGEST);
    static final Setting<Double> OUTLIER =
            Setting.number("outlierPx", 0.1, 50).byDefault(1.5).unit("px");

    @Override
    public String id() {
        return "line";
    }

    @Override
    public String title() {
        return "Line";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, EDGE, CHOICE, EdgeRule.MIN_STRENGTH, EdgeRule.SMOOTH, EdgeRule.LINES, OUTLIER);
    }

    @Override
    public List<Output> outputs() {
        return List.of(ANGLE, X, Y, STRAIGHTNESS, SHARE);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        if (options.get(CHOICE) == Choice.OUTERMOST) {
            throw new BadSetting(options.placeOf(CHOICE), "outermost is of pairs, expected first, last or strongest");
        }
        Vision.load();
        EdgeRule rule = EdgeRule.one(options.get(EDGE), options.get(CHOICE), options);
        return new LineTool(Place.rectangle(options), rule, options.get(OUTLIER));
    }
}
