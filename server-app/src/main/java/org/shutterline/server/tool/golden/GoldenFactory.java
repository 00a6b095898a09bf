package org.shutterline.server.tool.golden;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
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
import org.shutterline.server.tool.Mats;

/** What differs from the picture of a good part. */
public final class GoldenFactory implements InspectionToolFactory {
    static final Output DEFECTS = new Output("defects", "", 0);
    static final Output AREA = Output.area("area", 0);
    static final Output LARGEST = Output.area("largest", 0);
    static final Output WORST = new Output("worst", "grey", 0);
    static final Output SCORE = new Output("score", "", 3);
    static final Output SEEN = new Output("seen", "%", 1);
    static final Output X = new Output("x", "px", 2);
    static final Output Y = new Output("y", "px", 2);

    static final Setting<Region> REGION = Region.setting("region");
    static final Setting<String> GOLDEN = Setting.picture("golden");
    static final Setting<String> SPREAD = Setting.picture("spread");
    static final Setting<String> MASK = Setting.picture("mask");
    static final Setting<Integer> RIM_PX =
            Setting.whole("rimPx", 0, 100).unit("px").byDefault(0);
    static final Setting<Double> TOLERANCE =
            Setting.number("tolerance", 0, 100).unit("%").byDefault(100 * GoldenRule.USUAL.toleranceShare());
    static final Setting<Double> TOLERANCE_GREY =
            Setting.number("toleranceGrey", 1, 255).unit("grey");
    static final Setting<Double> SIGMAS = Setting.number("sigmas", 0, 20).byDefault(GoldenRule.USUAL.sigmas());
    static final Setting<Double> EDGE_TOLERANCE_PX =
            Setting.number("edgeTolerancePx", 0, 10).unit("px").byDefault(GoldenRule.USUAL.edgeTolerancePx());
    static final Setting<Double> MIN_AREA_PX =
            Setting.number("minAreaPx", 1, 1e6).unit("px").byDefault(GoldenRule.USUAL.minAreaPx());
    static final Setting<Integer> JOIN_PX =
            Setting.whole("joinPx", 0, 100).unit("px").byDefault(GoldenRule.USUAL.joinPx());
    static final Setting<Integer> MAX_SHIFT_PX =
            Setting.whole("maxShiftPx", 0, 500).unit("px").byDefault(GoldenRule.USUAL.maxShiftPx());
    static final Setting<Boolean> STRETCH = Setting.yesNo("stretch").byDefault(GoldenRule.USUAL.stretch());
    static final Setting<Double> MIN_SEEN =
            Setting.number("minSeen", 0, 100).unit("%").byDefault(GoldenRule.USUAL.minSeenPercent());
    static final Setting<Double> MAX_LIGHT_CHANGE =
            Setting.number("maxLightChange", 0, 200).unit("%").byDefault(GoldenRule.USUAL.maxLightPercent());
    static final Setting<Integer> ALLOWED = Setting.whole("allowed", 0, 100_000).byDefault(0);

    @Override
    public String id() {
        return "golden";
    }

    @Override
    public String title() {
        return "Difference from a golden picture";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                REGION,
                GOLDEN,
                SPREAD,
                MASK,
                RIM_PX,
                TOLERANCE,
                TOLERANCE_GREY,
                SIGMAS,
                EDGE_TOLERANCE_PX,
                MIN_AREA_PX,
                JOIN_PX,
                MAX_SHIFT_PX,
                STRETCH,
                MIN_SEEN,
                MAX_LIGHT_CHANGE,
                ALLOWED);
    }

    @Override
    public List<Output> outputs() {
        return List.of(DEFECTS, AREA, LARGEST, WORST, SCORE, SEEN, X, Y);
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new GoldenTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Vision.load();
        GoldenPlace place = new GoldenPlace(options.find(REGION), options.get(RIM_PX));
        GoldenRule rule = rule(options);
        try (Mats mats = new Mats()) {
            Mat golden = mats.hold(GreyFile.read(named(options), files, options.placeOf(GOLDEN)));
            Optional<Mat> spread = spread(golden, options, files, mats);
            Optional<Mat> mask = mask(golden, options, files, mats);
            Optional<Mat> shape = place.mask(golden).map(mats::hold);
            Comparer comparer =
                    new Comparer(new Golden(golden.clone(), spread.orElseGet(mats::empty), rule), rule, place.rimPx());
            try {
                spread.ifPresent(comparer::lookOnlyWhereKnown);
                mask.ifPresent(comparer::lookOnlyAt);
                shape.ifPresent(comparer::lookOnlyAt);
                if (comparer.looksAtNothing()) {
                    throw new BadSetting(
                            options.placeOf(mask.isPresent() ? MASK : REGION), "nothing is left of it to look at");
                }
            } catch (RuntimeException failed) {
                comparer.close();
                throw failed;
            }
            return new GoldenTool(place, comparer, options.get(ALLOWED));
        }
    }

    static GoldenRule rule(Options options) {
        return new GoldenRule(
                options.find(TOLERANCE_GREY),
                options.get(TOLERANCE) / 100,
                options.get(SIGMAS),
                options.get(EDGE_TOLERANCE_PX),
                options.get(MIN_AREA_PX),
                options.get(JOIN_PX),
                options.get(MAX_SHIFT_PX),
                options.get(STRETCH),
                options.get(MIN_SEEN),
                options.get(MAX_LIGHT_CHANGE));
    }

    private static String named(Options options) {
        return options.find(GOLDEN)
                .orElseThrow(() -> new BadSetting(
                        options.placeOf(GOLDEN), "no golden picture yet: teach it from one or more good parts"));
    }

    private static Optional<Mat> spread(Mat golden, Options options, JobFiles files, Mats mats) {
        String place = options.placeOf(SPREAD);
        Optional<Mat> found = options.find(SPREAD).map(name -> mats.hold(GreyFile.read(name, files, place)));
        found.filter(mat -> !mat.size().equals(golden.size())).ifPresent(other -> {
            throw unlike(place, GreyFile.size(golden), other);
        });
        return found;
    }

    /** A mask may be painted over the golden picture, or over the region alone. */
    private static Optional<Mat> mask(Mat golden, Options options, JobFiles files, Mats mats) {
        Optional<String> name = options.find(MASK);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String place = options.placeOf(MASK);
        Mat mask = mats.hold(GreyFile.read(name.get(), files, place));
        if (mask.size().equals(golden.size())) {
            return Optional.of(mask);
        }
        int rim = options.get(RIM_PX);
        Size region = new Size(golden.cols() - 2.0 * rim, golden.rows() - 2.0 * rim);
        if (!mask.size().equals(region)) {
            throw unlike(place, String.format(Locale.ROOT, "%.0f x %.0f px", region.width, region.height), mask);
        }
        Mat rimmed = mats.empty();
        Core.copyMakeBorder(mask, rimmed, rim, rim, rim, rim, Core.BORDER_CONSTANT, new Scalar(255));
        return Optional.of(rimmed);
    }

    private static BadSetting unlike(String place, String expected, Mat found) {
        return new BadSetting(
                place,
                "expected a picture as large as the golden one, " + expected + ", found " + GreyFile.size(found));
    }
}
