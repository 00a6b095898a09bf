package org.shutterline.server.ui;

import java.util.Optional;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;

/** Who sits at the window, and what that does not allow, in words. */
final class SeatWords {
    private SeatWords() {}

    /** {@code anna, may operate}. */
    static String who(Seat.Standing now) {
        if (now.user().isEmpty()) {
            return UiWords.text(now.guarded() ? "seat.nobody" : "seat.open");
        }
        return UiWords.text("seat.is", now.user(), may(now.role()));
    }

    /** Empty if it may be done. */
    static Optional<String> whyNot(Sitting now, Act act) {
        Optional<String> role = whyNot(now.standing(), act);
        return role.isPresent() || act != Act.EDIT ? role : now.held().map(SeatWords::held);
    }

    /** {@code plate-A is being changed by press 4 at 10.0.3.7:50112 since 14:03:22}. */
    static String held(Sitting.Held held) {
        EditLeases.Holder holder = held.holder();
        return UiWords.text("seat.held", held.job(), holder.who(), holder.from(), Times.seconds(holder.since()));
    }

    private static Optional<String> whyNot(Seat.Standing now, Act act) {
        if (now.role().mayDo(act.least())) {
            return Optional.empty();
        }
        return Optional.of(
                now.user().isEmpty()
                        ? UiWords.text("seat.needsLogOn", may(act.least()))
                        : UiWords.text("seat.needsOther", now.user(), may(now.role()), may(act.least())));
    }

    private static String may(Role role) {
        return UiWords.text("seat.may." + role.word());
    }
}
