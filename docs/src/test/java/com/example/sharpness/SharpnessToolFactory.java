package com.example.sharpness;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;

/** Makes tools that say how sharp a region is. */
public final class SharpnessToolFactory implements InspectionToolFactory {
    static final Setting<Region> REGION = Region.setting("region");
    static final Setting<Double> LEAST =
            Setting.number("least", 0, 1_000).byDefault(0.0).unit("grey");
    static final Output SHARPNESS = new Output("sharpness", "grey", 1);
    static final Output SHARP = new Output("sharp", "", 0);

    @Override
    public String id() {
        return "sharpness";
    }

    @Override
    public String title() {
        return "Sharpness";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(REGION, LEAST);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SHARPNESS, SHARP);
    }

    @Override
    public boolean judges(Options options) {
        return options.get(LEAST) > 0;
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new SharpnessTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Region region = options.get(REGION);
        if (region instanceof Region.Rectangle box && Math.min(box.width(), box.height()) < 3) {
            String found = box.width() + " x " + box.height();
            throw new BadSetting(options.placeOf(REGION), "expected 3 x 3 px or more, found '" + found + "'");
        }
        Vision.load();
        return new SharpnessTool(region, options.get(LEAST));
    }
}
