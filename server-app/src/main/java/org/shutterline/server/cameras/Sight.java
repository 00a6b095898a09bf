package org.shutterline.server.cameras;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.cameras.CamerasSource.StationCamera;

/**
 * Decides which cameras are looked through while somebody watches: the chosen one often, a few free ones beside it, none
 * that works for something else. Used on the bench alone.
 */
final class Sight {
    private static final int MOST_BESIDE = 8;

    private final CamerasSource source;
    private final Looks looks;
    private final Candidates candidates;
    private final Handover handover;
    private final DelayDesk delays;

    Sight(CamerasSource source, Looks looks, Candidates candidates, Handover handover, DelayDesk delays) {
        this.source = source;
        this.looks = looks;
        this.candidates = candidates;
        this.handover = handover;
        this.delays = delays;
    }

    void over(Optional<String> chosen, List<StationCamera> stations, List<Candidate> free) {
        Set<String> beside = new LinkedHashSet<>();
        free.stream()
                .filter(one -> !one.byHand() && one.trouble().isEmpty())
                .filter(one -> !isTaken(one.key()))
                .limit(MOST_BESIDE)
                .forEach(one -> beside.add(one.key()));
        boolean online = stations.stream()
                .filter(station -> chosen.equals(Optional.of(Rows.key(station))))
                .anyMatch(station -> station.state() != StationState.OFFLINE);
        Optional<String> usable = chosen.filter(key -> !online && !isTaken(key))
                .filter(key -> candidates.get(key).flatMap(Candidate::trouble).isEmpty());
        looks.only(usable, beside, this::eye);
    }

    /** Nobody watches. */
    void none() {
        looks.only(Optional.empty(), Set.of(), this::eye);
    }

    /** Whether it is open, or about to be, for something else than to be looked through. */
    private boolean isTaken(String key) {
        return handover.holds(key) || delays.holds(key);
    }

    private Eye eye(String key) {
        return candidates
                .get(key)
                .<Eye>map(one -> new FreeEye(one.driver(), one.options(), source.frames()))
                .orElseGet(() -> new StationEye(source, Rows.number(key)));
    }
}
