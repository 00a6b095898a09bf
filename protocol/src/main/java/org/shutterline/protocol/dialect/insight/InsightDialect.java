package org.shutterline.protocol.dialect.insight;

import java.util.List;
import java.util.regex.Pattern;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.ScriptConversation;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** The native mode of Cognex In-Sight: a login, then commands of two letters. Immutable. */
public final class InsightDialect implements Dialect {
    private static final Pattern COMMAND = Pattern.compile(
            "(?i)S[OWE]\\s?\\d|G[OFJI]|R[IB]|SJ\\s?\\d{1,3}|LF\\s?\\S+|GV\\s?[\\w.]+|S[IFS]\\s?[A-Z]\\d{3}.*");

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
    public boolean isCommand(String line) {
        return COMMAND.matcher(line.strip()).matches();
    }

    @Override
    public boolean hasOwnLogins() {
        return true;
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        InsightSettings settings = InsightSettings.of(options);
        Logins logins = Logins.of(options);
        return new ScriptConversation(settings.rules(), rights, desk -> new InsightScript(settings, logins, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        return new InsightClient(InsightSettings.of(options));
    }
}
