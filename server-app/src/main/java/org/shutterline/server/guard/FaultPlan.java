package org.shutterline.server.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * Faults that a camera shall have, to see what becomes of them. Each rate is the share of pictures that it hits, 0 to 1; they
 * hit independently, the first that does wins.
 *
 * @param seed the same faults come again with the same seed
 * @param delay delivers the picture later, by {@code delayMs}
 * @param drop loses the picture
 * @param repeat delivers the picture before once more
 * @param black delivers black
 * @param blur delivers the picture as if out of focus
 * @param torn delivers the upper half of the picture before and the lower one of this
 * @param vanish the camera is away for {@code vanishMs}
 * @param hang the driver does not come back for {@code hangMs}, whatever is done
 */
public record FaultPlan(
        long seed,
        double delay,
        int delayMs,
        double drop,
        double repeat,
        double black,
        double blur,
        double torn,
        double vanish,
        int vanishMs,
        double hang,
        int hangMs) {

    /** No faults. */
    public static final FaultPlan NONE = new FaultPlan(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Setting<Integer> SEED =
            Setting.whole("seed", 0, Integer.MAX_VALUE).byDefault(1);
    private static final Setting<Double> DELAY = rate("delay");
    private static final Setting<Integer> DELAY_MS =
            Setting.whole("delayMs", 1, 600_000).unit("ms").byDefault(100);
    private static final Setting<Double> DROP = rate("drop");
    private static final Setting<Double> REPEAT = rate("repeat");
    private static final Setting<Double> BLACK = rate("black");
    private static final Setting<Double> BLUR = rate("blur");
    private static final Setting<Double> TORN = rate("torn");
    private static final Setting<Double> VANISH = rate("vanish");
    private static final Setting<Integer> VANISH_MS =
            Setting.whole("vanishMs", 1, 600_000).unit("ms").byDefault(3_000);
    private static final Setting<Double> HANG = rate("hang");
    private static final Setting<Integer> HANG_MS =
            Setting.whole("hangMs", 1, 600_000).unit("ms").byDefault(5_000);

    /** What a {@code faults} group may hold. */
    public static final List<Setting<?>> SETTINGS =
            List.of(SEED, DELAY, DELAY_MS, DROP, REPEAT, BLACK, BLUR, TORN, VANISH, VANISH_MS, HANG, HANG_MS);

    private static Setting<Double> rate(String key) {
        return Setting.number(key, 0, 1).byDefault(0.0);
    }

    /** @throws org.shutterline.protocol.plugin.BadSetting with the place of what is wrong */
    public static FaultPlan read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, SETTINGS);
        return new FaultPlan(
                options.get(SEED),
                options.get(DELAY),
                options.get(DELAY_MS),
                options.get(DROP),
                options.get(REPEAT),
                options.get(BLACK),
                options.get(BLUR),
                options.get(TORN),
                options.get(VANISH),
                options.get(VANISH_MS),
                options.get(HANG),
                options.get(HANG_MS));
    }

    /** As a {@code faults} group holds it; times that say nothing are left to their defaults. */
    public Map<String, Object> asWritten() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(SEED.key(), Math.toIntExact(seed));
        written.put(DELAY.key(), delay);
        written.put(DROP.key(), drop);
        written.put(REPEAT.key(), repeat);
        written.put(BLACK.key(), black);
        written.put(BLUR.key(), blur);
        written.put(TORN.key(), torn);
        written.put(VANISH.key(), vanish);
        written.put(HANG.key(), hang);
        Map.of(DELAY_MS, delayMs, VANISH_MS, vanishMs, HANG_MS, hangMs).forEach((setting, ms) -> {
            if (ms > 0) {
                written.put(setting.key(), ms);
            }
        });
        return written;
    }

    public boolean isOn() {
        return delay + drop + repeat + black + blur + torn + vanish + hang > 0;
    }
}
