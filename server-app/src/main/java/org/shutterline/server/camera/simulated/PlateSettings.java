package org.shutterline.server.camera.simulated;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.spi.PixelFormat;

/** The settings of a simulated camera, read. */
record PlateSettings(
        int widthPx,
        int heightPx,
        PixelFormat pixelFormat,
        int seed,
        int firstNumber,
        double exposureMs,
        double transferMs,
        double noise,
        double blurPx,
        double light,
        double unevenLight,
        double shiftPx,
        double turnDegrees,
        String codeText,
        double holeMissingRate,
        double holeWrongSizeRate,
        double scratchRate,
        double wrongCodeRate,
        double damagedCodeRate,
        boolean counter) {
    private static final Setting<Integer> WIDTH =
            Setting.whole("widthPx", 160, 8192).byDefault(1280).unit("px");
    private static final Setting<Integer> HEIGHT =
            Setting.whole("heightPx", 120, 8192).byDefault(960).unit("px");
    private static final Setting<PixelFormat> FORMAT =
            Setting.choice("pixelFormat", PixelFormat.class).byDefault(PixelFormat.MONO8);
    private static final Setting<Integer> SEED =
            Setting.whole("seed", 0, Integer.MAX_VALUE).byDefault(1);
    private static final Setting<Integer> FIRST =
            Setting.whole("firstNumber", 0, Integer.MAX_VALUE).byDefault(1);
    private static final Setting<Double> EXPOSURE =
            Setting.number("exposureMs", 0, 60_000).byDefault(2.0).unit("ms");
    private static final Setting<Double> TRANSFER =
            Setting.number("transferMs", 0, 60_000).byDefault(3.0).unit("ms");
    private static final Setting<Double> NOISE =
            Setting.number("noise", 0, 40).byDefault(2.5).unit("grey");
    private static final Setting<Double> BLUR =
            Setting.number("blurPx", 0, 20).byDefault(0.0).unit("px");
    private static final Setting<Double> LIGHT =
            Setting.number("light", 0.02, 8).byDefault(1.0);
    private static final Setting<Double> UNEVEN =
            Setting.number("unevenLight", 0, 0.8).byDefault(0.15);
    private static final Setting<Double> SHIFT =
            Setting.number("shiftPx", 0, 200).byDefault(6.0).unit("px");
    private static final Setting<Double> TURN =
            Setting.number("turnDegrees", 0, 10).byDefault(1.0).unit("degrees");
    private static final Setting<String> CODE = Setting.of(
                    "codeText", "a text of 1 to 60 characters, {n} for the number", PlateSettings::codeText)
            .byDefault("ABC123");
    private static final Setting<Double> HOLE_MISSING = rate("holeMissingRate", 0.01);
    private static final Setting<Double> HOLE_WRONG_SIZE = rate("holeWrongSizeRate", 0.02);
    private static final Setting<Double> SCRATCH = rate("scratchRate", 0.02);
    private static final Setting<Double> WRONG_CODE = rate("wrongCodeRate", 0.01);
    private static final Setting<Double> DAMAGED_CODE = rate("damagedCodeRate", 0.01);

    private static final Setting<Boolean> COUNTER = Setting.yesNo("counter").byDefault(false);

    static final List<Setting<?>> ALL = List.of(
            WIDTH,
            HEIGHT,
            FORMAT,
            SEED,
            FIRST,
            EXPOSURE,
            TRANSFER,
            NOISE,
            BLUR,
            LIGHT,
            UNEVEN,
            SHIFT,
            TURN,
            CODE,
            HOLE_MISSING,
            HOLE_WRONG_SIZE,
            SCRATCH,
            WRONG_CODE,
            DAMAGED_CODE,
            COUNTER);

    static PlateSettings read(Options options) {
        return new PlateSettings(
                options.get(WIDTH),
                options.get(HEIGHT),
                options.get(FORMAT),
                options.get(SEED),
                options.get(FIRST),
                options.get(EXPOSURE),
                options.get(TRANSFER),
                options.get(NOISE),
                options.get(BLUR),
                options.get(LIGHT),
                options.get(UNEVEN),
                options.get(SHIFT),
                options.get(TURN),
                options.get(CODE),
                options.get(HOLE_MISSING),
                options.get(HOLE_WRONG_SIZE),
                options.get(SCRATCH),
                options.get(WRONG_CODE),
                options.get(DAMAGED_CODE),
                options.get(COUNTER));
    }

    /** Px of the picture for one unit of the plate; 1 at 1280 x 960. */
    double scale() {
        return Math.min(widthPx / 1280.0, heightPx / 960.0);
    }

    private static Optional<String> codeText(Object raw) {
        String text = raw.toString();
        return (raw instanceof String || raw instanceof Number) && !text.isBlank() && text.length() <= 60
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Setting<Double> rate(String key, double byDefault) {
        return Setting.number(key, 0, 1).byDefault(byDefault);
    }
}
