package org.shutterline.server.settings;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Verdict;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.station.Role;

/** What every tool of a job can be given, whatever kind it is, and the limits of each of its values. */
public final class StepSettings {
    public static final Setting<String> TITLE = Setting.text("title");
    public static final Setting<Verdict> WHEN_NOT_FOUND = Setting.of(
                    "whenNotFound",
                    "NG or UNKNOWN",
                    raw -> List.of(Verdict.NG, Verdict.UNKNOWN).stream()
                            .filter(verdict -> verdict.name().equalsIgnoreCase(String.valueOf(raw)))
                            .findFirst()
                            .or(Optional::<Verdict>empty))
            .as(new Setting.Choice(List.of("NG", "UNKNOWN")))
            .byDefault(Verdict.NG);
    public static final Setting<Integer> TIME_LIMIT =
            Setting.whole("timeLimitMs", 1, 600_000).unit("ms").byDefault(1_000);
    public static final Setting<Role> ROLE = Setting.choice("role", Role.class).byDefault(Role.REQUIRED);

    public static final Setting<Double> LOW = limit("low");
    public static final Setting<Double> HIGH = limit("high");
    public static final Setting<Double> WARN_LOW = limit("warnLow");
    public static final Setting<Double> WARN_HIGH = limit("warnHigh");

    private StepSettings() {}

    private static Setting<Double> limit(String key) {
        return Setting.number(key, -1e12, 1e12);
    }
}
