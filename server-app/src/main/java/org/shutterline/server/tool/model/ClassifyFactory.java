package org.shutterline.server.tool.model;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** Says which of its classes a learned model takes a region for. */
public final class ClassifyFactory implements InspectionToolFactory {
    static final Output CLASS = new Output("class", "", 0);
    static final Output SCORE = new Output("score", "", 3);

    static final Setting<String> EXPECTED = Setting.text("expected").byDefault("");
    static final Setting<Double> MIN_SCORE = Setting.number("minScore", 0, 1).byDefault(0.0);
    static final Setting<Scores> SCORES = Setting.choice("scores", Scores.class).byDefault(Scores.AUTO);
    static final Setting<Fit> FIT = Setting.choice("fit", Fit.class).byDefault(Fit.STRETCH);

    @Override
    public String id() {
        return "classify";
    }

    @Override
    public String title() {
        return "Learned model: class";
    }

    @Override
    public List<Setting<?>> settings() {
        return ModelOptions.with(Labels.LIST, Labels.FILE, EXPECTED, MIN_SCORE, SCORES, FIT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(CLASS, SCORE);
    }

    @Override
    public boolean judges(Options options) {
        return !options.get(EXPECTED).isEmpty() || options.get(MIN_SCORE) > 0;
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        ModelOptions settings = ModelOptions.read(options);
        Labels written = Labels.read(options, files);
        ModelFile file = ModelOptions.file(options, files);
        Vision.load();
        Network network = file.open(settings);
        boolean ready = false;
        try {
            Labels labels = labels(file.tried(network), written, file);
            Optional<String> expected = Optional.of(options.get(EXPECTED)).filter(name -> !name.isEmpty());
            expected.ifPresent(name -> labels.check(name, options.placeOf(EXPECTED)));
            ready = true;
            return new ClassifyTool(
                    new Model(network, options.find(ModelOptions.REGION), options.get(FIT)),
                    new ClassifyRule(labels, options.get(SCORES), expected, options.get(MIN_SCORE)));
        } finally {
            if (!ready) {
                network.close();
            }
        }
    }

    private static Labels labels(Answer tried, Labels written, ModelFile file) {
        if (tried.longAxes().length > 1 || tried.numbers().length == 0) {
            throw file.refused("gives " + tried.shapeInWords() + ", expected one number for each class");
        }
        // one number is how sure it is of the second of two classes
        return written.forClasses(Math.max(2, tried.numbers().length));
    }
}
