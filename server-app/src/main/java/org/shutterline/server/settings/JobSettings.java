package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * What becomes of jobs.
 *
 * @param versions how many versions of each are kept at least, those that clients made counted apart; 1 or more
 * @param programs those that jobs may start which are brought, or changed by clients
 */
public record JobSettings(int versions, AllowedPrograms programs) {

    private static final Setting<Integer> VERSIONS =
            Setting.whole("versions", 1, 10_000).byDefault(100);
    private static final Setting<AllowedPrograms> PROGRAMS =
            AllowedPrograms.setting("programs").byDefault(AllowedPrograms.NONE);

    static JobSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, List.of(VERSIONS, PROGRAMS));
        return new JobSettings(options.get(VERSIONS), options.get(PROGRAMS));
    }
}
