package org.shutterline.server.tool.calibration;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.InspectionTool;
import org.shutterline.server.spi.InspectionToolFactory;
import org.shutterline.server.spi.JobFiles;
import org.shutterline.server.spi.Output;
import org.shutterline.server.spi.Plane;
import org.shutterline.server.spi.Teacher;

/** Says where px lie in mm, for the tools after it. What it knows was taught; it does not look at the picture. */
public final class CalibrationFactory implements InspectionToolFactory {
    /** From what it is taught. */
    enum Way {
        /** From something whose length is known: one scale for the whole picture. */
        LENGTH,
        /** From a chessboard: the lens's distortion and the camera's slant too. */
        CHESSBOARD
    }

    static final Output MM_PER_PX = new Output("mm_per_px", "mm/px", 5);
    /** The standard error of lengths, which is that in mm of one of 100 mm. */
    static final Output ERROR = new Output("error", "%", 3);

    static final Setting<Way> WAY = Setting.choice("way", Way.class).byDefault(Way.LENGTH);
    static final Setting<Double> KNOWN =
            Setting.number("knownLengthMm", 0.001, 100_000).unit("mm");
    static final Setting<Integer> COLUMNS = Setting.whole("columns", 3, 60).byDefault(9);
    static final Setting<Integer> ROWS = Setting.whole("rows", 3, 60).byDefault(6);
    static final Setting<Double> SQUARE =
            Setting.number("squareMm", 0.001, 10_000).unit("mm");
    static final Setting<Double> SCALE = Setting.number("mmPerPx", 1e-6, 1_000).unit("mm/px");
    static final Setting<Double> ERROR_PERCENT =
            Setting.number("errorPercent", 0, 100).byDefault(0.0).unit("%");
    static final Setting<List<Double>> LENS = numbers("lens", Lens.NUMBERS);
    static final Setting<List<Double>> PLANE = numbers("plane", LensPlane.NUMBERS);
    static final Setting<Integer> TAUGHT_WIDTH =
            Setting.whole("taughtWidthPx", 1, 100_000).unit("px");
    static final Setting<Integer> TAUGHT_HEIGHT =
            Setting.whole("taughtHeightPx", 1, 100_000).unit("px");

    @Override
    public String id() {
        return "calibration";
    }

    @Override
    public String title() {
        return "Calibration";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                WAY, KNOWN, COLUMNS, ROWS, SQUARE, SCALE, ERROR_PERCENT, LENS, PLANE, TAUGHT_WIDTH, TAUGHT_HEIGHT);
    }

    @Override
    public List<Output> outputs() {
        return List.of(MM_PER_PX, ERROR);
    }

    @Override
    public boolean calibrates() {
        return true;
    }

    @Override
    public Optional<Teacher> teacher() {
        return Optional.of(new CalibrationTeacher());
    }

    @Override
    public InspectionTool create(Options options, JobFiles files) {
        Plane plane = options.get(WAY) == Way.CHESSBOARD ? lensPlane(options) : scalePlane(options);
        return new Calibration(
                plane, options.get(ERROR_PERCENT), options.find(TAUGHT_WIDTH), options.find(TAUGHT_HEIGHT));
    }

    private static Plane scalePlane(Options options) {
        return options.find(SCALE)
                .map(ScalePlane::new)
                .orElseThrow(() -> new BadSetting(
                        options.placeOf(SCALE),
                        "not calibrated yet, expected " + SCALE.expected() + ", or teach it from a known length"));
    }

    private static Plane lensPlane(Options options) {
        Optional<Lens> lens = options.find(LENS).map(Lens::of).filter(found -> found.radius() > 0);
        return lens.flatMap(found -> options.find(PLANE).map(numbers -> LensPlane.of(found, numbers)))
                .orElseThrow(() -> new BadSetting(
                        options.placeOf(PLANE), "not calibrated yet, expected to be taught from a chessboard"));
    }

    private static Setting<List<Double>> numbers(String key, int count) {
        return Setting.of(key, "a list of " + count + " numbers", raw -> numbers(raw, count))
                .as(new Setting.Other("taught"));
    }

    private static Optional<List<Double>> numbers(Object raw, int count) {
        if (!(raw instanceof List<?> list) || list.size() != count) {
            return Optional.empty();
        }
        return list.stream().allMatch(item -> item instanceof Number number && Double.isFinite(number.doubleValue()))
                ? Optional.of(
                        list.stream().map(item -> ((Number) item).doubleValue()).toList())
                : Optional.empty();
    }
}
