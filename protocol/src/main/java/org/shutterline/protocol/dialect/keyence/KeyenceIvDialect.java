package org.shutterline.protocol.dialect.keyence;

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

/** Keyence IV: ASCII commands that end in CR, results as numbers of tools with their rates. Immutable. */
public final class KeyenceIvDialect implements Dialect {
    private static final Set<String> NAMES =
            Set.of("T1", "T2", "RT", "OE", "PR", "PW", "RM", "SR", "DR", "DW", "BR", "VI", "STR", "STC", "RER");

    @Override
    public String id() {
        return "keyence-iv";
    }

    @Override
    public String title() {
        return "Keyence IV";
    }

    @Override
    public List<Setting<?>> settings() {
        return KeyenceIvSettings.ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return NAMES.contains(Words.of(line).name());
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        KeyenceIvSettings settings = KeyenceIvSettings.of(options);
        return new ScriptConversation(settings.rules(), rights, desk -> new KeyenceIvScript(settings, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        KeyenceIvSettings settings = KeyenceIvSettings.of(options);
        return new ExchangeClient(settings.rules(), new KeyenceIvAsking(settings));
    }
}
