package org.shutterline.server.tool.pattern;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.PictureFile;
import org.shutterline.server.spi.PixelFormat;
import org.shutterline.server.spi.Teacher;
import org.shutterline.server.spi.Vision;
import org.shutterline.server.tool.Place;

/** Where in a region something looks most like a picture of it, and how far it is turned. */
public final class PatternFactory implements InspectionToolFactory {
    static final Output SCORE = new Output("score", "", 3);
    static final Output X = Output.length("x", 2);
    static final Output Y = Output.length("y", 2);
    /** How far it is turned against how it was taught, clockwise. */
    static final Output ANGLE = new Output("angle", "deg", 2);
    /** How large it is against how it was taught. */
    static final Output SCALE = new Output("scale", "", 4);

    static final Output COUNT = new Output("count", "", 0);

    static final Setting<String> TEMPLATE = Setting.picture("template");
    static final Setting<Double> MIN_SCORE = Setting.number("minScore", 0, 1).byDefault(0.7);
    static final Setting<Double> FROM =
            Setting.number("angleFrom", -180, 180).byDefault(0.0).unit("deg");
    static final Setting<Double> TO =
            Setting.number("angleTo", -180, 180).byDefault(0.0).unit("deg");
    static final Setting<Double> LEAST_SCALE =
            Setting.number("scaleFrom", 0.25, 4).byDefault(1.0);
    static final Setting<Double> MOST_SCALE = Setting.number("scaleTo", 0.25, 4).byDefault(1.0);
    static final Setting<Integer> MAX_COUNT = Setting.whole("maxCount", 1, 100).byDefault(1);
    static final Setting<Double> MIN_DISTANCE =
            Setting.number("minDistancePx", 1, 10_000).unit("px");
    static final Setting<Double> MIN_VISIBLE =
            Setting.number("minVisible", 50, 100).byDefault(100.0).unit("%");
    static final Setting<Double> TAUGHT_X =
            Setting.number("taughtX", -32_768, 32_768).unit("px");
    static final Setting<Double> TAUGHT_Y =
            Setting.number("taughtY", -32_768, 32_768).unit("px");
    static final Setting<Double> TAUGHT_ANGLE =
            Setting.number("taughtAngle", -360, 360).byDefault(0.0).unit("deg");

    @Override
    public String id() {
        return "pattern";
    }

    @Override
    public String title() {
        return "Pattern";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Place.REGION,
                TEMPLATE,
                MIN_SCORE,
                FROM,
                TO,
                LEAST_SCALE,
                MOST_SCALE,
                MAX_COUNT,
                MIN_DISTANCE,
                MIN_VISIBLE,
                TAUGHT_X,
                TAUGHT_Y,
                TAUGHT_ANGLE);
    }

    @Override
    public List<Output> outputs() {
        return List.of(SCORE, X, Y, ANGLE, SCALE, COUNT);
    }

    @Override
    public boolean findsPose() {
        return true;
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new PatternTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        checkOrder(options, FROM, TO);
        checkOrder(options, LEAST_SCALE, MOST_SCALE);
        Vision.load();
        String place = options.placeOf(TEMPLATE);
        Path file = files.find(options.get(TEMPLATE), place);
        PatternRule rule = PatternRule.read(options);
        Place region = Place.read(options);
        Template template = new Template(read(file, place), rule.turns(), rule.scales());
        try {
            Fitness.of(template)
                    .or(() -> Fitness.inRegion(template, region.region(), rule))
                    .ifPresent(why -> {
                        throw new BadSetting(place, "expected " + why);
                    });
        } catch (RuntimeException unfit) {
            template.close();
            throw unfit;
        }
        return new Pattern(region, template, rule);
    }

    private static void checkOrder(Options options, Setting<Double> from, Setting<Double> to) {
        if (options.get(from) > options.get(to)) {
            throw new BadSetting(options.placeOf(from), "expected at most " + to.key());
        }
    }

    private static Mat read(Path file, String place) {
        try (PictureFile picture = PictureFile.open(file)) {
            byte[] grey = picture.pixels(PixelFormat.MONO8);
            Mat mat = new Mat(picture.heightPx(), picture.widthPx(), CvType.CV_8UC1);
            mat.put(0, 0, grey);
            return mat;
        } catch (IOException e) {
            throw new BadSetting(place, "expected a picture, but of " + file.getFileName() + ": " + e.getMessage());
        }
    }
}
