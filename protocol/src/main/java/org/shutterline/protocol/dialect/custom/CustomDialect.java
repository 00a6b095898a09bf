package org.shutterline.protocol.dialect.custom;

import java.util.List;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.script.ExchangeClient;
import org.shutterline.protocol.script.ScriptConversation;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** Free text: the settings say which lines mean what, and what is answered. Immutable. */
public final class CustomDialect implements Dialect {
    @Override
    public String id() {
        return "custom";
    }

    @Override
    public String title() {
        return "Free text by a table";
    }

    @Override
    public List<Setting<?>> settings() {
        return CustomSettings.ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return false;
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        CustomSettings settings = CustomSettings.of(options);
        return new ScriptConversation(settings.rules(), rights, desk -> new CustomScript(settings, desk));
    }

    @Override
    public ClientConversation client(Options options) {
        CustomSettings settings = CustomSettings.of(options);
        return new ExchangeClient(settings.rules(), new CustomAsking(settings));
    }
}
