package org.shutterline.server.access;

import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Role;

/** What can be done at the window of the server, and the least role that it needs: the table of it beside {@link LeastRole}. */
public enum Act {
    /** Pages, live pictures, earlier results, exports, trying a job on pictures. */
    LOOK(Role.VIEW),
    TRIGGER(least(Command.Trigger.class)),
    /** A station goes offline or online, or works by another job. */
    OPERATE(least(Command.GoOffline.class)),
    /** What a person says of a part. */
    SAY(Role.OPERATE),
    /** The terminal and the PLC simulator, which send to machines. */
    TALK(Role.OPERATE),
    /** The server ends while a station is online. */
    STOP(Role.OPERATE),
    /** Jobs are made, copied, renamed, deleted, brought from a file. */
    TEACH(least(Command.SetParameter.class)),
    /** The open job is changed, or put into service. */
    EDIT(least(Command.SetParameter.class)),
    /** Cameras are set, bound and added, faults are made on demand. */
    SET_CAMERA(Role.ADMIN),
    /** Where the server listens, for whom, and in which language. */
    LISTEN(Role.ADMIN),
    /** All that is kept is written into a file, or taken from one. */
    STORE(Role.ADMIN),
    /** Who may do what. */
    USERS(Role.ADMIN);

    private final Role least;

    Act(Role least) {
        this.least = least;
    }

    private static Role least(Class<? extends Command> kind) {
        return LeastRole.of(kind).orElse(Role.VIEW);
    }

    /** Every role above may do it too. */
    public Role least() {
        return least;
    }
}
