package org.shutterline.server.machine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Reply;
import org.shutterline.server.station.StationRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has stations remember what they were told, on the threads that look things up, of which it keeps one at most. What many ask
 * of a station while it waits is remembered once for all of them. It is done also when whoever asked has gone. Thread-safe.
 */
final class Remembering {
    private static final Logger LOG = LoggerFactory.getLogger(Remembering.class);

    private final Lookups shared;
    private final Map<StationRunner, Wish> waiting = new LinkedHashMap<>();
    private boolean working;

    private record Wish(Supplier<Reply> deed, List<Consumer<Reply>> replies) {}

    Remembering(Lookups shared) {
        this.shared = shared;
    }

    /** @param deed makes durable all that the station was told before it began */
    void remember(StationRunner station, Supplier<Reply> deed, Consumer<Reply> reply) {
        synchronized (this) {
            waiting.computeIfAbsent(station, first -> new Wish(deed, new ArrayList<>()))
                    .replies()
                    .add(reply);
            goOn();
        }
    }

    private void goOn() {
        Iterator<Wish> next = waiting.values().iterator();
        if (!working && next.hasNext()) {
            Wish wish = next.next();
            next.remove();
            working = true;
            shared.read(wish.deed(), answer -> told(wish.replies(), answer));
        }
    }

    private void told(List<Consumer<Reply>> replies, Reply answer) {
        synchronized (this) {
            working = false;
            goOn();
        }
        for (Consumer<Reply> reply : replies) {
            try {
                reply.accept(answer);
            } catch (RuntimeException | Error broken) {
                LOG.error("an answer was not taken", broken);
            }
        }
    }
}
