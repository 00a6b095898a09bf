package org.shutterline.server.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;

/**
 * Where copies of the books go besides.
 *
 * @param syslog empty for nowhere
 */
public record AuditSettings(Optional<Syslog> syslog) {
    /** How the copies travel. */
    public enum Way {
        UDP,
        TCP
    }

    /** A syslog server that takes RFC 5424. */
    public record Syslog(String host, int port, Way way) {}

    private static final Setting<Map<String, Object>> SYSLOG = Groups.group("syslog");
    private static final Setting<String> HOST = Setting.text("host");
    private static final Setting<Integer> PORT =
            Setting.whole("port", 1, 65_535).byDefault(514);
    private static final Setting<Way> WAY =
            Setting.choice("protocol", Way.class).byDefault(Way.UDP);

    /** @throws BadSetting naming the key, and what was expected */
    static AuditSettings read(String place, Map<String, Object> raw) {
        Options options = Options.checked(place, raw, List.of(SYSLOG));
        return new AuditSettings(options.find(SYSLOG).map(group -> {
            Options syslog = Options.checked(options.placeOf(SYSLOG), group, List.of(HOST, PORT, WAY));
            return new Syslog(syslog.get(HOST), syslog.get(PORT), syslog.get(WAY));
        }));
    }
}
