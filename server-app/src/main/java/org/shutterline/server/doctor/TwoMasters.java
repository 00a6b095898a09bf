package org.shutterline.server.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.protocol.message.Command;
import org.shutterline.server.net.Meaning;
import org.shutterline.server.net.Passed;
import org.shutterline.server.net.Peer;
import org.shutterline.server.net.Traffic;

/**
 * Two clients trigger one station, each more than once within half a minute. Two connections that are open at the same
 * time are two clients; a device that connects anew for each command is one.
 */
final class TwoMasters implements Rule {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final int OFTEN = 2;
    private static final int MOST_KEPT = 8;
    private static final int MOST_MASTERS = 64;

    private final Map<Integer, Map<String, Master>> stations = new TreeMap<>();

    private static final class Master {
        private final Deque<Instant> triggers = new ArrayDeque<>();
        private Peer peer;
        private boolean open = true;

        private Master(Peer peer) {
            this.peer = peer;
        }

        private long triggersAfter(Instant horizon) {
            return triggers.stream().filter(at -> at.isAfter(horizon)).count();
        }

        private boolean isOther(Master other) {
            boolean same = Client.identity(peer).equals(Client.identity(other.peer));
            return open && other.open || !same;
        }
    }

    @Override
    public void passed(Passed passed, Casebook book) {
        Peer peer = passed.peer();
        if (passed.kind() == Traffic.Kind.CLOSED) {
            stations.values().forEach(masters -> leaves(peer, masters));
        } else if (passed.kind() == Traffic.Kind.NAMED) {
            stations.values()
                    .forEach(masters ->
                            Optional.ofNullable(masters.get(key(peer))).ifPresent(master -> master.peer = peer));
        } else if (passed.kind() == Traffic.Kind.ASKED) {
            triggered(passed).forEach(station -> triggers(station, passed, book));
        }
    }

    private List<Integer> triggered(Passed passed) {
        if (passed.meaning().orElse(null) instanceof Meaning.Wanted wanted) {
            if (wanted.command() instanceof Command.Trigger trigger) {
                return List.of(trigger.station());
            }
            return wanted.command() instanceof Command.TriggerAll ? List.copyOf(stations.keySet()) : List.of();
        }
        return List.of();
    }

    private void triggers(int station, Passed passed, Casebook book) {
        Map<String, Master> masters = stations.computeIfAbsent(station, number -> new HashMap<>());
        Instant horizon = passed.at().minus(WITHIN);
        masters.values().removeIf(master -> master.triggers.getLast().isBefore(horizon));
        if (masters.size() >= MOST_MASTERS) {
            masters.clear();
        }
        Master own = masters.computeIfAbsent(key(passed.peer()), key -> new Master(passed.peer()));
        own.triggers.addLast(passed.at());
        if (own.triggers.size() > MOST_KEPT) {
            own.triggers.removeFirst();
        }
        if (!isOften(own, masters, horizon)) {
            return;
        }
        masters.values().stream()
                .filter(other -> other != own && other.isOther(own) && isOften(other, masters, horizon))
                .findFirst()
                .ifPresent(other -> book.sign(
                        new Casebook.Key(Trouble.TWO_MASTERS, Integer.toString(station)),
                        passed.at(),
                        Client.of(own.peer),
                        other.peer.who(),
                        Integer.toString(station)));
    }

    /** Its own triggers, and those of the connections that the same device had before. */
    private static boolean isOften(Master master, Map<String, Master> masters, Instant horizon) {
        long own = master.triggersAfter(horizon);
        Optional<Master> before =
                Optional.ofNullable(masters.get(Client.identity(master.peer))).filter(other -> other != master);
        return own + before.map(other -> other.triggersAfter(horizon)).orElse(0L) >= OFTEN;
    }

    /** What it triggered counts for its next connection. */
    private static void leaves(Peer peer, Map<String, Master> masters) {
        Master gone = masters.remove(key(peer));
        if (gone == null) {
            return;
        }
        gone.open = false;
        masters.merge(Client.identity(peer), gone, (before, now) -> {
            before.triggers.addAll(now.triggers);
            while (before.triggers.size() > MOST_KEPT) {
                before.triggers.removeFirst();
            }
            before.peer = now.peer;
            return before;
        });
    }

    private static String key(Peer peer) {
        return "#" + peer.id();
    }
}
