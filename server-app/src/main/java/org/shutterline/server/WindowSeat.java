package org.shutterline.server;

import java.time.Duration;
import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Act;
import org.shutterline.server.access.EditLeases;
import org.shutterline.server.access.Seat;

/** The gate of the window: what whoever sits there may have done, by the same table as on the wire. */
record WindowSeat(Seat seat) {
    /** Has it done if whoever sits there may; else the reply says why not. */
    void ask(Command command, Consumer<Reply> reply, Consumer<Consumer<Reply>> asking) {
        try {
            seat.asks(command, reply, asking);
        } catch (BadSetting notAllowed) {
            reply.accept(new Reply.Refused(Code.NOT_ALLOWED, String.valueOf(notAllowed.getMessage())));
        }
    }

    boolean may(Act act) {
        return seat.standing().role().mayDo(act.least());
    }

    /** Whoever sits there, as one who changes a job; he has it for as long as he would be logged on without a touch. */
    EditLeases.Editor editor(String key) {
        String user = seat.standing().user();
        return new EditLeases.Editor(key, user.isEmpty() ? "somebody" : user, "the server's window", seat.idle());
    }

    /** After so long without a touch somebody is logged off there. */
    Duration idle() {
        return seat.idle();
    }

    void idle(Duration other) {
        seat.idle(other);
    }

    /** Writes down that what was to be done there was not. */
    void notDone(String deed, String why) {
        seat.didNot(deed, why);
    }

    /**
     * Writes down that something is done there.
     *
     * @throws BadSetting if whoever sits there may not do it
     */
    void does(Act act, String deed) {
        seat.does(act.least(), deed);
    }
}
