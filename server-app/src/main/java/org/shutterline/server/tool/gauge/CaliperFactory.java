package org.shutterline.server.tool.gauge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.message.Point;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** Where a straight edge is, or how far two are apart, searched from the left side of the region to its right. */
public final class CaliperFactory implements InspectionToolFactory {
    /** Whether one edge is wanted or two. */
    enum Mode {
        /** One. */
        EDGE,
        /** Two: a width or a gap. */
        PAIR
    }

    static final Output WIDTH = Output.length("width", 2);
    static final Output POSITION = Output.length("position", 2);
    static final Output ANGLE = new Output("angle", "deg", 2);
    static final Output X = Output.length("x", 2);
    static final Output Y = Output.length("y", 2);

    static final Setting<Mode> MODE = Setting.choice("mode", Mode.class).byDefault(Mode.PAIR);
    static final Setting<Step> FIRST = Setting.choice("first", Step.class).byDefault(Step.ANY);
    static final Setting<Step> SECOND = Setting.choice("second", Step.class).byDefault(Step.ANY);
    static final Setting<Choice> CHOICE = Setting.choice("choice", Choice.class).byDefault(Choice.FIRST);

    @Override
    public String id() {
        return "caliper";
    }

    @Override
    public String title() {
        return "Caliper";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Place.REGION, MODE, FIRST, SECOND, CHOICE, EdgeRule.MIN_STRENGTH, EdgeRule.SMOOTH, EdgeRule.LINES);
    }

    @Override
    public List<Output> outputs() {
        return List.of(WIDTH, POSITION, ANGLE, X, Y);
    }

    @Override
    public List<Output> outputs(Options options) {
        return options.get(MODE) == Mode.PAIR ? outputs() : List.of(POSITION, ANGLE, X, Y);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        boolean pair = options.get(MODE) == Mode.PAIR;
        Choice choice = options.get(CHOICE);
        if (!pair && choice == Choice.OUTERMOST) {
            throw new BadSetting(options.placeOf(CHOICE), "outermost is of pairs, expected first, last or strongest");
        }
        Vision.load();
        EdgeRule rule = pair
                ? EdgeRule.two(options.get(FIRST), options.get(SECOND), choice, options)
                : EdgeRule.one(options.get(FIRST), choice, options);
        return new Caliper(Place.rectangle(options), rule, CaliperFactory::values);
    }

    private static Map<String, Object> values(Gap gap) {
        Point at = gap.middle(gap.first());
        Map<String, Object> values = new LinkedHashMap<>();
        gap.second().ifPresent(second -> values.put(WIDTH.name(), gap.width()));
        values.put(POSITION.name(), gap.position());
        values.put(ANGLE.name(), gap.angleDeg());
        values.put(X.name(), at.x());
        values.put(Y.name(), at.y());
        return values;
    }
}
