package org.shutterline.server.tool;

import java.util.List;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** How bright a region is: is there light, is the part there, is the picture burnt out. */
public final class BrightnessFactory implements InspectionToolFactory {
    static final Output MEAN = new Output("mean", "grey", 1);
    static final Output CONTRAST = new Output("contrast", "grey", 1);
    static final Output CLIPPED = new Output("clipped", "%", 2);

    @Override
    public String id() {
        return "brightness";
    }

    @Override
    public String title() {
        return "Brightness";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION);
    }

    @Override
    public List<Output> outputs() {
        return List.of(MEAN, CONTRAST, CLIPPED);
    }

    @Override
    public boolean judges(Options options) {
        return false;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        return new Brightness(Place.read(options));
    }
}
