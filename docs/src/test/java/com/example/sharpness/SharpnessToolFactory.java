package com.example.sharpness;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Region;
import org.shutterline.server.spi.Vision;

/** Makes tools that say how sharp a region is. */
public final class SharpnessToolFactory implements InspectionToolFactory {
    static final Setting<Region> REGION = Region.setting("region");
    static final Output SHARPNESS = new Output("sharpness", "grey", 1);

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
        return List.of(REGION);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SHARPNESS);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        return new SharpnessTool(options.get(REGION));
    }
}
