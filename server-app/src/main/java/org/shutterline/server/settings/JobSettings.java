package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * What becomes of jobs.
 *
 * @param versions how many versions of each are kept at least; 1 or more
 */
public record JobSettings(int versions) {

    private static final Setting<Integer> VERSIONS =
            Setting.whole("versions", 1, 10_000).byDefault(100);

    static JobSettings read(String place, Map<String, Object> raw) {
        return new JobSettings(Options.checked(place, raw, List.of(VERSIONS)).get(VERSIONS));
    }
}
