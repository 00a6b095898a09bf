package org.shutterline.server.tool.model;

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

/** How far a region is from what a learned model knows as good, by one score or by a map of scores. */
public final class AnomalyFactory implements InspectionToolFactory {
    static final Output SCORE = new Output("score", "", 3);
    static final Output X = Output.length("x", 1);
    static final Output Y = Output.length("y", 1);

    static final Setting<Double> MAX_SCORE = Setting.number("maxScore", -1e9, 1e9);
    static final Setting<Fit> FIT = Setting.choice("fit", Fit.class).byDefault(Fit.STRETCH);

    @Override
    public String id() {
        return "anomaly";
    }

    @Override
    public String title() {
        return "Learned model: anomaly";
    }

    @Override
    public List<Setting<?>> settings() {
        return ModelOptions.with(MAX_SCORE, FIT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SCORE, X, Y);
    }

    @Override
    public boolean judges(Options options) {
        return options.find(MAX_SCORE).isPresent();
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        return tool(options, files);
    }

    static AnomalyTool tool(Options options, JobFiles files) {
        ModelOptions settings = ModelOptions.read(options);
        ModelFile file = ModelOptions.file(options, files);
        Vision.load();
        Network network = file.open(settings);
        boolean ready = false;
        try {
            Answer tried = file.tried(network);
            if (tried.numbers().length == 0 || !ScoreMap.fits(tried.shape())) {
                throw file.refused("gives " + tried.shapeInWords()
                        + ", expected one score, or a map of scores [1, 1, height, width]");
            }
            ready = true;
            return new AnomalyTool(
                    new Model(network, options.find(ModelOptions.REGION), options.get(FIT)), options.find(MAX_SCORE));
        } finally {
            if (!ready) {
                network.close();
            }
        }
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new AnomalyTeacher());
    }
}
