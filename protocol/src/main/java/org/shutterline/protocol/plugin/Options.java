package org.shutterline.protocol.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of one plugin as a file gives them, checked against the settings that it knows. Immutable. */
public final class Options {
    private final String place;
    private final Map<String, Object> raw;

    private Options(String place, Map<String, Object> raw) {
        this.place = place;
        this.raw = Map.copyOf(raw);
    }

    /**
     * Checks all of it at once, so that a wrong key or value is told when the file is read and not when it is used.
     *
     * @param place where the settings stand, for messages: {@code settings.yaml, stations[0].camera.settings}
     * @throws BadSetting for a key that the plugin does not know or a value that it cannot use; what is missing is told by
     *     {@link #get}
     */
    public static Options checked(String place, Map<String, Object> raw, List<Setting<?>> known) {
        Options options = new Options(place, raw);
        for (String key : raw.keySet()) {
            if (known.stream().noneMatch(setting -> setting.key().equals(key))) {
                throw new BadSetting(
                        place + "." + key,
                        "no such setting, expected one of "
                                + known.stream().map(Setting::key).collect(Collectors.joining(", ")));
            }
        }
        known.forEach(options::find);
        return options;
    }

    /**
     * The value that stands there, else the default.
     *
     * @throws BadSetting if it is missing and has no default
     */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new BadSetting(placeOf(setting), "missing, expected " + setting.expected()));
    }

    /** The value that stands there, else the default; empty if there is neither. */
    public <T> Optional<T> find(Setting<T> setting) {
        Object value = raw.get(setting.key());
        return value == null ? setting.byDefault() : Optional.of(setting.read(value, placeOf(setting)));
    }

    /** What stands there, as the file has it; empty if nothing does. */
    public Optional<Object> written(Setting<?> setting) {
        return Optional.ofNullable(raw.get(setting.key()));
    }

    /** All that stands there, as the file has it. */
    public Map<String, Object> written() {
        return raw;
    }

    /** Where all of it stands, for messages. */
    public String place() {
        return place;
    }

    /** Where this setting stands, for messages. */
    public String placeOf(Setting<?> setting) {
        return place + "." + setting.key();
    }
}
