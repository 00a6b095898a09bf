package org.shutterline.server.users;

import java.util.List;
import java.util.Optional;
import org.shutterline.protocol.message.Secret;
import org.shutterline.server.access.Account;

/**
 * What is shown of the users.
 *
 * @param users in the order in which they were added
 * @param damage why they cannot be read, if so
 * @param logOffMin after so many minutes without a touch somebody is logged off at the window
 * @param working whether something is being changed
 * @param said how the last change ended, if there was one
 * @param token one that was just made, until it was seen
 */
public record UsersState(
        List<Account> users,
        Optional<String> damage,
        int logOffMin,
        boolean working,
        Optional<Said> said,
        Optional<NewToken> token) {
    public UsersState {
        users = List.copyOf(users);
    }

    /** What was wanted. */
    public enum Deed {
        ADD,
        ROLE,
        PASSWORD,
        RENEW,
        REMOVE,
        /** Another time until whoever leaves is logged off. */
        LOG_OFF
    }

    /** Why it was not done. */
    public enum Trouble {
        NAME,
        TAKEN,
        PASSWORD,
        /** The password was not the same twice. */
        NOT_THE_SAME,
        GONE,
        LAST_ADMIN,
        TOO_MANY,
        /** For another reason, which the detail says. */
        FAILED
    }

    /**
     * @param name of whom it was about; of a time its minutes
     * @param trouble empty if it was done
     * @param detail of a trouble that has one
     */
    public record Said(Deed deed, String name, Optional<Trouble> trouble, String detail) {}

    /** @param name of the program that it is for */
    public record NewToken(String name, Secret token) {}
}
