package org.shutterline.protocol.dialect.plain;

import java.util.List;
import org.shutterline.protocol.message.Product;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** The project's own language, version 1 of the wire contract. Immutable. */
public final class PlainDialect implements Dialect {
    private final Product product = Product.load();

    @Override
    public String id() {
        return "plain";
    }

    @Override
    public String title() {
        return "Shutterline lines of text";
    }

    @Override
    public List<Setting<?>> settings() {
        return PlainSettings.ALL;
    }

    @Override
    public boolean isCommand(String line) {
        return PlainGrammar.request(line)
                .filter(request -> PlainVerbs.isKnown(request.verb()))
                .isPresent();
    }

    @Override
    public boolean knowsLogin() {
        return true;
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        return new PlainServerConversation(PlainSettings.of(options), product, rights);
    }

    @Override
    public ClientConversation client(Options options) {
        return new PlainClientConversation(PlainSettings.of(options));
    }
}
