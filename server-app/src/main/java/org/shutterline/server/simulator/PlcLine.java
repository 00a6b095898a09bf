package org.shutterline.server.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.ClientStep;

/** One connection of a PLC with its conversation. Used by one thread, which waits here. */
final class PlcLine implements AutoCloseable {
    private static final String NAME = "PLC simulator";

    private final ClientConversation conversation;
    private final Wire wire;
    private final PlcClock clock;
    private final Map<Command, byte[]> usual;
    private final Map<Long, Answered> answers = new HashMap<>();
    private final Set<Long> unheard = new HashSet<>();
    /** Requests that were sent before the conversation got to them. */
    private final Deque<byte[]> ahead = new ArrayDeque<>();

    private long tickets;
    private Manner manner = Manner.WHOLE;

    /** How bytes are handed to the network. */
    enum Manner {
        WHOLE,
        BYTEWISE,
        WITHOUT_END
    }

    /** @param atNanos when the answer was whole */
    record Answered(Reply reply, long atNanos) {}

    /** The peer says what no station of this dialect says. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;

        NotUnderstood(String why) {
            super(why);
        }
    }

    /** @param usual how commands are sent when nothing else waits, learnt on this connection and those before */
    PlcLine(ClientConversation conversation, Wire wire, Map<Command, byte[]> usual, PlcClock clock) {
        this.conversation = conversation;
        this.wire = wire;
        this.usual = usual;
        this.clock = clock;
    }

    /** Greets, logs in, and waits for the first sign of life where the dialect has one. */
    void open(Duration patience) throws IOException, NotUnderstood {
        carry(conversation.opened(NAME, 0));
        long ticket = ++tickets;
        carry(conversation.ping(ticket));
        if (await(ticket, patience).isEmpty()) {
            throw new IOException("no sign of life");
        }
    }

    /** Sends a command, and gives the ticket of its answer. */
    long begin(Command command, Manner how) throws IOException, NotUnderstood {
        manner = how;
        long ticket = ++tickets;
        List<ClientStep> steps = conversation.ask(ticket, command);
        usual.putIfAbsent(command, sends(steps));
        carry(steps);
        manner = Manner.WHOLE;
        return ticket;
    }

    /** Sends a sign of life, where the dialect has one, and a command in one piece; gives the ticket of the command's answer. */
    long beginBehindPing(Command command) throws IOException, NotUnderstood {
        if (!usual.containsKey(command)) {
            return begin(command, Manner.WHOLE);
        }
        unheard.add(++tickets);
        byte[] ping = sends(conversation.ping(tickets));
        long ticket = ++tickets;
        byte[] own = sends(conversation.ask(ticket, command));
        if (own.length == 0) {
            // a client that asks in turn would wait for the first answer; what it will send then is sent now
            own = usual.get(command);
            ahead.add(own);
        }
        byte[] both = Arrays.copyOf(ping, ping.length + own.length);
        System.arraycopy(own, 0, both, ping.length, own.length);
        wire.send(both);
        return ticket;
    }

    private static byte[] sends(List<ClientStep> steps) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (ClientStep step : steps) {
            if (step instanceof ClientStep.Send send) {
                sent.writeBytes(send.bytes());
            }
        }
        return sent.toByteArray();
    }

    /** The answer to the ticket; empty if it did not come in time. */
    Optional<Answered> await(long ticket, Duration patience) throws IOException, NotUnderstood {
        long untilNanos = clock.nanos() + patience.toNanos();
        while (!answers.containsKey(ticket)) {
            Duration left = Duration.ofNanos(untilNanos - clock.nanos());
            if (left.isNegative() || left.isZero()) {
                return Optional.empty();
            }
            Optional<ByteBuffer> bytes = wire.receive(left);
            if (bytes.isPresent()) {
                carry(conversation.received(bytes.get()));
            }
        }
        return Optional.ofNullable(answers.remove(ticket));
    }

    private void carry(List<ClientStep> steps) throws IOException, NotUnderstood {
        for (ClientStep step : steps) {
            if (step instanceof ClientStep.Send send) {
                send(send.bytes());
            } else if (step instanceof ClientStep.Replied replied) {
                heard(replied);
            } else if (step instanceof ClientStep.Broken broken) {
                throw new NotUnderstood(broken.why());
            }
        }
    }

    private void heard(ClientStep.Replied replied) {
        if (!unheard.remove(replied.ticket())) {
            answers.put(replied.ticket(), new Answered(replied.reply(), clock.nanos()));
        }
    }

    private void send(byte[] bytes) throws IOException {
        if (!ahead.isEmpty() && Arrays.equals(ahead.peekFirst(), bytes)) {
            ahead.removeFirst();
            return;
        }
        switch (manner) {
            case WHOLE -> wire.send(bytes);
            case WITHOUT_END -> wire.send(withoutEnd(bytes));
            case BYTEWISE -> {
                for (byte one : bytes) {
                    wire.send(new byte[] {one});
                }
            }
        }
    }

    private static byte[] withoutEnd(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == '\n' || bytes[length - 1] == 0)) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }

    void reset() {
        wire.reset();
    }

    @Override
    public void close() {
        wire.close();
    }
}
