package org.shutterline.protocol.dialect.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;

/** Which stations this peer watches, and what it was told of them. Used by the conversation's thread. */
final class Watched {
    private static final int STATIONS = 100;

    private final boolean[] subscribed = new boolean[STATIONS];
    private final Owed[] replyComesFirst = new Owed[STATIONS];
    private final StationStatus[] told = new StationStatus[STATIONS];
    private final boolean[] live = new boolean[STATIONS];

    /**
     * The station answered a subscription, whose reply may have to wait for others.
     *
     * @return the events that tell the states now
     */
    List<Function<Spelling, String>> subscribe(Owed owed, OptionalInt station, List<StationStatus> now) {
        forEach(station, number -> {
            if (!subscribed[number] && replyComesFirst[number] == null) {
                replyComesFirst[number] = owed;
            }
        });
        List<Function<Spelling, String>> events = new ArrayList<>(now.size());
        for (StationStatus status : now) {
            StationStatus shown = withoutBusy(status);
            remember(shown);
            events.add(using -> using.statusEvent(shown));
        }
        return events;
    }

    /** The reply to a subscription was sent; events may follow it. */
    void replySent(Owed owed) {
        for (int number = 0; number < STATIONS; number++) {
            if (replyComesFirst[number] == owed) {
                replyComesFirst[number] = null;
                subscribed[number] = true;
            }
        }
    }

    void unsubscribe(OptionalInt station) {
        forEach(station, number -> {
            subscribed[number] = false;
            replyComesFirst[number] = null;
            told[number] = null;
        });
    }

    /** Whether it is subscribed to a station, or will be when a reply is sent. */
    boolean isAny() {
        for (int number = 0; number < STATIONS; number++) {
            if (subscribed[number] || replyComesFirst[number] != null) {
                return true;
            }
        }
        return false;
    }

    /** Hands the event's line to the peer if it watches the station, behind the reply that lets it. */
    void tell(int station, Spelling spelling, Function<Spelling, String> event, Consumer<String> peer) {
        if (!isStation(station)) {
            return;
        }
        if (subscribed[station]) {
            peer.accept(event.apply(spelling));
        } else if (replyComesFirst[station] != null) {
            replyComesFirst[station].follow(event);
        }
    }

    /** Tells a state unless the peer knows it. */
    void tellState(StationStatus status, Spelling spelling, Consumer<String> peer) {
        StationStatus shown = withoutBusy(status);
        if (isStation(status.station()) && !isKnown(shown)) {
            tell(status.station(), spelling, using -> using.statusEvent(shown), line -> peer.accept(line));
            remember(shown);
        }
    }

    void live(int station, boolean on) {
        live[station] = on;
    }

    boolean isLive(int station) {
        return isStation(station) && live[station];
    }

    private boolean isKnown(StationStatus shown) {
        StationStatus before = told[shown.station()];
        return before != null && before.state() == shown.state() && before.job().equals(shown.job());
    }

    private void remember(StationStatus shown) {
        if (isStation(shown.station())) {
            told[shown.station()] = shown;
        }
    }

    private static StationStatus withoutBusy(StationStatus status) {
        return status.state() != StationState.BUSY
                ? status
                : new StationStatus(
                        status.station(),
                        StationState.READY,
                        status.job(),
                        status.lastId(),
                        status.ok(),
                        status.ng(),
                        status.unknown(),
                        status.refused(),
                        status.why());
    }

    private static boolean isStation(int number) {
        return number > 0 && number < STATIONS;
    }

    private static void forEach(OptionalInt station, Consumer<Integer> each) {
        if (station.isPresent()) {
            each.accept(station.getAsInt());
            return;
        }
        for (int number = 1; number < STATIONS; number++) {
            each.accept(number);
        }
    }
}
