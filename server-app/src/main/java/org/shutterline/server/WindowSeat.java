package org.shutterline.server;

import java.util.function.Consumer;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.access.Seat;

/** The gate of the window: what whoever sits there may have done, by the same table as on the wire. */
record WindowSeat(Seat seat) {
    /** Something that is asked of the machine. */
    interface Asking {
        void of(Consumer<Reply> reply);
    }

    /** Has it done if whoever sits there may; else the reply says why not. */
    void ask(Command command, Consumer<Reply> reply, Asking asking) {
        Role needed = LeastRole.of(command.getClass()).orElse(Role.VIEW);
        try {
            if (needed.mayDo(Role.OPERATE) || !seat.standing().role().mayDo(needed)) {
                seat.does(needed, seat.words(command));
            }
            asking.of(reply);
        } catch (BadSetting notAllowed) {
            reply.accept(new Reply.Refused(Code.NOT_ALLOWED, String.valueOf(notAllowed.getMessage())));
        }
    }

    /** @throws BadSetting if whoever sits there may not operate */
    void operates(String deed) {
        seat.does(Role.OPERATE, deed);
    }

    /** @throws BadSetting if whoever sits there may not change how the server is set up */
    void setsUp(String deed) {
        seat.does(Role.ADMIN, deed);
    }
}
