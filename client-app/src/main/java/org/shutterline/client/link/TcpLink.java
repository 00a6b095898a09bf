package org.shutterline.client.link;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link over TCP. The thread {@code link} alone touches the conversation and calls the listener; reading and writing
 * have a thread each, so that neither a slow picture nor a full socket can stop the watch for silence.
 */
public final class TcpLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
    private static final String NAME = "shutterline-client";

    private final Address address;
    private final ClientConversation conversation;
    private final LinkListener listener;
    private final LinkTimes times;
    private final ScheduledThreadPoolExecutor thread;
    private final SocketReader reader;
    private final SocketWriter writer;
    private final Map<Long, Asked> waiting = new HashMap<>();
    private final Set<Long> pings = new HashSet<>();
    private final StepTaker steps = new StepTaker();

    private long lastTicket;
    /** The last byte, or when the first of what waits was asked. */
    private long quietSinceNanos;

    private boolean opened;
    /** Some languages have no word that asks for a sign of life; then nothing but an owed answer is missed. */
    private boolean mute;

    private boolean ended;

    /** Begins to connect at once. */
    public static TcpLink open(
            Address address, ClientConversation conversation, LinkTimes times, LinkListener listener) {
        return open(address, Optional.empty(), conversation, times, listener);
    }

    /** Likewise, encrypted if there is something to encrypt with. */
    public static TcpLink open(
            Address address,
            Optional<Encryption> encryption,
            ClientConversation conversation,
            LinkTimes times,
            LinkListener listener) {
        TcpLink link = new TcpLink(address, encryption, conversation, times, listener);
        link.reader.start();
        return link;
    }

    private TcpLink(
            Address address,
            Optional<Encryption> encryption,
            ClientConversation conversation,
            LinkTimes times,
            LinkListener listener) {
        this.address = address;
        this.conversation = conversation;
        this.listener = listener;
        this.times = times;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> named(task, "link " + address));
        this.reader = new SocketReader(new Socket(), address, encryption, times.connect(), new Arrivals());
        this.writer = new SocketWriter(reader, "link-write " + address, this::end);
    }

    static Thread named(Runnable task, String name) {
        Thread made = new Thread(task, name);
        made.setDaemon(true);
        return made;
    }

    @Override
    public void ask(Command command, Asked asked) {
        if (!onThread(() -> send(command, asked))) {
            asked.lost(new Trouble(Trouble.Kind.ENDED, "the link had ended"));
        }
    }

    @Override
    public void close() {
        onThread(() -> finish(new Trouble(Trouble.Kind.ENDED, "closed here"), false));
    }

    private boolean onThread(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
            return true;
        } catch (RejectedExecutionException gone) {
            return false;
        }
    }

    /** An error ends neither the thread nor its watch for silence, which ends a link that does not work. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error wrong) {
            LOG.error("The link to {} goes on after an error of its own", address, wrong);
        }
    }

    private void send(Command command, Asked asked) {
        if (ended) {
            asked.lost(new Trouble(Trouble.Kind.ENDED, "the link had ended"));
            return;
        }
        if (mute && waiting.isEmpty()) {
            quietSinceNanos = System.nanoTime();
        }
        waiting.put(++lastTicket, asked);
        take(conversation.ask(lastTicket, command));
    }

    private void connected() {
        if (ended) {
            return;
        }
        LOG.info("Connected to {}", address);
        quietSinceNanos = System.nanoTime();
        writer.start();
        take(conversation.opened(NAME, Math.toIntExact(times.ping().toMillis())));
        watch();
        long everyMs = times.ping().toMillis();
        thread.scheduleAtFixedRate(() -> guarded(this::watch), everyMs, everyMs, TimeUnit.MILLISECONDS);
    }

    private void watch() {
        if (ended) {
            return;
        }
        if (mute && waiting.isEmpty()) {
            return;
        }
        long silentNanos = System.nanoTime() - quietSinceNanos;
        // a sign of life alone is answered at once; behind a trigger it may have to wait
        long patienceNanos = (opened && isOwed() ? times.silence() : times.firstAnswer()).toNanos();
        if (silentNanos >= patienceNanos) {
            finish(new Trouble(Trouble.Kind.SILENT, "no byte for " + silentNanos / 1_000_000 + " ms"), true);
        } else if (!mute) {
            ping();
        }
    }

    /** Whether something else than a sign of life waits for its answer. */
    private boolean isOwed() {
        return waiting.size() > pings.size();
    }

    /** Also while one is unanswered: the server was promised a line as often as this. */
    private void ping() {
        long sentNanos = System.nanoTime();
        pings.add(++lastTicket);
        waiting.put(lastTicket, new Asked() {
            @Override
            public void replied(Reply reply, String line) {
                // a reply without a line was given by the conversation itself
                mute = line.isEmpty();
                open();
                if (!mute) {
                    listener.roundTrip((System.nanoTime() - sentNanos) / 1e6);
                }
            }

            @Override
            public void lost(Trouble trouble) {
                // the end of the link is told once, to its listener
            }
        });
        take(conversation.ping(lastTicket));
    }

    private void open() {
        if (!opened) {
            opened = true;
            listener.opened();
        }
    }

    private void received(ByteBuffer bytes) {
        if (!ended) {
            quietSinceNanos = System.nanoTime();
            take(conversation.received(bytes));
        }
    }

    private void take(List<ClientStep> todo) {
        for (ClientStep step : todo) {
            step.answerBy(steps);
        }
    }

    private void end(Trouble trouble) {
        onThread(() -> finish(trouble, true));
    }

    private void finish(Trouble trouble, boolean tell) {
        if (ended) {
            return;
        }
        ended = true;
        if (opened) {
            LOG.info("The connection to {} ended: {} {}", address, trouble.kind(), trouble.detail());
        } else {
            // tried again every few seconds, for as long as the server is away
            LOG.debug("No connection to {}: {} {}", address, trouble.kind(), trouble.detail());
        }
        writer.close();
        reader.close();
        List<Asked> left = List.copyOf(waiting.values());
        waiting.clear();
        left.forEach(asked -> asked.lost(trouble));
        if (tell) {
            listener.closed(trouble);
        }
        thread.shutdown();
    }

    private final class Arrivals implements SocketReader.Receiver {
        @Override
        public void connected() {
            onThread(TcpLink.this::connected);
        }

        @Override
        public boolean received(ByteBuffer bytes, Runnable done) {
            return onThread(() -> {
                TcpLink.this.received(bytes);
                listener.told(done);
            });
        }

        @Override
        public void ended(Trouble trouble) {
            end(trouble);
        }
    }

    private final class StepTaker implements ClientStep.Handler<Void> {
        @Override
        public Void send(ClientStep.Send step) {
            writer.write(step.bytes());
            return null;
        }

        @Override
        public Void replied(ClientStep.Replied step) {
            Asked asked = waiting.remove(step.ticket());
            pings.remove(step.ticket());
            if (asked != null) {
                asked.replied(step.reply(), step.line());
            }
            return null;
        }

        @Override
        public Void happened(ClientStep.Happened step) {
            listener.happened(step.event());
            return null;
        }

        @Override
        public Void admitted(ClientStep.Admitted step) {
            listener.admitted(step.role());
            return null;
        }

        @Override
        public Void notAdmitted(ClientStep.NotAdmitted step) {
            finish(new Trouble(Trouble.Kind.NOT_ADMITTED, step.why()), true);
            return null;
        }

        @Override
        public Void broken(ClientStep.Broken step) {
            finish(new Trouble(Trouble.Kind.NOT_OURS, step.why()), true);
            return null;
        }
    }
}
