package org.shutterline.protocol.dialect.omron;

import java.util.List;
import java.util.Set;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.script.ScriptConversation;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** Omron FH, FZ and FQ2 without a protocol: words that end in CR, parameters after blanks. Immutable. */
public final class OmronDialect implements Dialect {
    private static final Set<String> NAMES =
            Set.of("MEASURE", "M", "SCENE", "S", "UNITDATA", "UD", "CLRMEAS", "IMGSAVE", "VERGET", "RESET");

    @Override
    public String id() {
        return "omron";
    }

    @Override
    public String title() {
        return "Omron FH, FZ and FQ2 (no-protocol)";
    }

    @Override
    public List<Setting<?>> settings() {
        return OmronSettings.ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return NAMES.contains(OmronWords.of(line).name());
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        OmronSettings settings = OmronSettings.of(options);
        return new ScriptConversation(settings.rules(), rights, desk -> new OmronScript(settings, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        OmronSettings settings = OmronSettings.of(options);
        return new ExchangeClient(settings.rules(), new OmronAsking(settings));
    }
}
