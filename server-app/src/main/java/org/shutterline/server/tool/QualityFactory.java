package org.shutterline.server.tool;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;

/** A gate for pictures: one that is too dark, burnt out, flat or blurred is not judged, whatever the other tools say. */
public final class QualityFactory implements InspectionToolFactory {
    static final Output MEAN = new Output("mean", "grey", 1);
    static final Output CLIPPED = new Output("clipped", "%", 2);
    static final Output CONTRAST = new Output("contrast", "grey", 1);
    static final Output SHARPNESS = new Output("sharpness", "%", 1);

    static final Setting<Double> MIN_MEAN =
            Setting.number("minMean", 0, 255).byDefault(20.0).unit("grey");
    static final Setting<Double> MAX_MEAN =
            Setting.number("maxMean", 0, 255).byDefault(235.0).unit("grey");
    static final Setting<Double> MAX_CLIPPED =
            Setting.number("maxClipped", 0, 100).byDefault(50.0).unit("%");
    static final Setting<Double> MIN_CONTRAST =
            Setting.number("minContrast", 0, 255).byDefault(10.0).unit("grey");
    static final Setting<Double> MIN_SHARPNESS =
            Setting.number("minSharpness", 0, 100).byDefault(0.0).unit("%");

    @Override
    public String id() {
        return "quality";
    }

    @Override
    public String title() {
        return "Picture quality";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, MIN_MEAN, MAX_MEAN, MAX_CLIPPED, MIN_CONTRAST, MIN_SHARPNESS);
    }

    @Override
    public List<Output> outputs() {
        return List.of(MEAN, CLIPPED, CONTRAST, SHARPNESS);
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new QualityTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        QualityRule rule = new QualityRule(
                options.get(MIN_MEAN),
                options.get(MAX_MEAN),
                options.get(MAX_CLIPPED),
                options.get(MIN_CONTRAST),
                options.get(MIN_SHARPNESS));
        if (rule.minMean() > rule.maxMean()) {
            throw new BadSetting(options.placeOf(MIN_MEAN), "expected at most maxMean");
        }
        Vision.load();
        return new QualityTool(Place.read(options), rule);
    }
}
