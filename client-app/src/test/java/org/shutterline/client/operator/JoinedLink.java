package org.shutterline.client.operator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.shutterline.client.language.Language;
import org.shutterline.client.link.Address;
import org.shutterline.client.link.Asked;
import org.shutterline.client.link.Link;
import org.shutterline.client.link.LinkListener;
import org.shutterline.client.link.LinkOpener;
import org.shutterline.client.link.Trouble;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** A link whose other end is a server's own conversation, joined without a socket; time passes as needed. */
final class JoinedLink implements LinkOpener {
    /** Longer than any gap between two writes, and shorter than what a result is waited for. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final Function<String, ServerConversation> servers;
    private final Function<Command, Reply> stations;
    private final List<Command> asked = new ArrayList<>();
    private One newest;

    /**
     * @param servers a new conversation, by the dialect
     * @param stations what they reply
     */
    JoinedLink(Function<String, ServerConversation> servers, Function<Command, Reply> stations) {
        this.servers = servers;
        this.stations = stations;
    }

    @Override
    public Link open(Address address, Language language, LinkListener listener) {
        newest = new One(servers.apply(language.id()), language.conversations().get(), listener);
        return newest;
    }

    /** As soon as a real link would say so: with the first sign of life, or the word that there is none. */
    void answersFirst() {
        newest.begin();
    }

    void happens(Event event) {
        newest.happens(event);
    }

    void breaks() {
        newest.loseAll();
        newest.listener.closed(new Trouble(Trouble.Kind.CLOSED, "as scripted"));
    }

    /** What the stations were asked for. */
    List<Command> asked() {
        return asked;
    }

    private final class One implements Link {
        private final ServerConversation server;
        private final ClientConversation client;
        private final LinkListener listener;
        private final Map<Long, Asked> waiting = new HashMap<>();
        private long tickets;
        private long nowNanos;

        One(ServerConversation server, ClientConversation client, LinkListener listener) {
            this.server = server;
            this.client = client;
            this.listener = listener;
        }

        void begin() {
            serve(server.opened(nowNanos));
            hear(client.opened("test", 1_000));
            waiting.put(++tickets, new Asked() {
                @Override
                public void replied(Reply reply, String line) {
                    listener.opened();
                }

                @Override
                public void lost(Trouble trouble) {
                    throw new AssertionError("no sign of life: " + trouble);
                }
            });
            hear(client.ping(tickets));
            pass();
        }

        @Override
        public void ask(Command command, Asked listening) {
            waiting.put(++tickets, listening);
            hear(client.ask(tickets, command));
            pass();
        }

        void happens(Event event) {
            serve(server.happened(event, nowNanos));
            pass();
        }

        void loseAll() {
            List<Asked> left = List.copyOf(waiting.values());
            waiting.clear();
            left.forEach(lost -> lost.lost(new Trouble(Trouble.Kind.CLOSED, "as scripted")));
        }

        @Override
        public void close() {
            loseAll();
        }

        private void pass() {
            for (OptionalLong at = server.wakeAt();
                    at.isPresent() && at.getAsLong() - nowNanos < PATIENCE_NANOS;
                    at = server.wakeAt()) {
                nowNanos = Math.max(nowNanos, at.getAsLong());
                serve(server.woken(nowNanos));
            }
        }

        private void serve(List<ServerStep> steps) {
            for (ServerStep step : steps) {
                if (step instanceof ServerStep.Send send) {
                    hear(client.received(ByteBuffer.wrap(send.text())));
                    send.blobs().forEach(blob -> {
                        hear(client.received(blob.bytes()));
                        blob.close();
                    });
                } else if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                    serve(server.replied(ask.ticket(), login.verdict(), nowNanos));
                } else if (step instanceof ServerStep.Ask ask) {
                    asked.add(ask.command());
                    serve(server.replied(ask.ticket(), stations.apply(ask.command()), nowNanos));
                }
            }
        }

        private void hear(List<ClientStep> steps) {
            for (ClientStep step : steps) {
                if (step instanceof ClientStep.Send send) {
                    serve(server.received(ByteBuffer.wrap(send.bytes()), nowNanos));
                } else if (step instanceof ClientStep.Replied replied) {
                    waiting.remove(replied.ticket()).replied(replied.reply(), replied.line());
                } else if (step instanceof ClientStep.Happened happened) {
                    listener.happened(happened.event());
                } else if (step instanceof ClientStep.Broken no) {
                    throw new AssertionError("not understood: " + no.why());
                }
            }
        }
    }
}
