package org.shutterline.server.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.PeerStatus;
import org.shutterline.server.net.Traffic;

/** What is sent to a client waits here and gets no less, because it does not read. */
final class NotRead implements Rule {
    private static final Duration WAITS = Duration.ofSeconds(1);
    /** The words with which the wire gives such a client up. */
    private static final Set<String> GIVEN_UP = Set.of("STALL", "OVERFLOW");

    private final Map<Long, Waiting> waiting = new HashMap<>();

    private record Waiting(long bytes, Instant since) {}

    @Override
    public void passed(Passed passed, Casebook book) {
        if (passed.kind() == Traffic.Kind.CLOSED && GIVEN_UP.contains(passed.text())) {
            Client client = Client.of(passed.peer());
            String bytes = waiting.containsKey(passed.peer().id())
                    ? Long.toString(waiting.get(passed.peer().id()).bytes())
                    : "";
            book.sign(key(passed.peer()), passed.at(), client, bytes);
        }
    }

    @Override
    public void look(Round round, Casebook book) {
        waiting.keySet()
                .retainAll(round.peers().stream()
                        .filter(status -> status.bytesWaiting() > 0)
                        .map(status -> status.peer().id())
                        .collect(Collectors.toSet()));
        round.peers().forEach(status -> look(status, round.now(), book));
    }

    private void look(PeerStatus status, Instant now, Casebook book) {
        long bytes = status.bytesWaiting();
        if (bytes == 0) {
            book.over(key(status.peer()), now);
            return;
        }
        Waiting before = waiting.get(status.peer().id());
        Waiting after = new Waiting(bytes, before == null || bytes < before.bytes() ? now : before.since());
        waiting.put(status.peer().id(), after);
        if (!now.isBefore(after.since().plus(WAITS))) {
            book.sign(key(status.peer()), now, Client.of(status.peer()), Long.toString(bytes));
        }
    }

    private static Casebook.Key key(Peer peer) {
        return new Casebook.Key(Trouble.NOT_READ, Long.toString(peer.id()));
    }
}
