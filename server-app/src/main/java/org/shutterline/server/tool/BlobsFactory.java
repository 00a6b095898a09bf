package org.shutterline.server.tool;

import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** Patches that are darker or lighter than what is around them: holes, spots, scratches. */
public final class BlobsFactory implements InspectionToolFactory {
    static final Output COUNT = new Output("count", "", 0);
    static final Output AREA = Output.area("area", 0);
    static final Output LARGEST = Output.area("largest", 1);
    static final Output DIAMETER = Output.length("diameter", 2);
    static final Output X = Output.length("x", 2);
    static final Output Y = Output.length("y", 2);
    /** Of the box around the largest, along the upper side of the region. */
    static final Output WIDTH = Output.length("width", 1);

    static final Output HEIGHT = Output.length("height", 1);
    /** In the largest. */
    static final Output HOLES = new Output("holes", "", 0);
    /** Of the largest with its holes filled: its share of the smallest circle around it. */
    static final Output ROUNDNESS = new Output("roundness", "", 2);

    static final Setting<Threshold> THRESHOLD = Threshold.setting("threshold");
    static final Setting<Polarity> POLARITY =
            Setting.choice("polarity", Polarity.class).byDefault(Polarity.DARK);
    static final Setting<Integer> WINDOW =
            Setting.whole("localWindowPx", 3, 1001).byDefault(51).unit("px");
    static final Setting<Integer> OFFSET =
            Setting.whole("localOffset", 0, 255).byDefault(15).unit("grey");
    static final Setting<Double> MIN_AREA =
            Setting.number("minAreaPx", 1, 1e9).byDefault(50.0).unit("px\u00B2");
    static final Setting<Double> MAX_AREA =
            Setting.number("maxAreaPx", 1, 1e9).byDefault(1e9).unit("px\u00B2");
    static final Setting<Double> MIN_HOLE =
            Setting.number("minHolePx", 1, 1e9).byDefault(10.0).unit("px\u00B2");
    static final Setting<Integer> CONTRAST =
            Setting.whole("minContrast", 0, 255).byDefault(20).unit("grey");
    static final Setting<Boolean> IGNORE_BORDER = Setting.yesNo("ignoreBorder").byDefault(false);
    static final Setting<Boolean> NONE_IS_FOUND = Setting.yesNo("noneIsFound").byDefault(false);

    @Override
    public String id() {
        return "blobs";
    }

    @Override
    public String title() {
        return "Blobs and holes";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Place.REGION,
                THRESHOLD,
                WINDOW,
                OFFSET,
                POLARITY,
                MIN_AREA,
                MAX_AREA,
                MIN_HOLE,
                CONTRAST,
                IGNORE_BORDER,
                NONE_IS_FOUND);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DIAMETER, COUNT, AREA, LARGEST, X, Y, WIDTH, HEIGHT, HOLES, ROUNDNESS);
    }

    /** Where none is found too, they are counted, so the count stands on the label. */
    @Override
    public List<Output> outputs(Options options) {
        return options.get(NONE_IS_FOUND)
                ? List.of(COUNT, DIAMETER, AREA, LARGEST, X, Y, WIDTH, HEIGHT, HOLES, ROUNDNESS)
                : outputs();
    }

    @Override
    public boolean judges(Options options) {
        return !options.get(NONE_IS_FOUND);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        if (options.get(MIN_AREA) > options.get(MAX_AREA)) {
            throw new BadSetting(options.placeOf(MIN_AREA), "expected at most maxAreaPx");
        }
        Vision.load();
        return new Blobs(Place.read(options), BlobRule.read(options));
    }
}
