package org.shutterline.protocol.dialect.insight;

import java.util.List;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.ScriptConversation;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** The native mode of Cognex In-Sight: a login, then commands of two letters. Immutable. */
public final class InsightDialect implements Dialect {
    @Override
    public String id() {
        return "insight";
    }

    @Override
    public String title() {
        return "Cognex In-Sight native mode";
    }

    @Override
    public List<Setting<?>> settings() {
        return InsightSettings.ALL;
    }

    @Override
    public ServerConversation server(Options options, Role role) {
        InsightSettings settings = InsightSettings.of(options);
        Logins logins = Logins.of(options);
        return new ScriptConversation(settings.rules(), role, desk -> new InsightScript(settings, logins, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        return new InsightClient(InsightSettings.of(options));
    }
}
