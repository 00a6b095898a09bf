package org.shutterline.server.simulator;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** A station at the other end of a PLC's wire, without a socket; its clock is the PLC's, and runs as fast as both like. */
final class JoinedStation implements Wire.Opener, PlcClock {
    static final long INSPECTION_NANOS = 3_000_000;

    final List<String> sends = new ArrayList<>();
    final List<Long> triggeredNanos = new ArrayList<>();
    private final PlayedStation station = new PlayedStation();
    private final Dialect dialect;
    private final Options options;
    private final List<JoinedWire> wires = new ArrayList<>();
    private final Map<Long, Long> dueNanos = new TreeMap<>();
    private long nowNanos;
    private boolean answersTriggers = true;
    private Optional<byte[]> says = Optional.empty();

    JoinedStation(String dialect) {
        this.dialect = Vendors.DIALECTS.find(dialect, "test");
        this.options = Options.checked("test", Vendors.settings(dialect), this.dialect.settings());
    }

    /** Inspections never end. */
    JoinedStation thatNeverAnswers() {
        answersTriggers = false;
        return this;
    }

    /** It says this to all that comes. */
    JoinedStation thatSays(String text) {
        says = Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    @Override
    public Wire open() {
        JoinedWire wire = new JoinedWire();
        wires.add(wire);
        wire.serve(wire.conversation.opened(nowNanos));
        return wire;
    }

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public void rest(Duration time) {
        long until = nowNanos + time.toNanos();
        while (step(until)) {
            // what is due by then happens
        }
        nowNanos = until;
    }

    /** The next thing that is due happens, if it is due by then. */
    private boolean step(long untilNanos) {
        Optional<Map.Entry<Long, Long>> finished = dueNanos.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .filter(due -> due.getValue() <= untilNanos);
        Optional<JoinedWire> woken = wires.stream()
                .filter(wire -> wire.conversation.wakeAt().isPresent()
                        && wire.conversation.wakeAt().getAsLong() <= untilNanos)
                .findFirst();
        if (woken.isPresent()) {
            long at = woken.get().conversation.wakeAt().getAsLong();
            if (finished.isEmpty() || at <= finished.get().getValue()) {
                nowNanos = Math.max(nowNanos, at);
                woken.get().serve(woken.get().conversation.woken(nowNanos));
                return true;
            }
        }
        finished.ifPresent(due -> {
            dueNanos.remove(due.getKey());
            nowNanos = Math.max(nowNanos, due.getValue());
            InspectionResult result = station.finish(due.getKey());
            List.copyOf(wires)
                    .forEach(wire -> wire.serve(wire.conversation.happened(new Event.Finished(result), nowNanos)));
        });
        return finished.isPresent();
    }

    private final class JoinedWire implements Wire {
        private final ServerConversation conversation = dialect.server(options, Role.ADMIN);
        private final Deque<byte[]> incoming = new ArrayDeque<>();
        private boolean closed;

        @Override
        public void send(byte[] bytes) {
            sends.add(new String(bytes, StandardCharsets.ISO_8859_1));
            if (says.isPresent()) {
                incoming.add(says.get());
            } else {
                serve(conversation.received(ByteBuffer.wrap(bytes), nowNanos));
            }
        }

        @Override
        public Optional<ByteBuffer> receive(Duration patience) throws IOException {
            long until = nowNanos + patience.toNanos();
            while (incoming.isEmpty() && !closed && step(until)) {
                // until something came
            }
            if (incoming.isEmpty() && closed) {
                throw new EOFException("closed");
            }
            nowNanos = incoming.isEmpty() ? until : nowNanos;
            return Optional.ofNullable(incoming.poll()).map(ByteBuffer::wrap);
        }

        void serve(List<ServerStep> steps) {
            for (ServerStep step : steps) {
                if (step instanceof ServerStep.Send send) {
                    incoming.add(send.text());
                } else if (step instanceof ServerStep.Ask ask) {
                    answer(ask);
                } else if (step instanceof ServerStep.Close || step instanceof ServerStep.CloseAtOnce) {
                    closed = true;
                }
            }
        }

        private void answer(ServerStep.Ask ask) {
            Reply reply = station.reply(ask.command());
            if (ask.command() instanceof Command.Trigger) {
                triggeredNanos.add(nowNanos);
            }
            if (reply instanceof Reply.Accepted accepted && answersTriggers) {
                dueNanos.put(accepted.id(), nowNanos + INSPECTION_NANOS);
            }
            serve(conversation.replied(ask.ticket(), reply, nowNanos));
        }

        @Override
        public void reset() {
            close();
        }

        @Override
        public void close() {
            wires.remove(this);
        }
    }
}
