package org.shutterline.client.link;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.shutterline.protocol.message.Blob;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** A server that speaks the real dialect over loopback, with a station that the test plays. */
public final class ScriptedServer implements AutoCloseable {
    private final Dialect dialect = Catalog.installed("dialect", Dialect.class).find("plain", "test");
    private final Function<Command, Optional<Reply>> station;
    private final Function<Command.Trigger, InspectionResult> judge;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Command.Trigger> triggers = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private volatile boolean mute;
    private volatile Role role = Role.ADMIN;

    /**
     * @param station answers all but triggers
     * @param judge what becomes of a trigger
     */
    public ScriptedServer(
            Function<Command, Optional<Reply>> station, Function<Command.Trigger, InspectionResult> judge) {
        this.station = station;
        this.judge = judge;
        this.listener = listen(0);
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread accepting = new Thread(() -> accept(socket), "scripted-server");
            accepting.setDaemon(true);
            accepting.start();
            return socket;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Connection connection = new Connection(from.accept());
                connections.add(connection);
                Thread serving = new Thread(connection::serve, "scripted-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    public Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    public List<Command.Trigger> triggers() {
        return triggers;
    }

    /** Whoever connects from now on may do no more than this. */
    public void lets(Role most) {
        role = most;
    }

    /** From now on nothing is said any more, and nobody is told why. */
    public void fallSilent() {
        mute = true;
    }

    /** All connections break, and nobody listens any more. */
    public void vanish() throws IOException {
        listener.close();
        for (Connection connection : connections) {
            connection.socket.close();
        }
        connections.clear();
    }

    /** Listens again where it was. */
    public void comeBack() {
        mute = false;
        listener = listen(listener.getLocalPort());
    }

    public void tell(Event event) {
        connections.forEach(connection -> connection.tell(event));
    }

    @Override
    public void close() throws IOException {
        vanish();
    }

    /** One connection; the monitor of the conversation keeps its calls apart. */
    private final class Connection {
        private final Socket socket;
        private final ServerConversation conversation;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
            this.conversation = dialect.server(Options.checked("test", Map.of(), dialect.settings()), role);
        }

        private void serve() {
            try (socket) {
                take(conversation.opened(System.nanoTime()));
                byte[] bytes = new byte[8_192];
                for (int length = socket.getInputStream().read(bytes);
                        length >= 0;
                        length = socket.getInputStream().read(bytes)) {
                    received(ByteBuffer.wrap(bytes, 0, length));
                }
            } catch (IOException gone) {
                connections.remove(this);
            }
        }

        private void received(ByteBuffer bytes) {
            synchronized (conversation) {
                take(conversation.received(bytes, System.nanoTime()));
            }
        }

        private void tell(Event event) {
            synchronized (conversation) {
                take(conversation.happened(event, System.nanoTime()));
            }
        }

        private void take(List<ServerStep> steps) {
            for (ServerStep step : steps) {
                if (step instanceof ServerStep.Send send) {
                    write(send);
                } else if (step instanceof ServerStep.SendNewest newest) {
                    write(newest.send());
                } else if (step instanceof ServerStep.Ask ask) {
                    answer(ask);
                } else if (step instanceof ServerStep.Close || step instanceof ServerStep.CloseAtOnce) {
                    hangUp();
                }
            }
        }

        private void answer(ServerStep.Ask ask) {
            if (ask.command() instanceof Command.Trigger trigger) {
                triggers.add(trigger);
                InspectionResult result = judge.apply(trigger);
                take(conversation.replied(ask.ticket(), new Reply.Accepted(result.id(), false), System.nanoTime()));
                ScriptedServer.this.tell(new Event.Finished(result));
            } else if (ask.command() instanceof Command.LogInHere login) {
                take(conversation.replied(ask.ticket(), login.verdict(), System.nanoTime()));
            } else {
                Reply reply = station.apply(ask.command()).orElse(new Reply.Done());
                take(conversation.replied(ask.ticket(), reply, System.nanoTime()));
            }
        }

        private void write(ServerStep.Send send) {
            if (mute) {
                return;
            }
            try {
                out.write(send.text());
                for (Blob blob : send.blobs()) {
                    try (blob) {
                        Channels.newChannel(out).write(blob.bytes());
                    }
                }
                out.flush();
            } catch (IOException gone) {
                connections.remove(this);
            }
        }

        private void hangUp() {
            try {
                socket.close();
            } catch (IOException gone) {
                connections.remove(this);
            }
        }
    }
}
