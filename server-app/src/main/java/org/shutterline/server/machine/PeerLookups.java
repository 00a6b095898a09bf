package org.shutterline.server.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;

/**
 * Looks up one thing after the other for one peer, on threads that all share: whoever asks for much in advance waits for
 * itself, and keeps each of the others waiting for one look-up at most. Thread-safe.
 */
final class PeerLookups implements Lookups, AutoCloseable {
    private final Lookups shared;
    private final Deque<Lookup> waiting = new ArrayDeque<>();
    private boolean working;
    private boolean closed;

    private record Lookup(Supplier<Reply> answer, Consumer<Reply> reply) {
        void refuse() {
            reply.accept(new Reply.Refused(Code.NO_SUCH_RESULT));
        }
    }

    PeerLookups(Lookups shared) {
        this.shared = shared;
    }

    @Override
    public void read(Supplier<Reply> answer, Consumer<Reply> reply) {
        Lookup lookup = new Lookup(answer, reply);
        synchronized (this) {
            if (!closed) {
                waiting.add(lookup);
                goOn();
                return;
            }
        }
        lookup.refuse();
    }

    private void goOn() {
        if (!working && !waiting.isEmpty()) {
            Lookup next = waiting.remove();
            working = true;
            shared.read(next.answer(), answer -> told(next, answer));
        }
    }

    private void told(Lookup lookup, Reply answer) {
        try {
            lookup.reply().accept(answer);
        } finally {
            synchronized (this) {
                working = false;
                goOn();
            }
        }
    }

    /** The peer is gone: nothing more is looked up for it, and what waits is refused, so that whoever keeps room for it knows. */
    @Override
    public void close() {
        List<Lookup> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(Lookup::refuse);
    }
}
