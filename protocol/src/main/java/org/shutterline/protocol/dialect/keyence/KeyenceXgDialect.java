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

/** Keyence CV-X and XG-X: ASCII commands that end in CR, in both trigger modes. Immutable. */
public final class KeyenceXgDialect implements Dialect {
    private static final Set<String> NAMES = Set.of(
            "T1", "T2", "T3", "T4", "TA", "TE", "R0", "S0", "RM", "RS", "SS", "RB", "CE", "PW", "PR", "EXW", "EXR",
            "BS", "DW", "DR", "STW", "MR", "MW", "M0", "VI", "EC");

    @Override
    public String id() {
        return "keyence-xg";
    }

    @Override
    public String title() {
        return "Keyence CV-X and XG-X";
    }

    @Override
    public List<Setting<?>> settings() {
        return KeyenceXgSettings.ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return NAMES.contains(Words.of(line).name());
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        KeyenceXgSettings settings = KeyenceXgSettings.of(options);
        return new ScriptConversation(settings.rules(), rights, desk -> new KeyenceXgScript(settings, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        KeyenceXgSettings settings = KeyenceXgSettings.of(options);
        return new ExchangeClient(settings.rules(), new KeyenceXgAsking(settings));
    }
}
