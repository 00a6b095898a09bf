package org.shutterline.protocol.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Event;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Reply;

/** What a script waits for: replies to what it asked, and what becomes of triggers. Each is told once. */
final class Awaited {
    private final Map<Long, Consumer<Reply>> replies = new HashMap<>();
    private final Map<Long, List<Consumer<Optional<InspectionResult>>>> results = new HashMap<>();
    private final Map<Long, Runnable> pictures = new HashMap<>();
    private long tickets;

    /** @return the ticket of what is asked, by which its reply is known */
    long reply(Consumer<Reply> listener) {
        replies.put(++tickets, listener);
        return tickets;
    }

    /** Who waits for this reply, and waits no longer. */
    Optional<Consumer<Reply>> takeReply(long ticket) {
        return Optional.ofNullable(replies.remove(ticket));
    }

    void result(long id, Consumer<Optional<InspectionResult>> listener) {
        results.computeIfAbsent(id, key -> new ArrayList<>(1)).add(listener);
    }

    void picture(long id, Runnable taken) {
        pictures.put(id, taken);
    }

    void happened(Event event) {
        if (event instanceof Event.Finished finished) {
            end(finished.result().id(), Optional.of(finished.result()));
        } else if (event instanceof Event.Unsafe unsafe) {
            end(unsafe.id(), Optional.empty());
        } else if (event instanceof Event.PictureTaken taken) {
            Optional.ofNullable(pictures.remove(taken.id())).ifPresent(Runnable::run);
        }
    }

    private void end(long id, Optional<InspectionResult> result) {
        pictures.remove(id);
        Optional.ofNullable(results.remove(id))
                .ifPresent(listeners -> listeners.forEach(listener -> listener.accept(result)));
    }

    /** Whether nothing is owed any more; a picture alone is not. */
    boolean isNothing() {
        return replies.isEmpty() && results.isEmpty();
    }

    /** Nobody waits for what becomes of triggers. Replies still come, and are given back. */
    void forgetTriggers() {
        results.clear();
        pictures.clear();
    }
}
