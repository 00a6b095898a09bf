package org.shutterline.server.ui;

import java.util.Optional;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;

/**
 * Who sits at the window now, and what keeps him from changing the open job.
 *
 * @param logOffIn whole seconds until he is logged off if nothing is touched; empty while that is not near
 * @param held the open job, if somebody else changes it
 */
record Sitting(Seat.Standing standing, Optional<Integer> logOffIn, Optional<Held> held) {
    /** @param holder who changes the job */
    record Held(String job, EditLeases.Holder holder) {}

    static Sitting at(Seat seat, Optional<Held> held) {
        return new Sitting(
                seat.standing(), seat.warning().map(left -> Math.toIntExact((left.toMillis() + 999) / 1_000)), held);
    }

    /** Whether the same may be done as then. */
    boolean permitsAs(Sitting then) {
        return standing.equals(then.standing) && held.equals(then.held);
    }
}
