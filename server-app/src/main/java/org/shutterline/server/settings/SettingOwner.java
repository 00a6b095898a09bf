package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;

/**
 * Whose settings a window offers.
 *
 * @param kind the id of the plugin, by which its settings have their words
 * @param earlier ids and titles of the tools that run before it, for settings that name one
 * @param values of those tools, for settings that reckon with them
 */
public record SettingOwner(String kind, Map<String, String> earlier, List<EarlierValue> values) {
    /** Of what does not stand in a job. */
    public static SettingOwner of(String kind) {
        return new SettingOwner(kind, Map.of(), List.of());
    }
}
