package org.shutterline.server.tool;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;

/** Whether a region has the colour that was taught. */
public final class ColourFactory implements InspectionToolFactory {
    static final Output DISTANCE = new Output("distance", "", 1);
    static final Output SHARE = new Output("share", "%", 1);

    static final Setting<Lab> COLOUR = Setting.of(
                    "colour", "a colour [L, a, b] with L from 0 to 100, a and b from -128 to 127", Lab::read)
            .as(new Setting.Numbers());
    static final Setting<Double> MAX_DISTANCE =
            Setting.number("maxDistance", 0, 200).byDefault(10.0);

    @Override
    public String id() {
        return "colour";
    }

    @Override
    public String title() {
        return "Colour";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(Place.REGION, COLOUR, MAX_DISTANCE);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DISTANCE, SHARE);
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new ColourTeacher());
    }

    @Override
    public boolean judges(Options options) {
        return false;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        return new ColourTool(Place.read(options), options.get(COLOUR), options.get(MAX_DISTANCE));
    }
}
