package org.shutterline.protocol.dialect.insight;

import java.util.Optional;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.script.Exchange;

/**
 * Whether the sensor is online, the one command that is answered without a status.
 *
 * @param reply what that makes the reply
 */
record OnlineAsked(Meaning reply) implements Exchange {
    /** What it means to be online or not. */
    @FunctionalInterface
    interface Meaning {
        Reply of(boolean online);
    }

    @Override
    public String request() {
        return "GO";
    }

    @Override
    public Optional<Reply> heard(String line) throws NotThisDialect {
        return switch (line.strip()) {
            case "1" -> Optional.of(reply.of(true));
            case "0" -> Optional.of(reply.of(false));
            default -> throw new NotThisDialect("'" + line + "' does not answer GO");
        };
    }
}
