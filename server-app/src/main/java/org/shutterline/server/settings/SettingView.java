package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * One setting of a plugin as a window offers it.
 *
 * @param shape what kind of thing it is
 * @param secret whether nobody is shown its value
 * @param unit may be empty
 * @param expected what may stand there, in words
 * @param value as the file writes it; empty if the default counts
 * @param byDefault as the file would write it; empty if there is none
 * @param shown of a region: as it lies on the picture, moved with the fixture; else the same as the value
 * @param trouble why what stands there cannot be used
 */
public record SettingView(
        String key,
        Setting.Shape shape,
        boolean secret,
        String unit,
        String expected,
        Optional<Object> value,
        Optional<Object> byDefault,
        Optional<Object> shown,
        Optional<String> trouble) {

    /** What stands for it among these values, and what is wrong with it. */
    public static SettingView of(Setting<?> setting, Map<String, Object> values) {
        Optional<Object> value = Optional.ofNullable(values.get(setting.key()));
        return new SettingView(
                setting.key(),
                setting.shape(),
                setting.isSecret(),
                setting.unit(),
                setting.expected(),
                value,
                Written.byDefault(setting),
                value,
                value.flatMap(raw -> trouble(setting, raw)));
    }

    private static Optional<String> trouble(Setting<?> setting, Object raw) {
        try {
            Options.checked("", Map.of(setting.key(), raw), List.of(setting));
            return Optional.empty();
        } catch (BadSetting bad) {
            return Optional.of(bad.getMessage());
        }
    }

    /** Whether something must stand there and nothing does. */
    public boolean isMissing() {
        return value.isEmpty() && trouble.isPresent();
    }

    /** The same with this trouble. */
    public SettingView troubled(Optional<String> why) {
        return new SettingView(key, shape, secret, unit, expected, value, byDefault, shown, why);
    }

    /** The same, lying elsewhere on the picture. */
    public SettingView lying(Optional<Object> there) {
        return new SettingView(key, shape, secret, unit, expected, value, byDefault, there, trouble);
    }
}
