package org.shutterline.server.access;

import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Role;

/** What somebody did or wanted, in words for the books: {@code SET station 1 bore.high=12.1}. */
final class Deed {
    private Deed() {}

    /** Whether the books tell of it each time: it changes how a station works. */
    static boolean isPrivileged(Command command) {
        return LeastRole.of(command.getClass())
                .filter(role -> role.mayDo(Role.OPERATE))
                .isPresent();
    }

    static String of(Command command) {
        if (command instanceof Command.LogIn login) {
            return "LOGIN as " + login.user();
        } else if (command instanceof Command.LogInHere login) {
            return "login of the listener as " + login.user();
        } else if (command instanceof Command.ChangeJob change) {
            return "JOB station " + change.station() + " " + change.job();
        } else if (command instanceof Command.GoOnline online) {
            return "ONLINE station " + online.station();
        } else if (command instanceof Command.GoOffline offline) {
            return "OFFLINE station " + offline.station();
        } else if (command instanceof Command.ResetCounters reset) {
            return "RESET station " + reset.station();
        } else if (command instanceof Command.SetParameter set) {
            return "SET station " + set.station() + " " + set.parameter() + "=" + set.value();
        }
        return command.getClass().getSimpleName();
    }
}
