package org.shutterline.server.tool.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Size;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Region;

/**
 * The settings that every tool with a model has.
 *
 * @param output the name of the output; empty if the model has only one
 * @param inputSize for a model that takes any size
 * @param threads for one run
 */
record ModelOptions(String output, Optional<Size> inputSize, Scaling scaling, int threads) {
    static final Setting<Region> REGION = Region.setting("region");
    static final Setting<String> MODEL = Setting.model("model");

    private static final Setting<String> OUTPUT = Setting.text("output").byDefault("");
    private static final Setting<Integer> WIDTH =
            Setting.whole("inputWidthPx", 1, 4096).unit("px");
    private static final Setting<Integer> HEIGHT =
            Setting.whole("inputHeightPx", 1, 4096).unit("px");
    private static final Setting<Double> DIVIDE_BY =
            Setting.number("divideBy", 1e-6, 1e6).byDefault(255.0);
    private static final Setting<List<Double>> MEAN = numbers("mean").byDefault(List.of(0.0));
    private static final Setting<List<Double>> DEVIATION = numbers("deviation").byDefault(List.of(1.0));
    private static final Setting<ColourOrder> COLOURS =
            Setting.choice("colours", ColourOrder.class).byDefault(ColourOrder.RGB);
    private static final Setting<Integer> THREADS =
            Setting.whole("threads", 1, 64).byDefault(1);

    /** Which colour a model takes first; named in job files. */
    private enum ColourOrder {
        RGB,
        BGR
    }

    /** The settings of a tool with a model. */
    static List<Setting<?>> with(Setting<?>... own) {
        List<Setting<?>> all = new ArrayList<>(List.of(REGION, MODEL));
        all.addAll(Arrays.asList(own));
        all.addAll(List.of(OUTPUT, WIDTH, HEIGHT, DIVIDE_BY, MEAN, DEVIATION, COLOURS, THREADS));
        return List.copyOf(all);
    }

    static ModelOptions read(Options options) {
        if (options.get(DEVIATION).contains(0.0)) {
            throw new BadSetting(options.placeOf(DEVIATION), "expected numbers that are not 0");
        }
        Optional<Integer> width = options.find(WIDTH);
        Optional<Integer> height = options.find(HEIGHT);
        if (width.isPresent() != height.isPresent()) {
            throw new BadSetting(options.placeOf(WIDTH), "expected both inputWidthPx and inputHeightPx, or neither");
        }
        return new ModelOptions(
                options.get(OUTPUT),
                width.map(w -> new Size(w, height.get())),
                new Scaling(
                        options.get(DIVIDE_BY),
                        options.get(MEAN),
                        options.get(DEVIATION),
                        options.get(COLOURS) == ColourOrder.BGR),
                options.get(THREADS));
    }

    static ModelFile file(Options options, JobFiles files) {
        String place = options.placeOf(MODEL);
        return new ModelFile(files.find(options.get(MODEL), place), place);
    }

    private static Setting<List<Double>> numbers(String key) {
        return Setting.of(key, "a list of one number or of three", ModelOptions::numbers)
                .as(new Setting.Numbers());
    }

    private static Optional<List<Double>> numbers(Object raw) {
        List<?> list = raw instanceof List<?> several ? several : List.of(raw);
        boolean fits = (list.size() == 1 || list.size() == 3)
                && list.stream().allMatch(item -> item instanceof Number n && Double.isFinite(n.doubleValue()));
        return fits
                ? Optional.of(
                        list.stream().map(item -> ((Number) item).doubleValue()).toList())
                : Optional.empty();
    }
}
