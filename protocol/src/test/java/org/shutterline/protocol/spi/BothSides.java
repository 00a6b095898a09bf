package org.shutterline.protocol.spi;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;

/** Client and server of one dialect, joined without a socket; bytes go over in pieces of any size, and time passes as needed. */
public final class BothSides {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final ServerConversation server;
    private final ClientConversation client;
    private final Function<Command, Reply> stations;
    private final Function<Long, InspectionResult> results;
    private final Random cuts = new Random(5);
    private final List<Command> asked = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<Reply> reply = Optional.empty();
    private Optional<String> broken = Optional.empty();
    private long nowNanos;
    private long tickets;

    /**
     * @param stations what they reply
     * @param results what becomes of the trigger with this id
     */
    public BothSides(
            Dialect dialect,
            Map<String, Object> settings,
            Function<Command, Reply> stations,
            Function<Long, InspectionResult> results) {
        Options options = Options.checked("test", settings, dialect.settings());
        this.server = dialect.server(options, Role.ADMIN);
        this.client = dialect.client(options);
        this.stations = stations;
        this.results = results;
        serve(server.opened(0));
        hear(client.opened("line 3", 0));
        pass();
    }

    /** What the client's owner is told, at last; empty if nothing is. */
    public Optional<Reply> ask(Command command) {
        reply = Optional.empty();
        hear(client.ask(++tickets, command));
        pass();
        return reply;
    }

    /** The sign of life. */
    public Optional<Reply> ping() {
        reply = Optional.empty();
        hear(client.ping(++tickets));
        pass();
        return reply;
    }

    /** Something happens at a station by itself. */
    public void happens(Event event) {
        serve(server.happened(event, nowNanos));
        pass();
    }

    /** What the stations were asked for since the last look. */
    public List<Command> asked() {
        List<Command> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    /** What the client heard unasked since the last look. */
    public List<Event> events() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Why the client took the server for another one. */
    public Optional<String> broken() {
        return broken;
    }

    private void pass() {
        for (OptionalLong at = server.wakeAt();
                at.isPresent() && at.getAsLong() - PATIENCE_NANOS < 0;
                at = server.wakeAt()) {
            nowNanos = Math.max(nowNanos, at.getAsLong());
            serve(server.woken(nowNanos));
        }
    }

    private void serve(List<ServerStep> steps) {
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Send send) {
                cut(send.text(), piece -> hear(client.received(piece)));
                send.blobs().forEach(blob -> {
                    ByteBuffer bytes = blob.bytes();
                    byte[] copy = new byte[bytes.remaining()];
                    bytes.get(copy);
                    cut(copy, piece -> hear(client.received(piece)));
                    blob.close();
                });
            } else if (step instanceof ServerStep.Ask ask) {
                answer(ask);
            }
        }
    }

    private void answer(ServerStep.Ask ask) {
        if (ask.command() instanceof Command.LogInHere login) {
            serve(server.replied(ask.ticket(), login.verdict(), nowNanos));
            return;
        }
        asked.add(ask.command());
        Reply said = stations.apply(ask.command());
        serve(server.replied(ask.ticket(), said, nowNanos));
        if (said instanceof Reply.Accepted accepted) {
            serve(server.happened(new Event.Finished(results.apply(accepted.id())), nowNanos));
        }
    }

    private void hear(List<ClientStep> steps) {
        for (ClientStep step : steps) {
            if (step instanceof ClientStep.Send send) {
                cut(send.bytes(), piece -> serve(server.received(piece, nowNanos)));
            } else if (step instanceof ClientStep.Replied replied) {
                reply = Optional.of(replied.reply());
            } else if (step instanceof ClientStep.Happened happened) {
                events.add(happened.event());
            } else if (step instanceof ClientStep.Broken no) {
                broken = Optional.of(no.why());
            }
        }
    }

    private void cut(byte[] bytes, java.util.function.Consumer<ByteBuffer> peer) {
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + cuts.nextInt(bytes.length));
            peer.accept(ByteBuffer.wrap(bytes, from, to - from));
            from = to;
        }
    }
}
