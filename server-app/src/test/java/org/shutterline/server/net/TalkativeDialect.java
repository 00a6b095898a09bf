package org.shutterline.server.net;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;

/** A dialect of the tests, whose lines each bring about one kind of step. */
final class TalkativeDialect implements Dialect {
    /** How many connections it will fail to begin. */
    final AtomicInteger failures = new AtomicInteger();

    @Override
    public String id() {
        return "talkative";
    }

    @Override
    public String title() {
        return "for tests";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public boolean isCommand(String line) {
        return false;
    }

    @Override
    public ServerConversation server(Options options, Rights rights) {
        if (failures.getAndDecrement() > 0) {
            throw new NoClassDefFoundError("meant to be");
        }
        return new TalkativeConversation();
    }

    @Override
    public ClientConversation client(Options options) {
        throw new UnsupportedOperationException("only the station's side");
    }
}
