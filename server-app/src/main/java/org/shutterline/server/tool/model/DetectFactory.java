package org.shutterline.server.tool.model;

import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Vision;

/** Finds and counts things that a learned model knows. */
public final class DetectFactory implements InspectionToolFactory {
    static final Output COUNT = new Output("count", "", 0);
    static final Output CLASS = new Output("class", "", 0);
    static final Output SCORE = new Output("score", "", 3);
    static final Output X = Output.length("x", 1);
    static final Output Y = Output.length("y", 1);

    static final Setting<List<String>> WANTED = Setting.of("wanted", "a list of labels", Labels::texts)
            .as(new Setting.Texts())
            .byDefault(List.of());
    static final Setting<Double> MIN_SCORE = Setting.number("minScore", 0, 1).byDefault(0.5);
    static final Setting<Double> MAX_OVERLAP =
            Setting.number("maxOverlap", 0, 1).byDefault(0.45);
    static final Setting<Boolean> NONE_IS_FOUND = Setting.yesNo("noneIsFound").byDefault(false);
    static final Setting<Fit> FIT = Setting.choice("fit", Fit.class).byDefault(Fit.LETTERBOX);

    @Override
    public String id() {
        return "detect";
    }

    @Override
    public String title() {
        return "Learned model: find";
    }

    @Override
    public List<Setting<?>> settings() {
        return ModelOptions.with(Labels.LIST, Labels.FILE, WANTED, MIN_SCORE, MAX_OVERLAP, NONE_IS_FOUND, FIT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(COUNT, CLASS, SCORE, X, Y);
    }

    @Override
    public boolean judges(Options options) {
        return !options.get(NONE_IS_FOUND);
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        ModelOptions settings = ModelOptions.read(options);
        Labels labels = Labels.read(options, files);
        ModelFile file = ModelOptions.file(options, files);
        Vision.load();
        Network network = file.open(settings);
        boolean ready = false;
        try {
            DetectRule rule = rule(file, network, labels, options);
            ready = true;
            return new DetectTool(new Model(network, options.find(ModelOptions.REGION), options.get(FIT)), rule);
        } finally {
            if (!ready) {
                network.close();
            }
        }
    }

    private static DetectRule rule(ModelFile file, Network network, Labels written, Options options) {
        Answer tried = file.tried(network);
        Boxes boxes = Boxes.of(tried.shape(), written.names().size())
                .orElseThrow(() -> file.refused("gives " + tried.shapeInWords()
                        + ", expected boxes as [1, n, 6] of left, top, right, bottom, score, class, or as [1, 4 + classes, n]"
                        + classesInWords(written)));
        Labels labels = boxes.rowsOfSix() ? written : written.forClasses(boxes.classes());
        List<String> wanted = options.get(WANTED);
        if (!labels.names().isEmpty()) {
            wanted.forEach(name -> labels.check(name, options.placeOf(WANTED)));
        }
        if (wanted.stream().anyMatch(String::isBlank)) {
            throw new BadSetting(options.placeOf(WANTED), "expected labels that are not empty");
        }
        return new DetectRule(
                boxes, labels, wanted, options.get(MIN_SCORE), options.get(MAX_OVERLAP), options.get(NONE_IS_FOUND));
    }

    private static String classesInWords(Labels written) {
        return written.names().isEmpty() ? "" : " with " + written.names().size() + " classes, as there are labels";
    }
}
