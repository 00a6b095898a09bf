package org.shutterline.server.terminal;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.AsFields;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.server.net.Meaning;

/**
 * Reads a talk along: what is sent is read by the station's side of the dialect, which says what it asks for; what comes is
 * read by the peer's side, which was told so. Neither writes anything. What they cannot read has no meaning, and no harm is
 * done.
 */
final class Decoder {
    private static final String PLACE = "terminal";

    private final Dialect dialect;
    private final Options options;
    private final ServerConversation server;
    private ClientConversation client;
    private final Map<Long, Command> asked = new HashMap<>();
    private long tickets;

    /** @param options of the dialect, checked */
    Decoder(Dialect dialect, Options options) {
        this.dialect = dialect;
        this.options = AsFields.of(dialect, PLACE, options.written());
        this.server = dialect.server(options, Role.ADMIN);
        this.client = dialect.client(this.options);
        server.opened(0);
    }

    /** What a client of this dialect ends its lines in; empty if it sends none. */
    static Optional<String> lineEnd(Dialect dialect, Options options) {
        ClientConversation client = dialect.client(AsFields.of(dialect, PLACE, options.written()));
        return client.ping(1).stream()
                .filter(ClientStep.Send.class::isInstance)
                .map(step -> end(((ClientStep.Send) step).bytes()))
                .findFirst();
    }

    private static String end(byte[] line) {
        int from = line.length;
        while (from > 0 && (line[from - 1] == '\r' || line[from - 1] == '\n' || line[from - 1] == 0)) {
            from--;
        }
        StringBuilder end = new StringBuilder();
        for (int i = from; i < line.length; i++) {
            end.append((char) line[i]);
        }
        return end.toString();
    }

    /** These bytes were sent. */
    Optional<Meaning> sent(byte[] bytes) {
        Optional<Command> command = carryOut(server.received(ByteBuffer.wrap(bytes), 0));
        command.ifPresent(wanted -> {
            asked.put(++tickets, wanted);
            client.ask(tickets, wanted);
        });
        return command.map(Meaning.Wanted::new);
    }

    /** The first thing that is asked for; each is refused at once, so that the next line is read. */
    private Optional<Command> carryOut(List<ServerStep> steps) {
        Optional<Command> first = Optional.empty();
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                Optional<Command> more = carryOut(server.replied(ask.ticket(), login.verdict(), 0));
                first = first.or(() -> more);
            } else if (step instanceof ServerStep.Ask ask) {
                Optional<Command> more =
                        carryOut(server.replied(ask.ticket(), new Reply.Refused(Code.STATION_BUSY), 0));
                first = first.or(() -> Optional.of(ask.command())).or(() -> more);
            }
        }
        return first;
    }

    /** These bytes came. */
    Optional<Meaning> received(byte[] bytes) {
        Optional<Meaning> meaning = Optional.empty();
        for (ClientStep step : client.received(ByteBuffer.wrap(bytes))) {
            if (step instanceof ClientStep.Replied replied) {
                meaning = Optional.ofNullable(asked.remove(replied.ticket()))
                        .flatMap(command -> Meaning.of(command, replied.reply()));
            } else if (step instanceof ClientStep.Happened happened
                    && happened.event() instanceof Event.Finished finished) {
                meaning = Optional.of(new Meaning.Judged(finished.result()));
            } else if (step instanceof ClientStep.Broken) {
                client = dialect.client(options);
                asked.clear();
            }
        }
        return meaning;
    }
}
