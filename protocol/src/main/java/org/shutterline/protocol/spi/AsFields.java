package org.shutterline.protocol.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/** Settings for the peer's side as a PLC, or a person at a terminal, speaks: in fields, where clients of ours would choose another format. */
public final class AsFields {
    private static final String FORMAT = "format";
    private static final String FIELDS = "fields";

    private AsFields() {}

    /**
     * @param place where the settings stand, for messages
     * @param settings as a listener of the dialect has them
     * @throws BadSetting if they cannot be used
     */
    public static Options of(Dialect dialect, String place, Map<String, Object> settings) {
        Map<String, Object> spoken = new LinkedHashMap<>(settings);
        boolean choosesFormat = dialect.settings().stream()
                .anyMatch(setting -> setting.key().equals(FORMAT)
                        && setting.shape() instanceof Setting.Choice choice
                        && choice.words().contains(FIELDS));
        if (choosesFormat) {
            spoken.put(FORMAT, FIELDS);
        }
        return Options.checked(place, spoken, dialect.settings());
    }
}
