package org.shutterline.protocol.dialect.plain;

import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Command;

/**
 * A request of ours that has no reply yet.
 *
 * @param ticket empty for what the conversation asks for itself
 * @param echo what the reply repeats
 * @param command empty for HELLO, FORMAT and PING
 */
record Asked(OptionalLong ticket, String echo, Optional<Command> command) {
    boolean isDetail() {
        return command.filter(Command.FetchDetail.class::isInstance).isPresent();
    }
}
